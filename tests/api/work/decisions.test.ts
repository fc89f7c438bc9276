import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DecisionConflict, EditedDecision } from '#contract/work/decision-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { Decision } from '#domain/work/decision.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const url = '/api/v1/decisions';
const decision = {
  subject: 'project',
  subject_id: 'A-1',
  text: 'Move the substation',
  owner: 'Chen Yu',
  decided_on: '2021-04-20',
  due: '2021-05-01',
} as const;

describe.each(engines)('decisions on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const facts = { name: 'Heat pumps' };
    const body = { code: 'A-1', stage: 'negotiation', valid_from: '2021-04-01', facts };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  });
  afterEach(() => api.close());
  const add = (more: object = {}) => api.send('POST', url, { body: { ...decision, ...more } });
  const patch = (id: string, body: unknown, etag: string) =>
    api.send('PATCH', `${url}/${id}`, { body, headers: { 'if-match': etag } });
  const list = async (query = '') =>
    (await api.get<{ items: readonly (Decision & { name?: string })[] }>(`${url}${query}`)).items;

  test('a decision is open until it is done, and each day shows its state then', async () => {
    const response = await add();
    const json = (await response.json()) as EditedDecision;
    expect([response.status, schemas.addDecision.reply.safeParse(json).success]).toEqual([
      201,
      true,
    ]);
    expect(await list('?open=true')).toMatchObject([{ text: decision.text, name: 'Heat pumps' }]);
    const etag = response.headers.get('etag') ?? '';
    expect((await patch(json.decision.id, { done_on: '2021-05-09' }, etag)).status).toBe(200);
    expect(await list('?open=true')).toEqual([]);
    expect(await list('?open=true&as_of=2021-05-08')).toHaveLength(1);
    const days = ['2021-04-19', '2021-05-08', '2021-05-09'];
    const states = await Promise.all(
      days.map(async (day) => (await list(`?as_of=${day}`)).map(({ done_on }) => done_on)),
    );
    expect(states).toEqual([[], [undefined], ['2021-05-09']]);
  });

  test('the second of two editors of one version gets the values that the first stored', async () => {
    const response = await add();
    const { decision } = (await response.json()) as EditedDecision;
    const etag = response.headers.get('etag') ?? '';
    expect((await patch(decision.id, { owner: 'Li' }, etag)).status).toBe(200);
    const late = await patch(decision.id, { owner: 'Sato' }, etag);
    const { current } = (await late.json()) as { current: DecisionConflict };
    const { conflict } = schemas.changeDecision;
    expect(conflict[412].safeParse(current).error?.issues ?? []).toEqual([]);
    expect([late.status, current]).toMatchObject([
      412,
      { now: { owner: 'Li' }, seen: { owner: 'Chen Yu' } },
    ]);
    const bare = await api.send('PATCH', `${url}/${decision.id}`, { body: { owner: 'Sato' } });
    expect(bare.status).toBe(428);
  });

  test('a decision on nothing, of the future or due before it was made is rejected', async () => {
    for (const [more, status] of [
      [{ subject_id: 'NONE' }, 404],
      [{ subject: 'target', subject_id: 'nothing' }, 404],
      [{ decided_on: '2199-01-01' }, 422],
      [{ due: '2021-04-19' }, 422],
      [{ text: '  ' }, 400],
      [{ subject: 'zone' }, 400],
    ] as const)
      expect([more, (await add(more)).status]).toEqual([more, status]);
  });

  test('a decision on a target is stored, undone and in the chain', async () => {
    const values = [{ indicator: 'companies', period: '2021-04', value: '3' }];
    await api.send('POST', '/api/v1/observations', { body: { values } });
    const zone = await api.get<{ targets: readonly { id?: string; indicator: string }[] }>(
      '/api/v1/zone',
    );
    const [target] = zone.targets;
    const subject_id = target?.id ?? target?.indicator;
    const response = await add({ subject: 'target', subject_id });
    expect(response.status).toBe(201);
    const { revision } = (await response.json()) as EditedDecision;
    expect(await list()).toMatchObject([{ subject: 'target', subject_id, text: decision.text }]);
    const undo = await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} });
    expect(undo.status).toBe(200);
    expect(await list()).toEqual([]);
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
  });

  test('a viewer sees no decision', async () => {
    const env = { principal: { id: 'v', name: 'v', mode: 'account', role: 'viewer' } as const };
    expect((await api.send('GET', url, { env })).status).toBe(403);
  });
});
