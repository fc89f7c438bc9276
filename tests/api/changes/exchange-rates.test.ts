import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReportReply } from '#contract/exports/schemas.ts';
import type { RemovedRate, StoredExchangeRate } from '#contract/currencies/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { reconciles } from '#domain/changes/bridge.fixture.ts';
import type { Money } from '#domain/values/money.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const yen = (day: string, rate: string | null) => ({
  base: 'JPY',
  quote: 'CNY',
  day,
  per_units: 100,
  rate,
  source: 'CFETS',
});
const days = 'from=2021-03-16&to=2021-04-16';

describe.each(engines)('exchange rates on $name', (engine) => {
  let api: TestApi;
  let now = '';
  beforeEach(async () => {
    now = '2021-05-10T08:00:00Z';
    api = await openApi(engine, { clock: () => new Date(now) });
    const put = (day: string, code: string, total: Money) =>
      writeRevision(
        api.db,
        {
          author: 'a',
          kind: 'import',
          reason: 'x',
          origin: 'sample',
          recorded_at: `${day}T08:00:00.000Z`,
        },
        (trx, id) => putProjects(trx, id, [{ ...record(code, { total }), origin: 'sample' }]),
      );
    await put('2021-05-01', 'Y1', { minor: 10_000n, currency: 'JPY' });
    await put('2021-05-02', 'Y2', cny(10n));
  });
  afterEach(() => api.close());
  const post = async (
    rates: unknown[],
    status = 201,
  ): Promise<{ revision: number; changed: number; errors?: unknown }> => {
    const answer = await api.send('POST', '/api/v1/exchange-rates', { body: { rates } });
    const body = (await answer.json()) as { revision: number; changed: number };
    expect(answer.status, JSON.stringify(body)).toBe(status);
    return body;
  };
  const listed = async (query = ''): Promise<readonly StoredExchangeRate[]> => {
    const reply = await api.get<{ items: StoredExchangeRate[] }>(`/api/v1/exchange-rates${query}`);
    expect(schemas.listExchangeRates.reply.safeParse(reply).error).toBeUndefined();
    return reply.items;
  };
  const removed = async (): Promise<readonly RemovedRate[]> => {
    const removals = await api.get<{ items: RemovedRate[] }>('/api/v1/exchange-rates/removed');
    expect(schemas.listRemovedRates.reply.safeParse(removals).error).toBeUndefined();
    return removals.items;
  };
  const bridge = async (query: string) => {
    const changes = await api.get<RegisterChanges>(`/api/v1/changes?${days}&${query}`);
    expect([
      schemas.changes.reply.safeParse(changes).error,
      changes.bridge.groups.map(reconciles),
    ]).toEqual([undefined, [true, true]]);
    return changes.bridge;
  };
  const pipeline = (result: Awaited<ReturnType<typeof bridge>>, kind: string) =>
    result.groups[1]?.steps.find((step) => step.kind === kind)?.amounts;

  test('are entered with day and source, corrected, removed and undone; every version joins the chain', async () => {
    expect(await post([yen('2021-03-01', '6'), yen('2021-04-01', '5')])).toMatchObject({
      changed: 2,
    });
    expect(await post([yen('2021-04-01', '5')], 200)).toMatchObject({ changed: 0 });
    const corrected = await post([
      { ...yen('2021-04-01', '0.2'), base: 'CNY', quote: 'JPY', per_units: 1 },
    ]);
    expect((await listed()).map((r) => [r.base, r.day, r.rate, r.author])).toEqual([
      ['CNY', '2021-04-01', '0.2', expect.any(String)],
      ['JPY', '2021-03-01', '6', expect.any(String)],
    ]);
    expect(
      (await api.send('POST', `/api/v1/revisions/${corrected.revision}/undo`, { body: {} })).status,
    ).toBe(200);
    expect((await listed()).map((r) => r.rate)).toEqual(['5', '6']);
    await post([yen('2021-03-01', null)]);
    expect((await listed()).map((r) => r.rate)).toEqual(['5']);
    expect(await listed('?known_at=2021-05-09')).toEqual([]);
    expect((await verifyChain(api.db)).whole).toBe(true);
  });

  test('are refused when they are zero, of one currency, of a future day, or given twice', async () => {
    for (const wrong of [
      [yen('2021-04-01', '0')],
      [yen('2021-04-01', '1e3')],
      [{ ...yen('2021-04-01', '5'), quote: 'JPY' }],
      [{ ...yen('2021-04-01', '5'), source: ' ' }],
      [yen('2021-05-11', '5')],
      [yen('2021-04-01', '5'), { ...yen('2021-04-01', '0.2'), base: 'CNY', quote: 'JPY' }],
      [],
    ])
      await post(wrong, 400);
    expect(await listed()).toEqual([]);
  });

  test('convert a bridge only on request, report a missing rate, and have their effect as a step of its own', async () => {
    const plain = await bridge('');
    expect([plain.rates, pipeline(plain, 'closing')]).toMatchObject([
      { kind: 'none' },
      [{ currency: 'CNY' }, { currency: 'JPY', minor: '10000' }],
    ]);
    await post([yen('2021-04-01', '5')]);
    const missing = await bridge('rates=each_day');
    expect(missing).toMatchObject({
      ...plain,
      rates: { kind: 'missing', without: [{ currency: 'JPY', day: '2021-03-16' }] },
    });

    await post([yen('2021-03-01', '6')]);
    const each = await bridge('rates=each_day');
    expect(each.rates).toMatchObject({
      kind: 'each_day',
      currency: 'CNY',
      used: [{ rate: '6' }, { rate: '5' }],
    });
    expect(pipeline(each, 'exchange_rate')).toEqual([{ currency: 'CNY', minor: '-10000' }]);
    expect(pipeline(await bridge('rates=closing_day'), 'exchange_rate')).toEqual([
      { currency: 'CNY', minor: '0' },
    ]);
    expect(
      pipeline(await bridge('rates=each_day&cur=JPY'), 'closing')?.map((a) => a.currency),
    ).toEqual(['JPY']);
    // never with rates that were not requested
    expect((await api.send('GET', `/api/v1/changes?${days}&cur=JPY`)).status).toBe(400);
    // as each day was known: the rate was entered later
    expect((await bridge('rates=each_day&known_from=2021-05-09')).rates.kind).toBe('missing');
  });

  test('apply to a report as to a figure: a file requires them, a page names missing ones, and data keep their currency', async () => {
    const subtitle = async (query: string): Promise<string> =>
      (await api.get<ReportReply>(`/api/v1/report?lang=en&as_of=2021-04-16&${query}`)).report
        .subtitle;
    const statusOf = async (file: string) =>
      (await api.send('GET', `/api/v1/documents/${file}?as_of=2021-04-16&cur=JPY`)).status;
    expect(await subtitle('cur=JPY')).toContain(
      'No amounts in JPY: enter a rate of CNY with JPY on or before 16 Apr 2021',
    );
    expect([await statusOf('report.pptx'), await statusOf('pack.zip')]).toEqual([400, 400]);
    await post([yen('2021-04-01', '5')]);
    expect(await subtitle('cur=JPY')).toContain(
      'With amounts in JPY at 100 JPY = 5 CNY (1 Apr 2021, CFETS)',
    );
    expect(await subtitle('')).not.toContain('JPY');
    expect([
      await statusOf('report.pptx'),
      await statusOf('pack.zip'),
      await statusOf('workbook.xlsx'),
    ]).toEqual([200, 200, 400]);
  });

  test('apply to the files of the chart as on its page, with a day compared with itself at two revisions', async () => {
    await post([yen('2021-03-01', '6'), yen('2021-04-01', '5')]);
    const csv = async (query: string): Promise<string> =>
      (await api.send('GET', `/api/v1/charts/changes.csv?lang=en&${query}`)).text();
    expect(await csv('as_of=2021-04-16&compare=2021-03-16&rates=each_day')).toMatch(
      /^pipeline,Pipeline,exchange_rate,Exchange-rate effect,,,0,0,0,-100(\.00)?,CNY,/m,
    );
    // Y2 was entered on 2 May: on the same day as known before it is new
    const twice = await csv('as_of=2021-04-16&compare=2021-04-16&known_from=2021-05-01');
    expect(twice).toMatch(/^pipeline,Pipeline,new,New,Y2,[^,]*Y2[^,]*,1,1,0,10/m);
    const other = await api.send('GET', '/api/v1/charts/pipeline.csv?rates=each_day');
    expect([other.status, await other.json()]).toMatchObject([400, { code: 'unknown_parameter' }]);
  });

  test('a removed rate leaves a line with author, time and reason; a corrected one leaves none', async () => {
    await post([yen('2021-04-01', '5.9')]);
    await post([yen('2021-04-01', '6.0')]);
    await post([{ ...yen('2021-04-01', '0.17'), base: 'CNY', quote: 'JPY', per_units: 1 }]);
    expect(await removed()).toEqual([]);
    await post([yen('2021-04-01', '6.0')]);
    const answer = await api.send('POST', '/api/v1/exchange-rates', {
      body: { rates: [yen('2021-04-01', null)], reason: 'typed for another day' },
    });
    const { revision } = (await answer.json()) as { revision: number };
    const line = {
      base: 'JPY',
      day: '2021-04-01',
      rate: '6.0',
      source: 'CFETS',
      removed: { revision, author: 'local', reason: 'typed for another day' },
    };
    expect(await removed()).toMatchObject([line]);
    const undo = await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} });
    expect(await removed()).toMatchObject([{ removed: { undone_by: revision + 1 } }]);
    expect(undo.status).toBe(200);
    expect(await listed()).toHaveLength(1);
  });

  test('figures as recorded before a removal are still computed with the rate', async () => {
    await post([yen('2021-03-01', '6'), yen('2021-04-01', '5')]);
    now = '2021-05-11T08:00:00Z';
    await post([yen('2021-03-01', null)]);
    expect((await bridge('rates=each_day')).rates.kind).toBe('missing');
    const before = 'known_at=2021-05-10T12:00:00Z&known_from=2021-05-10T12:00:00Z';
    expect((await bridge(`rates=each_day&${before}`)).rates).toMatchObject({
      kind: 'each_day',
      used: [{ rate: '6' }, { rate: '5' }],
    });
  });

  test('the undo of an entry removes its rate and reports it', async () => {
    const { revision } = await post([yen('2021-04-01', '5.9')]);
    await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} });
    expect(await removed()).toMatchObject([
      { rate: '5.9', removed: { kind: 'undo', undoes: revision, author: 'local' } },
    ]);
  });
});
