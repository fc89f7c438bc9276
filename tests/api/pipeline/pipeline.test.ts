import { afterEach, describe, expect, test } from 'vitest';
import type { ActionList } from '#domain/projects/actions.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import { schemas } from '#contract/schemas.ts';
import { sampleData } from '#server/samples/service.ts';
import { putProjects, type PutOptions } from '#server/projects/history/put-project-store.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { writeZone } from '#server/zone/store.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { cny, record } from '../../setup/api/store-records.ts';

describe.each(engines)('the pipeline on $name', (engine) => {
  let api: TestApi;
  const openPipeline = async (): Promise<TestApi> => (api = await openApi(engine));
  afterEach(() => api.close());
  const readPipeline = (query = '') => api.get<Pipeline>(`/api/v1/pipeline${query}`);
  /** An own register instead of the sample, with the sample's zone. */
  const put = (records: readonly ProjectRecord[], options: PutOptions = {}) =>
    writeRevision(
      api.db,
      { author: 'test', kind: 'import', reason: 'test', origin: 'own', ...options },
      (trx, revision) => putProjects(trx, revision, records, options),
    );

  const stalledOf = (list: ActionList | undefined): string[] =>
    (list?.items ?? []).flatMap(({ code, reasons }) =>
      reasons.flatMap((one) => (one.kind === 'stalled' ? [`${code} ${one.days}`] : [])),
    );

  test('the sample gives the days in stage, counts and amounts of the reference', async () => {
    await openPipeline();
    const pipeline = await readPipeline('?as_of=2021-04-16');
    expect(schemas.pipeline.reply.safeParse(pipeline).error?.issues ?? []).toEqual([]);
    const of = (stage: string) => pipeline.stages.find((row) => row.stage === stage);
    expect(
      ['lead', 'negotiation', 'signed', 'registered', 'construction'].map(
        (stage) => of(stage)?.median_days,
      ),
    ).toEqual([138.5, 133, undefined, undefined, undefined]);
    expect(of('lead')).toMatchObject({
      count: 6,
      undisclosed: 2,
      dated: 6,
      undated: 0,
      amounts: [{ currency: 'CNY', minor: '122000000000' }],
    });
    expect(of('lead')?.p80_days).toBe(184);
    expect(pipeline.pipeline).toEqual({
      count: 20,
      undisclosed: 3,
      amounts: [{ currency: 'CNY', minor: '512000000000' }],
      undated: 0,
    });
    expect([pipeline.on_hold, pipeline.data_status]).toEqual([1, 'illustrative']);
  });

  test('the stalled of the sample are those past the limit of their stage; construction is not judged by one edition', async () => {
    await openPipeline();
    const { actions } = await readPipeline('?as_of=2021-04-16');
    expect(stalledOf(actions).toSorted()).toEqual([
      'B04 345',
      'B05 225',
      'B08 245',
      'B15 233',
      'B16 184',
      'B17 149',
      'B18 128',
      'B19 93',
    ]);
    expect([actions?.total, actions?.not_judged]).toEqual([9, 4]);
  });

  test('since 16 March 2021 one project moved on, and none is new or moved back', async () => {
    await openPipeline();
    const { moves, compare } = await readPipeline('?as_of=2021-04-16&compare=2021-03-16');
    expect(compare).toBe('2021-03-16');
    expect(moves).toEqual({
      since: '2021-03-16',
      total: 1,
      items: [
        {
          from: 'negotiation',
          to: 'signed',
          count: 1,
          regression: false,
          projects: [{ code: 'B03', name: expect.any(String), date: '2021-03-30' }],
        },
      ],
    });
    expect((await readPipeline('?compare=none')).moves).toBeUndefined();
    for (const query of ['?compare=2030-01-01', '?as_of=2021-02-30', '?board=1'])
      expect((await api.send('GET', `/api/v1/pipeline${query}`)).status).toBe(400);
  });

  test('a changed amount, a move or a hold ends the stall; an edition that changes neither does not', async () => {
    await openPipeline();
    const { profile } = sampleData();
    await writeRevision(
      api.db,
      { author: 'test', kind: 'import', reason: 'zone', origin: 'own' },
      async (trx, revision) => {
        await writeZone(trx, revision, { ...profile, origin: 'own' });
        await chooseOrigin(trx, revision, 'own');
      },
    );
    const since = (stage: 'lead' | 'construction') => [{ stage, date: '2020-01-01' }];
    const fai = (minor: string) => ({ fai_done_total: { money: { minor, currency: 'CNY' } } });
    const first = [
      record('quiet', { total: cny(5n) }),
      record('money', { total: cny(5n) }),
      record('remark', { total: cny(5n) }),
      record('moved', { events: since('lead') }),
      record('held', { status: [{ status: 'on_hold', date: '2020-03-01' }] }),
      record('undated', { events: [{ stage: 'lead', date: '2020-01-01', by: true }] }),
      record('site still', { events: since('construction'), amounts: fai('100') }),
      record('site on', { events: since('construction'), amounts: fai('100') }),
      record('site once', { events: since('construction'), amounts: fai('100') }),
    ];
    await put(first);
    await put(
      [
        record('money', { total: cny(6n) }),
        record('remark', { total: cny(5n), remark: 'as before' }),
        record('moved', { events: [...since('lead'), { stage: 'signed', date: '2020-12-20' }] }),
        record('site still', {
          events: since('construction'),
          amounts: fai('100'),
          remark: 'as before',
        }),
        record('site on', { events: since('construction'), amounts: fai('200') }),
      ],
      { as_of: '2020-12-31' },
    );
    const { actions, stages, moves } = await readPipeline('?as_of=2021-01-15&compare=2020-12-01');
    expect(stalledOf(actions)).toEqual(['quiet 380', 'remark 380', 'site still 380']);
    expect([actions?.total, actions?.not_judged]).toEqual([3, 1]);
    expect(stages[0]).toMatchObject({ stage: 'lead', count: 4, dated: 3, undated: 1 });
    expect(moves?.items.map(({ from, to }) => [from, to])).toEqual([['lead', 'signed']]);
    expect(stalledOf((await readPipeline('?as_of=2021-06-01&compare=none')).actions)).toContain(
      'money 152',
    );
  });

  test('a request with the present tag gets a 304 until something changes', async () => {
    await openPipeline();
    const response = await api.send('GET', '/api/v1/pipeline');
    const again = await api.send('GET', '/api/v1/pipeline', {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect([response.status, again.status]).toEqual([200, 304]);
  });
});
