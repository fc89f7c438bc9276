import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredObservation } from '#contract/targets/schemas.ts';
import type { Session } from '#contract/service/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { CauseNote, Observation } from '#domain/zone/indicator.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const path = '/api/v1/indicators/companies/observations';
interface Problem {
  readonly code: string;
  readonly current?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

describe.each(engines)('changes on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const enter = (body: unknown, headers: Readonly<Record<string, string>> = {}, url = path) =>
    api.send('POST', url, { body, headers });
  const problemOf = async (response: Response): Promise<Problem & { status: number }> => ({
    ...((await response.json()) as Problem),
    status: response.status,
  });
  const values = () =>
    api.get<{ items: readonly Observation[]; notes: readonly CauseNote[] }>(path);

  test('the first own value begins the own zone: targets stay, the example is removed with its published figures, and undo restores both', async () => {
    const before = await api.get<Overview>('/api/v1/overview');
    const response = await enter({
      period: '2021-04',
      value: '43',
      note: 'Two firms moved in. Next: the third signs in May.',
    });
    const observation = (await response.json()) as StoredObservation;
    expect([response.status, schemas.addObservation.reply.safeParse(observation).success]).toEqual([
      201,
      true,
    ]);
    expect(observation.observation).toMatchObject({
      value: '43',
      origin: 'own',
      data_status: 'reported',
    });
    const now = await api.get<Overview>('/api/v1/overview');
    expect(now).toMatchObject({ origin: 'own', as_of: '2021-04-30' });
    // nobody has entered a project: the number is unknown, not 0
    expect(now.headline).toEqual({ before: {} });
    expect(now.targets.find((row) => row.indicator === 'companies')).toMatchObject({
      target: '200',
      now: { value: '43' },
      cause: { text: 'Two firms moved in. Next: the third signs in May.' },
    });
    expect((await api.get<Session>('/api/v1/session')).origins).toEqual(['own']);
    const undo = await api.send('POST', `/api/v1/revisions/${observation.revision}/undo`, {
      body: {},
    });
    expect(undo.status).toBe(200);
    expect({ ...(await api.get<Overview>('/api/v1/overview')), revision: 0 }).toEqual({
      ...before,
      revision: 0,
    });
    expect(
      (
        await problemOf(
          await api.send('POST', `/api/v1/revisions/${observation.revision}/undo`, { body: {} }),
        )
      ).status,
    ).toBe(409);
    expect(
      (await problemOf(await api.send('POST', '/api/v1/revisions/999/undo', { body: {} }))).status,
    ).toBe(404);
  });

  test('a correction keeps the old value, and January may be left blank', async () => {
    await enter({ period: '2021-03', value: '41' });
    await enter({ period: '2021-03', value: '42' });
    expect((await values()).items).toMatchObject([
      { period: '2021-03', value: '42', earlier: [{ value: '41' }] },
    ]);
    const blank = await enter(
      { period: '2021-01', value: null },
      {},
      '/api/v1/indicators/industrial_output/observations',
    );
    expect(((await blank.json()) as StoredObservation).observation).toMatchObject({
      period: '2021-01',
      missing: 'not_applicable',
    });
    const due = await enter({ period: '2021-02', value: null, missing: 'not_disclosed' });
    expect(((await due.json()) as StoredObservation).observation).toMatchObject({
      missing: 'not_disclosed',
    });
  });

  test('ten times the last value raises a question, and is stored once confirmed', async () => {
    await enter({ period: '2021-02', value: '40' });
    const problem = await problemOf(await enter({ period: '2021-03', value: '410' }));
    expect([problem.status, problem.code, problem.errors?.[0]?.message]).toEqual([
      422,
      'jump_needs_confirmation',
      '2021-02: 40',
    ]);
    expect((await problemOf(await enter({ period: '2021-03', value: '4' }))).code).toBe(
      'jump_needs_confirmation',
    );
    expect((await values()).items).toHaveLength(1);
    expect((await enter({ period: '2021-03', value: '410', confirm: true })).status).toBe(201);
    expect((await enter({ period: '2021-02', value: '80' })).status).toBe(201);
  });

  test('a year to date that starts again in February is no jump', async () => {
    const output = '/api/v1/indicators/industrial_output/observations';
    expect((await enter({ period: '2020-12', value: '600000000' }, {}, output)).status).toBe(201);
    expect((await enter({ period: '2021-02', value: '90000000' }, {}, output)).status).toBe(201);
    expect(
      (await problemOf(await enter({ period: '2021-03', value: '2000000000' }, {}, output))).code,
    ).toBe('jump_needs_confirmation');
  });

  test('a year to date that falls within its year raises a question, alone and in a block, and is stored once confirmed', async () => {
    const output = '/api/v1/indicators/industrial_output/observations';
    expect((await enter({ period: '2021-02', value: '100000000' }, {}, output)).status).toBe(201);
    const fell = { period: '2021-03', value: '90000000' };
    const problem = await problemOf(await enter(fell, {}, output));
    expect([problem.status, problem.code]).toEqual([422, 'jump_needs_confirmation']);
    expect(problem.errors?.[0]?.message).toContain('2021-02 has 100000000');
    const block = { values: [{ indicator: 'industrial_output', ...fell }] };
    expect((await problemOf(await enter(block, {}, '/api/v1/observations'))).code).toBe(
      'jump_needs_confirmation',
    );
    expect((await enter({ ...fell, confirm: true }, {}, output)).status).toBe(201);
  });

  test('the same key and body are one change, another body is refused', async () => {
    const key = { 'idempotency-key': 'save-1' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => enter({ period: '2021-03', value: '41' }, key)),
    );
    expect(answers.every((a) => a.status === 201)).toBe(true);
    const again = await enter({ period: '2021-03', value: '41' }, key);
    expect(((await again.json()) as StoredObservation).revision).toBe(2);
    expect((await api.get<{ items: readonly unknown[] }>('/api/v1/revisions')).items).toHaveLength(
      2,
    );
    expect(await problemOf(await enter({ period: '2021-03', value: '42' }, key))).toMatchObject({
      status: 422,
      code: 'idempotency_conflict',
    });
    expect(
      (await enter({ period: '2021-03', value: '42' }, { 'idempotency-key': 'bad key' })).status,
    ).toBe(400);
  });

  test('only a person who saw the present version of the zone can change it', async () => {
    const response = await api.send('GET', '/api/v1/zone');
    const etag = response.headers.get('etag') ?? '';
    const patch = (body: unknown, headers: Readonly<Record<string, string>>) =>
      api.send('PATCH', '/api/v1/zone', { body, headers });
    const change = { plan_path: 'straight' };
    expect((await problemOf(await patch(change, {}))).status).toBe(428);
    expect((await problemOf(await patch(change, { 'if-match': '*' }))).status).toBe(428);
    expect((await problemOf(await patch(change, { 'if-match': `W/${etag}` }))).status).toBe(412);
    const outcome = await patch(change, { 'if-match': etag });
    expect([outcome.status, ((await outcome.json()) as ZoneProfile).plan_path]).toEqual([
      200,
      'straight',
    ]);
    const stale = await problemOf(await patch({ plan_path: 'checkpoints' }, { 'if-match': etag }));
    expect(stale).toMatchObject({
      status: 412,
      code: 'precondition_failed',
      current: { plan_path: 'straight' },
    });
    // changed back: another version, with another tag
    const back = await patch(
      { plan_path: 'checkpoints' },
      { 'if-match': outcome.headers.get('etag') ?? '' },
    );
    expect([back.status, back.headers.get('etag') === etag]).toEqual([200, false]);
    expect((await api.send('GET', '/api/v1/zone')).headers.get('etag')).toBe(
      back.headers.get('etag'),
    );
    for (const body of [
      {},
      { origin: 'own' },
      { fictional: true },
      { base_currency: 'yuan' },
      {
        phases: [
          {
            id: 'a',
            name: { en: 'x', ja: 'x', 'zh-CN': 'x' },
            start: '2022-01-01',
            end: '2021-01-01',
          },
        ],
      },
      { targets: null },
    ]) {
      expect([
        body,
        (await problemOf(await patch(body, { 'if-match': back.headers.get('etag') ?? '' }))).status,
      ]).toEqual([body, 400]);
    }
  });

  test('of two managers who change the zone at once, one succeeds and the other gets a conflict', async () => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const both = await Promise.all(
      [80, 85].map((slightly) =>
        api.send('PATCH', '/api/v1/zone', {
          body: { thresholds: { ahead: 106, on: 95, slightly } },
          headers: { 'if-match': etag },
        }),
      ),
    );
    expect(both.map((r) => r.status).toSorted()).toEqual([200, 412]);
  });

  test('a viewer of the demo sees everything and changes nothing', async () => {
    const env = { principal: { id: 'demo', name: 'demo', mode: 'local', role: 'viewer' } } as const;
    expect((await api.send('GET', '/api/v1/overview', { env })).status).toBe(200);
    expect(
      (await api.send('POST', path, { body: { period: '2021-03', value: '41' }, env })).status,
    ).toBe(403);
  });

  test('samples are removed and shown again', async () => {
    const choose = (sample: string) => api.send('POST', '/api/v1/samples', { body: { sample } });
    expect((await choose('none')).status).toBe(200);
    expect((await api.send('GET', '/api/v1/overview')).status).toBe(404);
    expect(await api.get<Session>('/api/v1/session')).toMatchObject({ origin: null, origins: [] });
    expect((await choose('sample')).status).toBe(200);
    expect((await api.get<Overview>('/api/v1/overview')).origin).toBe('sample');
    expect((await choose('example_zone')).status).toBe(200);
    expect(await api.get<Overview>('/api/v1/overview')).toMatchObject({
      origin: 'example_zone',
      zone: { fictional: true },
    });
    expect((await api.get<Session>('/api/v1/session')).origins).toEqual(['example_zone']);
  });
});
