import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemas } from '#contract/schemas.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import type { ListedStatus } from '#domain/work/judgement.ts';
import type { Judgements } from '#contract/work/judgement-schemas.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const url = '/api/v1/projects/A-1';

describe.each(engines)('judgements on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const facts = { name: 'Heat pumps' };
    const body = { code: 'A-1', stage: 'signed', valid_from: '2021-04-01', facts };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  });
  afterEach(() => api.close());
  const read = () => api.get<Judgements>(`${url}/judgements`);
  const declare = (body: object) => api.send('POST', `${url}/declared-status`, { body });
  const block = (gate: string, body: object) => api.send('POST', `${url}/gates/${gate}`, { body });

  test('a declared status is signed by the server, replaced, withdrawn and undone', async () => {
    const body = { status: 'at_risk', reason: 'The bank waits', until: '2199-01-01' };
    const response = await declare(body);
    const { revision, judgements } = (await response.json()) as {
      revision: number;
      judgements: Judgements;
    };
    expect([response.status, judgements.status]).toMatchObject([200, { ...body, by: 'local' }]);
    expect(schemas.judgements.reply.safeParse(await read()).success).toBe(true);
    const withdrawal = await declare({ status: null, reason: 'Settled' });
    expect(withdrawal.status).toBe(200);
    const { revision: withdrawn } = (await withdrawal.json()) as { revision: number };
    expect((await read()).status).toBeUndefined();
    expect((await declare({ ...body, by: 'Someone' })).status).toBe(400);
    expect((await declare({ ...body, until: '2001-01-01' })).status).toBe(422);
    expect((await declare({ status: 'stale', reason: 'x' })).status).toBe(400);
    // the withdrawal came later: it is undone first
    const undo = (id: number, more = {}) =>
      api.send('POST', `/api/v1/revisions/${id}/undo`, { body: more });
    expect((await undo(revision)).status).toBe(409);
    expect((await undo(withdrawn)).status).toBe(200);
    expect((await read()).status).toMatchObject({ status: 'at_risk', by: 'local' });
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
  });

  const list = async (query = '') =>
    (await api.get<{ statuses: readonly ListedStatus[] }>(`/api/v1/declared-statuses${query}`))
      .statuses;

  test('the list has the declared statuses that have not expired', async () => {
    const expected = { code: 'A-1', status: 'at_risk', reason: 'The bank waits', by: 'local' };
    expect(await list()).toEqual([]);
    await declare({ status: 'at_risk', reason: 'The bank waits', until: '2190-01-01' });
    const answer = await api.get('/api/v1/declared-statuses');
    expect(schemas.listDeclaredStatuses.reply.safeParse(answer).success).toBe(true);
    expect(await list('?as_of=2190-01-01')).toMatchObject([expected]);
    expect(await list('?as_of=2190-01-02')).toEqual([]);
    await declare({ status: null, reason: 'Settled' });
    expect(await list()).toEqual([]);
  });

  // seen to fail: no file had the declared status
  test('a file of projects has the declared status beside the computed one', async () => {
    await declare({ status: 'at_risk', reason: 'The bank waits' });
    const readRows = async () => {
      const response = await api.send('GET', '/api/v1/documents/projects.csv?as_of=2199-01-01');
      expect(response.status).toBe(200);
      const [head = '', row = ''] = (await response.text()).split('\r\n');
      const ids = head.replace('\u{feff}', '').split(',');
      return Object.fromEntries(row.split(',').map((cell, at) => [ids[at], cell]));
    };
    expect(await readRows()).toMatchObject({
      computed_status: 'not_known',
      declared_status: 'at_risk',
      declared_reason: 'The bank waits',
      declared_by: 'local',
      declared_until: '',
    });
    await declare({ status: null, reason: 'Settled' });
    expect(await readRows()).toMatchObject({ declared_status: '', declared_by: '' });
  });

  // seen to fail: the page of an earlier day had judgements of today
  test('judgements stand on pages from the day of their figures on', async () => {
    await declare({ status: 'at_risk', reason: 'The bank waits' });
    await block('approval', { cause: 'utilities', text: 'No second line' });
    const ofDay = (day: string) => api.get<Judgements>(`${url}/judgements?as_of=${day}`);
    const { status } = await read();
    expect(status?.as_of).toBe('2021-04-01');
    expect(await ofDay('2021-03-31')).toEqual({ blocked: [] });
    expect(await list('?as_of=2021-03-31')).toEqual([]);
    expect(await ofDay('2021-04-01')).toMatchObject({ status, blocked: [{ gate: 'approval' }] });
    expect(await list('?as_of=2021-04-01')).toMatchObject([{ code: 'A-1', ...status }]);
    const { actions } = await api.get<Pipeline>('/api/v1/pipeline?as_of=2021-04-01');
    expect(actions?.items[0]?.reasons.map(({ kind }) => kind)).toContain('blocked');
  });

  test('a gate is blocked with a cause of the list and a text, until it is unblocked', async () => {
    const cause = { cause: 'utilities', text: 'No second line' };
    expect((await block('approval', cause)).status).toBe(200);
    expect((await read()).blocked).toMatchObject([{ gate: 'approval', ...cause }]);
    const { actions } = await api.get<Pipeline>('/api/v1/pipeline?as_of=2199-01-01');
    expect(actions?.items[0]?.reasons.map(({ kind }) => kind)).toContain('blocked');
    expect((await block('approval', { cause: null, text: 'Built' })).status).toBe(200);
    expect((await read()).blocked).toEqual([]);
    const after = await api.get<Pipeline>('/api/v1/pipeline?as_of=2199-01-01');
    expect(JSON.stringify(after.actions)).not.toContain('"blocked"');
    expect((await block('unknown', cause)).status).toBe(404);
    expect((await block('approval', { cause: 'bad_luck', text: 'x' })).status).toBe(400);
  });

  test('a zone sets its own gates, and one that ends before it begins is rejected', async () => {
    const values = [{ indicator: 'companies', period: '2021-04', value: '3' }];
    await api.send('POST', '/api/v1/observations', { body: { values } });
    const { headers } = await api.send('GET', '/api/v1/zone');
    const etag = headers.get('etag') ?? '';
    const gate = { id: 'grid', from: 'signed', until: 'operation', months: 8, actor: 'utility' };
    const change = (gates: readonly object[]) =>
      api.send('PATCH', '/api/v1/zone', { body: { gates }, headers: { 'if-match': etag } });
    expect((await change([{ ...gate, until: 'lead' }])).status).toBe(400);
    expect((await change([gate, gate])).status).toBe(400);
    expect((await change([gate])).status).toBe(200);
    expect((await block('grid', { cause: 'utilities', text: 'x' })).status).toBe(200);
    expect((await block('approval', { cause: 'utilities', text: 'x' })).status).toBe(404);
  });

  test('a viewer sees no judgement', async () => {
    const env = { principal: { id: 'v', name: 'v', mode: 'account', role: 'viewer' } as const };
    expect((await api.send('GET', `${url}/judgements`, { env })).status).toBe(403);
    expect((await api.send('GET', '/api/v1/declared-statuses', { env })).status).toBe(403);
  });
});
