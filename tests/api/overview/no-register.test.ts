import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemas } from '#contract/schemas.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { openLinks } from '../../setup/api/links.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const none = 'No projects have been entered yet';

describe.each(engines)('a zone with reports and no register on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const observation = { period: '2021-04', value: '43' };
    const path = '/api/v1/indicators/companies/observations';
    expect((await api.send('POST', path, { body: observation })).status).toBe(201);
  });
  afterEach(() => api.close());

  test('the overview, the pipeline and the board count nothing, not even 0', async () => {
    const overview = await api.get<Overview>('/api/v1/overview');
    expect(schemas.overview.reply.safeParse(overview).error?.issues).toBeUndefined();
    expect(overview).toMatchObject({ origin: 'own', established: [], strip: { groups: [] } });
    for (const name of [
      'projects_total',
      'actions',
      'undisclosed',
      'strip.excluded',
      'headline.established',
    ])
      expect(overview, name).not.toHaveProperty(name);
    const pipeline = await api.get<Pipeline>('/api/v1/pipeline');
    expect(schemas.pipeline.reply.safeParse(pipeline).error?.issues).toBeUndefined();
    expect(pipeline.stages).toEqual([]);
    for (const name of ['pipeline', 'on_hold', 'moves', 'actions'])
      expect(pipeline, name).not.toHaveProperty(name);
    const board = await api.get('/api/v1/board');
    expect(schemas.board.reply.safeParse(board).error?.issues).toBeUndefined();
    expect(board).toEqual({ as_of: '2021-04-30', projects: 'unknown' });
  });

  test('a filter does not change it', async () => {
    const overview = await api.get<Overview>('/api/v1/overview?industry=bio');
    expect(overview.strip.groups).toEqual([]);
    expect(overview).not.toHaveProperty('projects_total');
    expect(await api.get<Pipeline>('/api/v1/pipeline?industry=bio')).toMatchObject({ stages: [] });
  });

  test('two days have no bridge and no count of changes', async () => {
    const changes = await api.get<RegisterChanges>('/api/v1/changes?from=2021-03-31');
    expect(schemas.changes.reply.safeParse(changes).error?.issues).toBeUndefined();
    expect(changes).toMatchObject({ moves: [], bridge: { groups: [] } });
    for (const name of ['total', 'counts']) expect(changes, name).not.toHaveProperty(name);
  });

  test.each([
    'established_projects',
    'pipeline_projects',
    'established_investment',
    'needs_action',
    'listed_projects',
  ])('the explanation of %s states that nothing is recorded', async (measure) => {
    expect(await api.get(`/api/v1/explanations/${measure}`)).toMatchObject({
      absent: { en: 'Nothing is recorded for this day' },
    });
  });

  test('the outlook of jobs states that projects are not known, not that there are none', async () => {
    const body = { period: '2021-04', value: '1010' };
    await api.send('POST', '/api/v1/indicators/jobs/observations', { body });
    const { targets } = await api.get<Outlook>('/api/v1/outlook');
    const jobs = targets.find(({ row }) => row.indicator === 'jobs');
    expect(jobs?.refused).toBe('projects_unknown');
  });

  test('the charts and the report give the reason why there are no projects', async () => {
    const { items } = await api.get<{
      readonly items: readonly { readonly id: string; readonly title: string }[];
    }>('/api/v1/charts?lang=en');
    expect(items.find(({ id }) => id === 'pipeline')?.title).toBe(none);
    const files = [
      'pipeline',
      'breakdown',
      'timeline',
      'quality',
      'stage_time',
      'distribution',
      'money_ladder',
    ];
    for (const id of files)
      expect(await api.get(`/api/v1/charts/${id}.json?lang=en`), id).toMatchObject({
        title: none,
        rows: [],
      });
    const report = await (await api.send('GET', '/api/v1/report?period=2021-04&lang=en')).text();
    expect(report).toContain(none);
    for (const claim of ['overdue', 'No problem', 'No milestone', '0 projects'])
      expect(report, claim).not.toContain(claim);
  });
});

test.each(engines)(
  'a link of a zone without a register counts no projects on $name',
  async (engine) => {
    const links = await openLinks(engine);
    const observation = { period: '2021-04', value: '43' };
    await links.send('POST', '/api/v1/indicators/companies/observations', { body: observation });
    const link = await links.make({ view: { page: 'pipeline' } });
    const reply = await links.read(link.link.id, await links.reader(link));
    const { overview, pipeline } = (await reply.json()) as SharedPayload;
    expect(overview).toMatchObject({ strip: { groups: [] }, headline: { before: {} } });
    expect(pipeline).toEqual({ data_status: 'reported', stages: [] });
    await links.close();
  },
);
