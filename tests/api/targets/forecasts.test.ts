import { afterEach, describe, expect, test } from 'vitest';
import type { ForecastsReply } from '#contract/targets/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { ForecastRecord } from '#domain/targets/forecast-record.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { putObservations } from '#server/targets/observation-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('past forecasts on $name', (engine) => {
  let api: TestApi;
  const openForecasts = async (): Promise<TestApi> => (api = await openApi(engine));
  afterEach(() => api.close());
  const records = async (query: string): Promise<readonly ForecastRecord[]> => {
    const reply = await api.get<ForecastsReply>(`/api/v1/forecasts?${query}`);
    expect(schemas.forecasts.reply.safeParse(reply).error?.issues ?? []).toEqual([]);
    return reply.items;
  };
  const inside = (items: readonly ForecastRecord[]) =>
    items.map(({ indicator, results, forecasts }) => {
      const ended = forecasts.filter(
        ({ forecast, result }) => forecast.kind === 'range' && result !== undefined,
      );
      expect(ended).toHaveLength(results);
      return [indicator, ended.filter((one) => one.inside).length, results] as const;
    });

  test('of the Example Zone 75 of 127 bands to the deadline held the result; of jobs none within a year of it', async () => {
    await openForecasts();
    await api.send('POST', '/api/v1/samples', { body: { sample: 'example_zone' } });
    const items = await records('as_of=2025-02-28&ahead=deadline');
    expect(inside(items).filter(([, , results]) => results > 0)).toEqual([
      ['companies', 20, 41],
      ['industrial_output', 29, 36],
      ['jobs', 26, 50],
    ]);
    const jobs = items.find(({ indicator }) => indicator === 'jobs');
    const lastYear = jobs?.forecasts.filter(({ period }) => period >= '2023-12') ?? [];
    expect([lastYear.length, lastYear.filter((one) => one.inside).length]).toEqual([12, 0]);
    expect(jobs?.scores?.near.results).toBe(24);
  });

  test('a past forecast to the deadline is the one that the overview shows on that day', async () => {
    await openForecasts();
    const [past] = await records('as_of=2021-04-16&ahead=deadline');
    const { targets } = await api.get<Overview>('/api/v1/overview?as_of=2021-02-28');
    expect(past?.forecasts.find(({ period }) => period === '2021-02')?.forecast).toEqual(
      targets.find(({ indicator }) => indicator === past?.indicator)?.forecast,
    );
    expect(past?.forecasts.every(({ recomputed }) => recomputed)).toBe(true);
  });

  test('a month whose values were recorded by its end uses them; one with a later value is marked', async () => {
    await openForecasts();
    const put = (recorded_at: string, period: string, value: number) =>
      writeRevision(
        api.db,
        { author: 'test', kind: 'observation', reason: 'test', origin: 'sample', recorded_at },
        (trx, revision) =>
          putObservations(trx, revision, [
            {
              origin: 'sample',
              indicator: 'companies',
              period,
              value: String(value),
              data_status: 'reported',
            },
          ]),
      );
    // computes every month again; each is entered on its last day, and March is corrected in May
    const first = 2030;
    for (let i = 0; i < 9; i += 1)
      await put(`${first}-0${i + 1}-28T10:00:00.000Z`, `${first}-0${i + 1}`, 100 + i * 3 + (i % 3));
    const before = (await records(`as_of=${first}-09-30&ahead=3`)).find(
      ({ indicator }) => indicator === 'companies',
    );
    await put(`${first}-10-05T10:00:00.000Z`, `${first}-09`, 400);
    const after = (await records(`ahead=3&as_of=${first}-09-30`)).find(
      ({ indicator }) => indicator === 'companies',
    );
    const september = (record: ForecastRecord | undefined) =>
      record?.forecasts.find(({ period }) => period === `${first}-09`);
    expect(september(before)?.forecast.kind).toBe('range');
    expect(september(after)).toEqual(september(before));
    const june = (record: ForecastRecord | undefined) =>
      record?.forecasts.find(({ period }) => period === `${first}-06`)?.result;
    expect([june(before), june(after)]).toEqual([String(100 + 24 + 2), '400']);
    expect([september(after)?.recomputed, after?.forecasts[0]?.recomputed]).toEqual([false, true]);
  });

  test('an unknown horizon and a day that is none are refused', async () => {
    await openForecasts();
    expect((await api.send('GET', '/api/v1/forecasts?ahead=5')).status).toBe(400);
    expect((await api.send('GET', '/api/v1/forecasts?as_of=2021-02-30')).status).toBe(400);
  });
});
