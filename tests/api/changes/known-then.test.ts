import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredObservation } from '#contract/targets/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { reconciles } from '#domain/changes/bridge.fixture.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';

import type { ZoneProfile } from '#domain/zone/zone.ts';

import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('two days on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  /** Reads the changes; without a register there is no group to reconcile. */
  const changes = async (query: string, groups = 2): Promise<RegisterChanges> => {
    const changes = await api.get<RegisterChanges>(`/api/v1/changes?${query}`);
    expect([
      schemas.changes.reply.safeParse(changes).error,
      changes.bridge.groups.map(reconciles),
    ]).toEqual([undefined, Array.from({ length: groups }, () => true)]);
    expect(Object.values(changes.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(
      changes.total ?? 0,
    );
    return changes;
  };

  test('an earlier revision is unchanged: overview, list, project, summary, values, chart', async () => {
    await api.db.write((trx) =>
      sql`update revision set recorded_at = '2021-05-01T00:00:00.000Z'`.execute(trx),
    );
    const path = '/api/v1/indicators/companies/observations';
    const enter = async (value: string): Promise<StoredObservation> =>
      (await (
        await api.send('POST', path, { body: { period: '2021-03', value } })
      ).json()) as StoredObservation;
    expect([(await enter('41')).revision, (await enter('42')).revision]).toEqual([2, 3]);
    const then = 'known_at=2021-05-02';
    const overview = await api.get<Overview>(`/api/v1/overview?${then}`);
    expect([overview.origin, overview.revision]).toEqual(['sample', 1]);
    expect((await api.get<Overview>('/api/v1/overview')).origin).toBe('own');
    expect((await api.get<{ total: number }>(`/api/v1/projects?${then}`)).total).toBe(30);
    expect(await api.get('/api/v1/projects')).not.toHaveProperty('total');
    expect((await api.get<{ code: string }>(`/api/v1/projects/A01?${then}`)).code).toBe('A01');
    expect(
      (await api.get<{ total: { count: number } }>(`/api/v1/summary?by=stage&${then}`)).total.count,
    ).toBe(27);
    expect(
      (await api.get<{ items: readonly Observation[] }>(`${path}?${then}`)).items,
    ).toHaveLength(12);
    expect((await api.send('GET', `/api/v1/charts/changes.csv?${then}`)).status).toBe(200);
    expect((await api.get<ZoneProfile>(`/api/v1/zone?${then}`)).origin).toBe('sample');
    expect((await api.get<ZoneProfile>('/api/v1/zone')).origin).toBe('own');
    await api.send('POST', '/api/v1/periods/2021-03/close', { body: {} });
    const readClosings = async (query: string) =>
      (await api.get<{ items: readonly unknown[] }>(`/api/v1/periods${query}`)).items.length;
    expect([await readClosings(''), await readClosings(`?${then}`)]).toEqual([1, 0]);
    expect(
      (await api.get<{ closed?: unknown }>(`/api/v1/periods/2021-03?${then}`)).closed,
    ).toBeUndefined();
    expect(
      (await api.get<{ items: readonly unknown[] }>(`/api/v1/indicators?${then}`)).items.length,
    ).toBeGreaterThan(0);
    const none = await api.send('GET', '/api/v1/overview?known_at=2021-04-30T23:59:59Z');
    expect([none.status, ((await none.json()) as { detail: string }).detail]).toEqual([
      404,
      expect.stringContaining('Nothing had been recorded'),
    ]);
    for (const bad of [
      'yesterday',
      '2021-02-30',
      '2021-05-02T25:00:00Z',
      '2021-05-02T08:00:00',
      '',
    ])
      expect([bad, (await api.send('GET', `/api/v1/overview?known_at=${bad}`)).status]).toEqual([
        bad,
        400,
      ]);
    expect((await api.send('GET', '/api/v1/changes?from=2021-04-17&to=2021-04-16')).status).toBe(
      400,
    );
  });

  test('a value corrected after it was shown names its former value', async () => {
    const path = '/api/v1/indicators/companies/observations';
    for (const [period, value] of [
      ['2021-02', '37'],
      ['2021-03', '41'],
      ['2021-02', '38'],
    ] as const)
      await api.send('POST', path, { body: { period, value } });
    const result = await changes('from=2021-02-28&to=2021-03-31', 0);
    expect(result.indicators.find((row) => row.indicator === 'companies')).toMatchObject({
      from: { value: '38', revised: [{ value: '37' }] },
      to: { value: '41' },
    });
  });

  // seen to fail: a change named its former value only, not that the month had been closed
  test('a value changed after the closing of its month has the day and the reason of the change', async () => {
    const enter = (period: string, value: string, reason = '') =>
      api.send('POST', '/api/v1/indicators/companies/observations', {
        body: { period, value, ...(reason === '' ? {} : { reason }) },
      });
    await enter('2021-01', '30');
    await enter('2021-02', '37');
    await enter('2021-03', '41');
    await api.send('POST', '/api/v1/periods/2021-02/close', { body: {} });
    const read = async (query: string) =>
      (await changes(query, 0)).indicators.find((row) => row.indicator === 'companies');
    const days = 'from=2021-02-28&to=2021-03-31';
    expect(await read(days)).not.toHaveProperty('after_closing');
    await enter('2021-01', '31', 'Not closed');
    await enter('2021-02', '38', 'Counted again');
    expect(await read(days)).toMatchObject({
      from: { value: '38', revised: [{ value: '37' }] },
      after_closing: [
        { period: '2021-02', recorded_at: expect.any(String), reason: 'Counted again' },
      ],
    });
    expect(await read('from=2021-01-31&to=2021-03-31')).not.toHaveProperty('after_closing');
  });

  test('the head of the hash chain is shown, and the chain is whole', async () => {
    const { head } = await api.get<{ head: string }>('/api/v1/revisions');
    expect(await verifyChain(api.db, head)).toEqual({
      whole: true,
      revisions: 1,
      head,
      anchored_at: 1,
    });
  });
});
