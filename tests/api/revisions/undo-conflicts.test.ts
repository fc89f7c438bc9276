import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UndoConflicts } from '#contract/revisions/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { EditedProject } from '#contract/projects/edit-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { FactChanges } from '#domain/projects/fields.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const url = '/api/v1/projects/A-1';
describe.each(engines)('undoing after later edits on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const body = {
      code: 'A-1',
      stage: 'negotiation',
      valid_from: '2021-03-01',
      facts: { name: 'Heat pumps', owner: 'Li', jobs_plan: 10 },
    };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  });
  afterEach(() => api.close());
  const edit = async (facts: FactChanges, valid_from?: string): Promise<number> => {
    const etag = (await api.send('GET', url)).headers.get('etag') ?? '';
    const body = { facts, ...compact({ valid_from }) };
    const response = await api.send('PATCH', url, { body, headers: { 'if-match': etag } });
    expect(response.status).toBe(200);
    return ((await response.json()) as EditedProject).revision ?? 0;
  };
  const undo = (revision: number, body: object = {}) =>
    api.send('POST', `/api/v1/revisions/${revision}/undo`, { body });
  const conflicts = async (response: Response) => {
    const { current } = (await response.json()) as { current: UndoConflicts };
    const { conflict } = schemas.undoRevision;
    expect(conflict[409].safeParse(current).error?.issues ?? []).toEqual([]);
    return current;
  };
  const at = (day = '2021-05-10') => api.get<ProjectDetail>(`${url}?as_of=${day}`);

  test('later changes of other fields stay on every day, and the undo can be undone', async () => {
    const first = await edit({ owner: 'Sato', investor: 'Hokuto' }, '2021-04-01');
    await edit({ jobs_plan: 20 }, '2021-05-01');
    expect((await undo(first)).status).toBe(200);
    for (const day of ['2021-04-15', '2021-05-10']) {
      const project = await at(day);
      expect([day, project.owner, project.investor]).toEqual([day, 'Li', undefined]);
    }
    expect((await at()).jobs_plan).toBe(20);
    expect((await at('2021-04-15')).jobs_plan).toBe(10);
    const { items } = await api.get<{ items: readonly { id: number }[] }>('/api/v1/revisions');
    expect((await undo(items[0]?.id ?? 0)).status).toBe(200);
    expect(await at()).toMatchObject({ owner: 'Sato', investor: 'Hokuto', jobs_plan: 20 });
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
  });

  test('a value changed later is shown with all three values and stays on request', async () => {
    const first = await edit({ owner: 'Sato', investor: 'Hokuto' });
    await edit({ owner: 'Tanaka' });
    const refusal = await undo(first);
    expect(refusal.status).toBe(409);
    expect(await conflicts(refusal)).toEqual({
      rest: true,
      conflicts: [
        {
          what: 'project',
          key: 'A-1',
          name: 'Heat pumps',
          fields: [{ field: 'owner', before: 'Li', after: 'Sato', now: 'Tanaka' }],
        },
      ],
    });
    expect(await at()).toMatchObject({ owner: 'Tanaka', investor: 'Hokuto' });
    expect((await undo(first, { keep_later: true })).status).toBe(200);
    const project = await at();
    expect([project.owner, project.investor]).toEqual(['Tanaka', undefined]);
  });

  test('a move followed by a move stays; a move followed by facts is undone', async () => {
    const move = async (stage: string, why: object = {}) => {
      const response = await api.send('POST', `${url}/stage`, { body: { stage, ...why } });
      return ((await response.json()) as EditedProject).revision ?? 0;
    };
    const back = await move('lead', { reason_code: 'market', reason: 'demand fell' });
    await edit({ owner: 'Sato' });
    expect((await undo(back)).status).toBe(200);
    expect(await at()).toMatchObject({ stage: 'negotiation', owner: 'Sato' });
    const again = await move('lead', { reason_code: 'market', reason: 'demand fell' });
    await edit({ site_mode: 'office', next_step: 'visit', investor: 'Hokuto' });
    await move('negotiation');
    const refusal = await undo(again);
    expect(await conflicts(refusal)).toMatchObject({
      rest: false,
      conflicts: [
        {
          key: 'A-1',
          fields: [{ field: 'stage', before: 'negotiation', after: 'lead', now: 'negotiation' }],
        },
      ],
    });
    expect((await undo(again, { keep_later: true })).status).toBe(409);
  });

  test('an issue changed later is named with its values', async () => {
    const response = await api.send('POST', `${url}/issues`, {
      body: { text: 'no power', severity: 'low' },
    });
    const { issue, revision } = (await response.json()) as {
      issue: { id: string; revision: number };
      revision: number;
    };
    const headers = { 'if-match': response.headers.get('etag') ?? '' };
    await api.send('PATCH', `${url}/issues/${issue.id}`, { body: { severity: 'high' }, headers });
    expect(await conflicts(await undo(revision))).toEqual({
      rest: false,
      conflicts: [
        {
          what: 'issue',
          key: `A-1 ${issue.id}`,
          parts: { code: 'A-1', id: issue.id },
          fields: [{ field: 'severity', after: 'low', now: 'high' }],
        },
      ],
    });
  });

  // seen to fail: the conflict had one field, judgement_json, with the stored text
  test('a declared status changed later has each of its parts as a field', async () => {
    const declare = async (status: string, reason: string) => {
      const body = { status, reason };
      const response = await api.send('POST', `${url}/declared-status`, { body });
      return ((await response.json()) as { revision: number }).revision;
    };
    const first = await declare('at_risk', 'The bank waits');
    await declare('behind', 'The bank left');
    expect((await conflicts(await undo(first))).conflicts).toEqual([
      {
        what: 'judgement',
        key: 'A-1 status',
        parts: { code: 'A-1', topic: 'status' },
        fields: [
          { field: 'status', after: 'at_risk', now: 'behind' },
          { field: 'reason', after: 'The bank waits', now: 'The bank left' },
        ],
      },
    ]);
  });

  test('a part of the zone that did not change later is undone, another part stays', async () => {
    const zone = async (body: object) => {
      const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
      expect(
        (
          await api.send('PATCH', '/api/v1/zone', {
            body: { ...body, reason: 'x' },
            headers: { 'if-match': etag },
          })
        ).status,
      ).toBe(200);
      return (
        (await api.get<{ items: readonly { id: number }[] }>('/api/v1/revisions')).items[0]?.id ?? 0
      );
    };
    const name = (text: string) => ({ 'zh-CN': text, ja: text, en: text });
    const before = await api.get<ZoneProfile>('/api/v1/zone');
    const first = await zone({ short_name: name('A'), area_km2: '7' });
    await zone({ name: name('Whole name') });
    expect((await undo(first)).status).toBe(200);
    expect(await api.get<ZoneProfile>('/api/v1/zone')).toMatchObject({
      short_name: before.short_name,
      name: name('Whole name'),
    });
    const second = await zone({ short_name: name('B'), area_km2: '8' });
    await zone({ short_name: name('C') });
    const conflict = await conflicts(await undo(second));
    expect(conflict.rest).toBe(true);
    expect(conflict.conflicts[0]?.fields).toContainEqual({
      field: 'short_name.en',
      before: before.short_name.en,
      after: 'B',
      now: 'C',
    });
    expect((await undo(second, { keep_later: true })).status).toBe(200);
    const after = await api.get<ZoneProfile>('/api/v1/zone');
    expect([after.short_name, after.area_km2]).toEqual([name('C'), before.area_km2]);
  });

  test('undoing any edit keeps every field that other edits changed', async () => {
    const fields = ['owner', 'investor', 'remark', 'unit'] as const;
    const step = fc.dictionary(fc.constantFrom(...fields), fc.constantFrom('a', 'b', 'c'), {
      minKeys: 1,
    });
    await fc.assert(
      fc.asyncProperty(step, step, async (mine, theirs) => {
        const start = await at();
        const etagged = async (changes: Readonly<Record<string, string>>) => {
          const etag = (await api.send('GET', url)).headers.get('etag') ?? '';
          const response = await api.send('PATCH', url, {
            body: { facts: changes },
            headers: { 'if-match': etag },
          });
          return ((await response.json()) as EditedProject).revision;
        };
        const revision = await etagged(mine);
        await etagged(theirs);
        if (revision === null) return;
        const now = await at();
        const response = await undo(revision, { keep_later: true });
        const after = await at();
        for (const field of fields) {
          const set = mine[field] !== undefined && mine[field] !== start[field];
          const isTaken = set && now[field] === mine[field] && response.status === 200;
          expect([field, after[field]]).toEqual([field, isTaken ? start[field] : now[field]]);
        }
      }),
      { numRuns: 10 },
    );
  });
});
