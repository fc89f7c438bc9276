import { afterEach, describe, expect, test } from 'vitest';
import { schemas } from '#contract/schemas.ts';
import type { CohortFunnel } from '#domain/analysis/events/cohort-funnel.ts';
import type { SeriesPart } from '#domain/analysis/events/series-part.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('series and cohorts on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const readSeries = async (query = ''): Promise<SeriesPart> => {
    const reply = await api.get<SeriesPart>(`/api/v1/analysis/series?${query}`);
    expect(schemas.series.reply.safeParse(reply).error?.issues ?? []).toEqual([]);
    return reply;
  };
  const readFunnel = async (query = ''): Promise<CohortFunnel> => {
    const reply = await api.get<CohortFunnel>(`/api/v1/analysis/funnel?${query}`);
    expect(schemas.funnel.reply.safeParse(reply).error?.issues ?? []).toEqual([]);
    return reply;
  };

  test('the sample has every known project in one of the quarters', async () => {
    api = await openApi(engine);
    const { events } = await readSeries('event=every&measure=total_investment');
    const last = (event: string) =>
      events?.rows.find((row) => row.event === event)?.periods.at(-1)?.total;
    expect(last('lead')?.count).toBe(30);
    expect(last('signing')).toMatchObject({ count: 10, undisclosed: 0 });
    expect(last('registration')).toMatchObject({
      count: 7,
      amounts: [{ currency: 'CNY', minor: '280000000000' }],
    });
    expect(last('exit')?.count).toBe(2);
    expect(events?.rows[0]?.periods.at(-1)?.state).toBe('open');
    expect(events?.waiting.map(({ from, to, waiting }) => `${from} ${to} ${waiting}`)).toEqual([
      'lead signing 18',
      'signing registration 3',
      'registration start 2',
      'start opening 4',
    ]);
  });

  test('a filter limits the projects counted, and the day limits the revisions', async () => {
    api = await openApi(engine);
    const { events } = await readSeries('industry=eco&event=lead');
    expect(events?.rows[0]?.periods.at(-1)?.total?.count).toBe(7);
    const early = await readSeries('as_of=2020-05-14&event=lead&period=month');
    expect(early.events?.rows[0]?.periods.at(-1)?.total?.count).toBe(23);
    expect(await readSeries('as_of=2019-12-31')).toEqual({
      as_of: '2019-12-31',
      projects: 'unknown',
      first_known_day: '2020-01-01',
    });
  });

  test('an indicator is a series too, and a wrong measure gets the list of valid ones', async () => {
    api = await openApi(engine);
    const { indicator } = await readSeries('measure=industrial_output&as_of=2021-03-31');
    expect(indicator?.means).toBe('added');
    expect(indicator?.periods.map(({ key, value }) => [key, value])).toEqual([
      ['2020-Q1', '0'],
      ['2020-Q2', '140000000'],
      ['2020-Q3', '180000000'],
      ['2020-Q4', '300000000'],
      ['2021-Q1', '170000000'],
    ]);
    for (const query of ['measure=nothing', 'event=lunch', 'period=week', 'by=stage']) {
      const reply = await api.send('GET', `/api/v1/analysis/series?${query}`);
      expect(reply.status, query).toBe(400);
    }
  });

  test('the cohorts of the sample add up to its projects', async () => {
    api = await openApi(engine);
    const funnel = await readFunnel();
    expect(funnel.all).toMatchObject({ n: 25, moved: 5, open: 18, left: 2 });
    expect(funnel.cohorts.reduce((sum, { n }) => sum + n, 0)).toBe(25);
    expect(funnel.left_out).toEqual({ undated: 0, before: 0, passed: 5 });
    expect(funnel.incidence?.n).toBe(25);
    expect((await readFunnel('event=signed_registered')).all).toMatchObject({ n: 10, moved: 7 });
  });

  test('a zone without a register has neither', async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
    const zone = { name: { en: 'Zone' }, base_currency: 'CNY' };
    expect((await api.send('POST', '/api/v1/zone', { body: zone })).status).toBe(201);
    const unknown = { projects: 'unknown' };
    expect([await readSeries(), await readFunnel()]).toMatchObject([unknown, unknown]);
  });
});
