import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import type { Summary } from '#contract/projects/project-schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const header = '项目编号,项目名称,项目阶段,总投资（万元）,签约日期';
const first = [
  'C1,甲项目,开工在建,90000,',
  'C2,乙项目,在谈,60000,',
  'C3,丙项目,已签约,40000,2021-02-10',
];
const register = (lines: readonly string[]): string => [header, ...lines].join('\r\n');

describe.each(engines)('the first known day on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  /** Imports an edition of a day; the number of its revision. */
  const imported = async (lines: readonly string[], as_of: string): Promise<number> => {
    const form = new FormData();
    form.set('file', new File([register(lines)], '台账.csv'));
    const { id, questions } = (await (
      await api.send('POST', '/api/v1/imports', { body: form })
    ).json()) as ImportPreview;
    const kind = questions.some((question) => question.id === 'file_kind')
      ? { file_kind: 'own_register' }
      : {};
    const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, {
      body: { answers: { as_of, edition_change: 'accept', ...kind } },
    });
    expect(outcome.status).toBe(200);
    return ((await outcome.json()) as { revision: number }).revision;
  };
  /** Changes settings of the zone. */
  const changeZone = async (body: object): Promise<Response> => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    return api.send('PATCH', '/api/v1/zone', { body, headers: { 'if-match': etag } });
  };
  const overviewOn = async (query: string): Promise<Overview> => {
    const overview = await api.get<Overview>(`/api/v1/overview?${query}`);
    expect(schemas.overview.reply.safeParse(overview).error?.issues).toBeUndefined();
    return overview;
  };
  const pipelineOn = async (query: string): Promise<Pipeline> => {
    const pipeline = await api.get<Pipeline>(`/api/v1/pipeline?${query}`);
    expect(schemas.pipeline.reply.safeParse(pipeline).error?.issues).toBeUndefined();
    return pipeline;
  };

  test('no response counts projects before the first edition', async () => {
    await imported(first, '2021-05-31');
    const overview = await overviewOn('as_of=2021-04-30');
    expect(overview).toMatchObject({
      first_known_day: '2021-05-31',
      established: [],
      strip: { groups: [] },
    });
    for (const name of ['projects_total', 'actions', 'undisclosed', 'strip.excluded'])
      expect(overview).not.toHaveProperty(name);
    expect(overview).not.toHaveProperty('changes');
    // the published figures about the zone of the register stay, with their source
    expect(overview.headline.established).toMatchObject({ value: '7', source: expect.anything() });
    const pipeline = await pipelineOn('as_of=2021-04-30');
    expect(pipeline).toMatchObject({ stages: [], first_known_day: '2021-05-31' });
    for (const name of ['pipeline', 'on_hold', 'stalled', 'moves'])
      expect(pipeline).not.toHaveProperty(name);
    const summary = await api.get<Summary>('/api/v1/summary?by=stage&as_of=2021-04-30');
    expect([
      schemas.summary.reply.safeParse(summary).success,
      summary.groups,
      summary.total,
    ]).toEqual([true, [], undefined]);
    const list = await api.get<ProjectPage>('/api/v1/projects?as_of=2021-04-30');
    expect(list).toEqual({ items: [], nextCursor: null, first_known_day: '2021-05-31' });
    const csv = await (
      await api.send('GET', '/api/v1/documents/projects.csv?as_of=2021-04-30')
    ).text();
    expect(csv.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a first import shows no growth', async () => {
    await imported(first, '2021-05-31');
    const now = await overviewOn('as_of=2021-05-31');
    expect(now).toMatchObject({
      projects_total: 3,
      headline: { established: { value: '1' }, pipeline: { value: '2' } },
    });
    const reaching = await overviewOn('as_of=2021-05-31&compare=2021-04-30');
    expect([reaching.changes, reaching.headline.before.established?.source === undefined]).toEqual([
      undefined,
      true,
    ]);
    const changes = await api.get<RegisterChanges>('/api/v1/changes?from=2021-04-30&to=2021-05-31');
    expect(schemas.changes.reply.safeParse(changes).success).toBe(true);
    expect(changes).toMatchObject({
      first_known_day: '2021-05-31',
      moves: [],
      bridge: { groups: [] },
    });
    for (const name of ['total', 'counts']) expect(changes).not.toHaveProperty(name);
    expect(await pipelineOn('as_of=2021-05-31&compare=2021-04-30')).not.toHaveProperty('moves');
  });

  test('between editions counts are minimums and name the projects without a day of entry', async () => {
    await imported(first, '2021-05-31');
    await imported(
      [...first, 'C4,丁项目,在谈,10000,', 'C5,戊项目,已签约,20000,2021-06-10'],
      '2021-07-31',
    );
    expect(await overviewOn('as_of=2021-05-31')).not.toHaveProperty('undated');
    const between = await overviewOn('as_of=2021-06-30&compare=2021-05-31');
    expect(between).toMatchObject({
      undated: 1,
      projects_total: 4,
      headline: { pipeline: { value: '3', qualifier: 'at_least' } },
    });
    expect(await pipelineOn('as_of=2021-06-30')).toMatchObject({ undated_projects: 1 });
    const end = await overviewOn('as_of=2021-07-31&compare=2021-05-31');
    expect(end).toMatchObject({ projects_total: 5, changes: { pipeline: { before: 2, now: 4 } } });
    expect(end).not.toHaveProperty('undated');
    // seen to fail: the count of the compared day was written without "at least"
    const since = await overviewOn('as_of=2021-07-31&compare=2021-06-30');
    expect(since.headline.before.pipeline).toMatchObject({ value: '3', qualifier: 'at_least' });
    expect(end.headline.before.pipeline).not.toHaveProperty('qualifier');
  });

  // seen to fail: pages opened on a closed month with 0 of 3 projects
  test('pages do not open on a closed month that a declared day hides all projects of', async () => {
    const undated = first.map((line) => line.replace('2021-02-10', ''));
    await imported(undated, '2021-05-31');
    const complete_from = { date: '2021-01-31', reason: 'Complete list' };
    expect((await changeZone({ complete_from })).status).toBe(200);
    const values = { values: [{ indicator: 'companies', period: '2021-03', value: '40' }] };
    await api.send('POST', '/api/v1/observations', { body: values });
    expect((await api.send('POST', '/api/v1/periods/2021-03/close', { body: {} })).status).toBe(
      201,
    );
    expect(await overviewOn('')).toMatchObject({ as_of: '2021-05-31', projects_total: 3 });
  });

  // seen to fail: 0 projects on both days, "unchanged", and all projects new on the day of the edition
  test('days are not compared where nobody knows their projects', async () => {
    await imported(
      first.map((line) => line.replace('2021-02-10', '')),
      '2021-05-31',
    );
    const complete_from = { date: '2021-01-31', reason: 'Complete list' };
    expect((await changeZone({ complete_from })).status).toBe(200);
    for (const to of ['2021-04-30', '2021-05-31']) {
      const changes = await api.get<RegisterChanges>(`/api/v1/changes?from=2021-02-28&to=${to}`);
      expect(schemas.changes.reply.safeParse(changes).success).toBe(true);
      expect(changes).toMatchObject({ bridge: { groups: [] }, moves: [] });
      for (const name of ['total', 'counts']) expect(changes).not.toHaveProperty(name);
      expect(await overviewOn(`as_of=${to}&compare=2021-02-28`)).not.toHaveProperty('changes');
      expect(await pipelineOn(`as_of=${to}&compare=2021-02-28`)).not.toHaveProperty('moves');
    }
    const since = await overviewOn('as_of=2021-06-30&compare=2021-05-31');
    expect(since).toMatchObject({ changes: { pipeline: { before: 2, now: 2 } } });
  });

  test('undoing the last edition keeps the first known day, undoing both removes it', async () => {
    const one = await imported(first, '2021-05-31');
    const two = await imported([...first, 'C4,丁项目,在谈,10000,'], '2021-07-31');
    await api.send('POST', `/api/v1/revisions/${two}/undo`, { body: {} });
    expect(await overviewOn('as_of=2021-07-31')).toMatchObject({
      first_known_day: '2021-05-31',
      projects_total: 3,
    });
    await api.send('POST', `/api/v1/revisions/${one}/undo`, { body: {} });
    expect(await overviewOn('as_of=2021-04-16')).toMatchObject({
      origin: 'sample',
      first_known_day: '2020-01-01',
    });
  });

  test('undoing the first edition moves the first known day, and the projects of the next edition stay', async () => {
    const values = { values: [{ indicator: 'companies', period: '2021-04', value: '40' }] };
    expect((await api.send('POST', '/api/v1/observations', { body: values })).status).toBe(201);
    const one = await imported(first, '2021-05-31');
    await imported(
      [
        'C1,甲项目,开工在建,90000,',
        'C2,乙项目,已签约,65000,2021-06-20',
        'C3,丙项目,已签约,40000,2021-02-10',
      ],
      '2021-07-31',
    );
    expect((await api.send('POST', `/api/v1/revisions/${one}/undo`, { body: {} })).status).toBe(
      200,
    );
    expect(await overviewOn('as_of=2021-05-31')).toMatchObject({
      first_known_day: '2021-07-31',
      strip: { groups: [] },
    });
    expect(await overviewOn('as_of=2021-07-31')).toMatchObject({
      projects_total: 3,
      headline: {
        established: { value: '1' },
        established_investment: { value: '900000000' },
        pipeline: { value: '2' },
      },
    });
    const { items } = await api.get<ProjectPage>('/api/v1/projects?as_of=2021-07-31');
    expect(
      items.map(({ code, stage, stage_by, stage_since }) => [code, stage, stage_by, stage_since]),
    ).toEqual([
      ['C1', 'construction', '2021-07-31', undefined],
      ['C2', 'signed', undefined, '2021-06-20'],
      ['C3', 'signed', undefined, '2021-02-10'],
    ]);
  });

  test('undoing the edition that started the zone moves the day too, while a later edition exists', async () => {
    const one = await imported(first, '2021-05-31');
    await imported(
      [
        'C1,甲项目,开工在建,90000,',
        'C2,乙项目,已签约,65000,2021-06-20',
        'C3,丙项目,已签约,40000,2021-02-10',
      ],
      '2021-07-31',
    );
    const undo = await api.send('POST', `/api/v1/revisions/${one}/undo`, { body: {} });
    expect([undo.status, await undo.json()]).toEqual([200, expect.anything()]);
    expect(await overviewOn('as_of=2021-05-31')).toMatchObject({
      origin: 'own',
      first_known_day: '2021-07-31',
      strip: { groups: [] },
    });
    expect(await overviewOn('as_of=2021-07-31')).toMatchObject({
      projects_total: 3,
      headline: { pipeline: { value: '2' } },
    });
  });

  test('an older edition moves the day in any order of imports and neither revives nor ends a project', async () => {
    await imported(first, '2021-05-31');
    await imported(['C1,甲项目,已签约,80000,', 'C2,乙项目,在谈,60000,'], '2021-03-31');
    expect(await overviewOn('as_of=2021-03-31')).toMatchObject({
      first_known_day: '2021-03-31',
      projects_total: 3,
    });
    expect(await overviewOn('as_of=2021-05-31')).toMatchObject({
      projects_total: 3,
      headline: { established: { value: '1' }, established_investment: { value: '900000000' } },
    });
  });

  test('a manager declares an earlier day with a reason', async () => {
    await imported(first, '2021-05-31');
    const declare = (complete_from: unknown) => changeZone({ complete_from });
    expect((await declare({ date: '2021-01-31' })).status).toBe(400);
    expect(
      (await declare({ date: '2021-01-31', reason: 'The list was complete when the year began.' }))
        .status,
    ).toBe(200);
    const declared = await overviewOn('as_of=2021-04-30');
    expect(declared).toMatchObject({
      first_known_day: '2021-01-31',
      projects_total: 1,
      undated: 2,
    });
    // and removes it, with a reason too
    const takeBack = (body: object) => changeZone({ complete_from: null, ...body });
    expect((await takeBack({})).status).toBe(400);
    expect((await takeBack({ reason: 'The list began later.' })).status).toBe(200);
    expect(await api.get('/api/v1/zone')).not.toHaveProperty('complete_from');
    expect(await overviewOn('as_of=2021-04-30')).toMatchObject({
      first_known_day: '2021-05-31',
      strip: { groups: [] },
    });
  });
});
