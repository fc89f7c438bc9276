import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EditedIssue, IssueConflict } from '#contract/projects/attachment-schemas.ts';
import type { ProjectVersion } from '#contract/projects/edit-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { Issue } from '#domain/projects/issue.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { versionTag } from '#server/http/etag.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const url = '/api/v1/projects/A-1/issues';
const issue = {
  text: 'No power line to the site',
  severity: 'high',
  owner: 'Li',
  since: '2021-04-20',
  due: '2021-05-01',
} as const;

describe.each(engines)('issues on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const body = {
      code: 'A-1',
      stage: 'negotiation',
      valid_from: '2021-04-01',
      facts: { name: 'Heat pumps' },
    };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  });
  afterEach(() => api.close());
  const add = (more: object = {}) => api.send('POST', url, { body: { ...issue, ...more } });
  const addIssue = async (more: object = {}) => (await (await add(more)).json()) as EditedIssue;
  const patch = (id: string, body: unknown, etag?: string) =>
    api.send('PATCH', `${url}/${id}`, {
      body,
      headers: etag === undefined ? {} : { 'if-match': etag },
    });
  const tagOf = async ({ revision }: Issue) =>
    `"${versionTag('i', revision, await readEpoch(api.db))}"`;
  const list = async (query = '') =>
    (await api.get<{ items: readonly Issue[] }>(`${url}${query}`)).items;
  const actions = async (query = '?as_of=2021-05-10') =>
    (await api.get<Overview>(`/api/v1/overview${query}`)).actions;
  const overdueIssues = async (query = '?as_of=2021-05-10') =>
    (await actions(query))?.items.flatMap(({ code, reasons }) =>
      reasons.flatMap((one) => (one.kind === 'issue' ? [[code, one]] : [])),
    );

  test('an issue is open until it has a day and an outcome, and each day shows its state then', async () => {
    const response = await add();
    const { issue: newIssue } = (await response.json()) as EditedIssue;
    expect([
      response.status,
      schemas.addIssue.reply.safeParse({ issue: newIssue, revision: newIssue.revision }).success,
    ]).toEqual([201, true]);
    const etag = response.headers.get('etag') ?? '';
    expect((await patch(newIssue.id, { closed_on: '2021-05-09' }, etag)).status).toBe(422);
    expect((await patch(newIssue.id, { outcome: 'done' }, etag)).status).toBe(422);
    expect(
      (await patch(newIssue.id, { closed_on: '2021-05-11', outcome: 'done' }, etag)).status,
    ).toBe(422);
    expect(
      (await patch(newIssue.id, { closed_on: '2021-04-19', outcome: 'done' }, etag)).status,
    ).toBe(422);
    const closing = await patch(
      newIssue.id,
      { closed_on: '2021-05-09', outcome: 'Line built', reason: 'inspected' },
      etag,
    );
    expect(closing.status).toBe(200);
    const day = async (as_of: string) =>
      (await list(`?as_of=${as_of}`)).map(({ closed_on, outcome }) => [closed_on, outcome]);
    expect(await day('2021-04-19')).toEqual([]);
    expect(await day('2021-05-08')).toEqual([[undefined, undefined]]);
    expect(await day('2021-05-09')).toEqual([['2021-05-09', 'Line built']]);
    const reopened = await patch(
      newIssue.id,
      { closed_on: null, outcome: null },
      closing.headers.get('etag') ?? '',
    );
    expect((await list())[0]).toEqual({
      ...issue,
      id: newIssue.id,
      revision: ((await reopened.json()) as EditedIssue).revision,
    });
  });

  test('a stale edit of an issue is rejected with both versions', async () => {
    const response = await add();
    const { id } = ((await response.json()) as EditedIssue).issue;
    const etag = response.headers.get('etag') ?? '';
    expect((await patch(id, { severity: 'low' })).status).toBe(428);
    expect((await patch(id, { severity: 'low' }, '*')).status).toBe(428);
    expect((await patch(id, { severity: 'low' }, `W/${etag}`)).status).toBe(412);
    expect((await patch(id, { severity: 'blocking' }, etag)).status).toBe(200);
    const stale = await patch(id, { owner: null }, etag);
    const { current } = (await stale.json()) as { current: IssueConflict };
    const { conflict } = schemas.changeIssue;
    expect(conflict[412].safeParse(current).error?.issues ?? []).toEqual([]);
    expect([stale.status, current.now.severity, current.seen?.severity]).toEqual([
      412,
      'blocking',
      'high',
    ]);
    expect((await patch(id, { owner: null }, stale.headers.get('etag') ?? '')).status).toBe(200);
    expect((await list())[0]).toMatchObject({ severity: 'blocking' });
    expect((await list())[0]?.owner).toBeUndefined();
  });

  test('an issue is in the history and the hash chain, and a change without effect makes no revision', async () => {
    const { issue, revision } = await addIssue();
    const same = await patch(issue.id, { severity: 'high' }, await tagOf(issue));
    expect(((await same.json()) as EditedIssue).revision).toBeNull();
    await patch(
      issue.id,
      { due: '2021-06-01', reason: 'the grid company asked for time' },
      await tagOf(issue),
    );
    const { items } = await api.get<{ items: readonly ProjectVersion[] }>(
      '/api/v1/projects/A-1/history',
    );
    expect(items[0]).toMatchObject({
      kind: 'issue',
      reason: 'the grid company asked for time',
      changes: [{ field: 'issue.due', from: '2021-05-01', to: '2021-06-01' }],
    });
    expect(items[1]?.changes.map(({ field }) => field)).toEqual(
      ['text', 'severity', 'owner', 'since', 'due'].map((f) => `issue.${f}`),
    );
    expect(
      (await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} })).status,
    ).toBe(409);
    await api.send('POST', `/api/v1/revisions/${items[0]?.revision}/undo`, { body: {} });
    expect(
      (await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} })).status,
    ).toBe(200);
    expect(await list()).toEqual([]);
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
  });

  test('open issues come first by severity; an overdue issue needs action while its project is active', async () => {
    await addIssue({ severity: 'low', text: 'small' });
    const { issue } = await addIssue({ severity: 'blocking', text: 'closed' });
    await patch(issue.id, { closed_on: '2021-05-02', outcome: 'solved' }, await tagOf(issue));
    await addIssue({ text: 'grave', due: '2021-05-05' });
    expect((await list()).map(({ text }) => text)).toEqual(['grave', 'small', 'closed']);
    expect(await overdueIssues()).toEqual([
      ['A-1', { kind: 'issue', since: '2021-05-01', days: 9 }],
    ]);
    expect(JSON.stringify(await actions())).not.toContain('grave');
    expect(await overdueIssues('?as_of=2021-05-01')).toEqual([]);
    const hold = { status: 'on_hold', reason_code: 'utilities', reason: 'no power' };
    await api.send('POST', '/api/v1/projects/A-1/status', { body: hold });
    expect(await overdueIssues()).toEqual([]);
  });

  test.each([
    { text: '' },
    { text: '   ' },
    { text: 'x'.repeat(2001) },
    { text: 'a\u0000b' },
    { severity: 'extreme' },
    { due: '2021-04-19' },
    { due: '2023-02-29' },
    { since: '2021-05-11' },
    { closed_on: '2021-05-01' },
    { id: 'mine' },
    { revision: 1 },
    { origin: 'sample' },
  ])('nothing is stored of %j', async (more) => {
    expect([400, 422]).toContain((await add(more)).status);
    expect(await list()).toEqual([]);
  });
});
