import { compact } from '#domain/values/compact.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { schemas } from '#contract/schemas.ts';
import { sampleData } from '#server/samples/service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { writeZone } from '#server/zone/store.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { record } from '../../setup/api/store-records.ts';

describe.each(engines)('a delay on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    await writeRevision(
      api.db,
      { author: 'test', kind: 'import', reason: 'zone', origin: 'own' },
      async (trx, revision) => {
        await writeZone(trx, revision, { ...sampleData().profile, origin: 'own' });
        await chooseOrigin(trx, revision, 'own');
      },
    );
  });
  afterEach(() => api.close());
  /** An edition of the register, of a day. */
  const put = (as_of: string, ...records: ProjectRecord[]) =>
    writeRevision(
      api.db,
      { author: 'test', kind: 'import', reason: 'register.csv', origin: 'own', as_of },
      (trx, revision) => putProjects(trx, revision, records, { as_of }),
    );
  const planned = (plan?: string, baseline?: string): ProjectRecord =>
    record('A', {
      name: 'Plant A',
      events: [{ stage: 'registered', date: '2020-11-01' }],
      milestones: plan === undefined ? [] : [{ type: 'operation', plan, ...compact({ baseline }) }],
    });
  const milestones = async (as_of: string) =>
    (await api.get<ProjectDetail>(`/api/v1/projects/A?as_of=${as_of}`)).milestones;
  const overview = (as_of: string) => api.get<Overview>(`/api/v1/overview?as_of=${as_of}`);
  const changes = (from: string, to: string) =>
    api.get<RegisterChanges>(`/api/v1/changes?from=${from}&to=${to}`);

  test('a later edition keeps the first plan date as the original date', async () => {
    await put('2020-12-31', planned('2021-03-31'));
    await put('2021-03-31', planned('2021-06-30'));
    const first_plan = { date: '2021-03-31', known: '2020-12-31' };
    expect(await milestones('2021-01-31')).toEqual([
      { type: 'operation', plan: '2021-03-31', first_plan },
    ]);
    expect(await milestones('2021-04-16')).toEqual([
      { type: 'operation', plan: '2021-06-30', first_plan },
    ]);
    const { actions, established } = await overview('2021-04-16');
    expect(actions?.items[0]?.reasons[0]).toEqual({
      kind: 'overdue',
      milestone: 'operation',
      since: '2021-03-31',
      plan: '2021-06-30',
      days: 16,
    });
    expect(established[0]).toMatchObject({
      slippage_days: 91,
      overdue: { since: '2021-03-31', days: 16 },
      next: { first_plan },
    });
    // an edition without a change changes nothing, and one without the plan leaves the original
    // date
    await put('2021-04-30', planned('2021-06-30'));
    await put('2021-05-31', planned());
    expect(await milestones('2021-06-30')).toEqual([{ type: 'operation', first_plan }]);
    expect((await overview('2021-06-30')).actions?.items[0]).toMatchObject({ days_over: 91 });
  });

  test('the changes list a re-plan once with its days; a first plan date is none', async () => {
    await put('2020-10-31', planned());
    await put('2020-12-31', planned('2021-03-31'));
    await put('2021-03-31', planned('2021-06-30'));
    const reply = await changes('2020-12-31', '2021-03-31');
    expect(schemas.changes.reply.safeParse(reply).error?.issues ?? []).toEqual([]);
    expect(reply.moves).toMatchObject([
      {
        code: 'A',
        kinds: ['replanned'],
        replans: [{ type: 'operation', from: '2021-03-31', to: '2021-06-30', days: 91 }],
      },
    ]);
    expect([reply.total, reply.counts?.replanned]).toEqual([1, 1]);
    expect(await changes('2020-11-30', '2020-12-31')).toMatchObject({ moves: [], total: 0 });
    await put('2021-04-30', planned());
    expect((await changes('2021-03-31', '2021-04-30')).moves).toMatchObject([
      { replans: [{ type: 'operation', from: '2021-06-30' }] },
    ]);
  });

  test('is measured against the baseline of the register, if any', async () => {
    await put('2020-12-31', planned('2021-03-31'));
    await put('2021-03-31', planned('2021-06-30', '2021-05-31'));
    expect(await milestones('2021-04-16')).toEqual([
      { type: 'operation', baseline: '2021-05-31', plan: '2021-06-30' },
    ]);
    expect((await overview('2021-04-16')).established[0]).toMatchObject({ slippage_days: 30 });
    expect((await overview('2021-04-16')).established[0]).not.toHaveProperty('overdue');
  });

  test('changing or removing a planned date by hand requires a reason and names the missing field', async () => {
    await put('2020-12-31', planned('2021-03-31'));
    const etag = async () =>
      (await api.send('GET', '/api/v1/projects/A')).headers.get('etag') ?? '';
    const patch = async (body: object) =>
      api.send('PATCH', '/api/v1/projects/A', { body, headers: { 'if-match': await etag() } });
    const replan = { facts: { 'milestones.operation.plan': '2021-06-30' } };
    for (const body of [
      replan,
      { ...replan, reason: '  ' },
      { facts: { 'milestones.operation.plan': null } },
    ]) {
      const refusal = await patch(body);
      expect(refusal.status).toBe(422);
      expect(await refusal.json()).toMatchObject({
        errors: [{ path: 'reason', message: 'is required to change milestones.operation.plan' }],
      });
    }
    const move = await api.send('POST', '/api/v1/projects/A/stage', {
      body: { stage: 'construction', facts: { 'milestones.operation.plan': '2021-06-30' } },
    });
    expect(move.status).toBe(422);
    expect((await patch({ ...replan, reason: 'land came late' })).status).toBe(200);
    // a first plan date, the same date and another fact need none
    expect(
      (await patch({ facts: { 'milestones.full_capacity.plan': '2022-06-30', owner: 'Li' } }))
        .status,
    ).toBe(200);
    expect((await patch(replan)).status).toBe(200);
    const first_plan = { date: '2021-03-31', known: '2020-12-31' };
    expect((await milestones('2021-05-10'))[0]).toEqual({
      type: 'operation',
      plan: '2021-06-30',
      first_plan,
    });
    const { items } = await api.get<{ items: { reason: string }[] }>('/api/v1/projects/A/history');
    expect(items.map(({ reason }) => reason)).toContain('land came late');
  });

  test('re-planning on the day of the first plan keeps the original date', async () => {
    await put('2020-12-31', planned());
    const patch = async (body: object) => {
      const etag = (await api.send('GET', '/api/v1/projects/A')).headers.get('etag') ?? '';
      return api.send('PATCH', '/api/v1/projects/A', { body, headers: { 'if-match': etag } });
    };
    expect((await patch({ facts: { 'milestones.operation.plan': '2021-03-31' } })).status).toBe(
      200,
    );
    expect(
      (await patch({ facts: { 'milestones.operation.plan': '2021-06-30' }, reason: 'slip' }))
        .status,
    ).toBe(200);
    const first_plan = { date: '2021-03-31', known: '2021-05-10' };
    expect(await milestones('2021-05-10')).toEqual([
      { type: 'operation', plan: '2021-06-30', first_plan },
    ]);
    expect(
      (await patch({ facts: { 'milestones.operation.plan': null }, reason: 'open again' })).status,
    ).toBe(200);
    expect(
      (await patch({ facts: { owner: 'Li', 'milestones.start.plan': '2021-12-31' } })).status,
    ).toBe(200);
    expect((await milestones('2021-05-10')).find(({ type }) => type === 'operation')).toEqual({
      type: 'operation',
      first_plan,
    });
    expect((await patch({ facts: { 'milestones.operation.plan': '2022-01-31' } })).status).toBe(
      422,
    );
  });
});
