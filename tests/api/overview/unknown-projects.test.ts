import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { analysisCharts } from '#charts/all-charts.ts';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { type Endpoints, endpoints } from '#contract/endpoints.ts';
import { schemas } from '#contract/schemas.ts';
import { targetMeasures } from '#domain/measures/declared/targets.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import { measureIds, type MeasureId } from '#domain/measures/measure-id.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { importTable } from '../../setup/api/import-table.ts';
import { engines } from '../../setup/api/stores.ts';

const observation = { period: '2021-04', value: '43' };
const register = [
  '项目编号,项目名称,项目阶段,总投资（万元）',
  'C1,甲项目,开工在建,90000',
  'C2,乙项目,在谈,60000',
].join('\r\n');
const answers = { as_of: '2021-05-31', file_kind: 'own_register' };

/** Days of which no project is known, each with the sentence that says so. */
const days = [
  {
    day: 'a zone without a register',
    says: 'No projects have been entered yet',
    prepare: async () => undefined,
  },
  {
    day: 'a day before the register',
    says: 'Projects are not known before 31 May 2021: the register begins on that day',
    // its file names the sample, so that the targets stay
    prepare: (api: TestApi) =>
      importTable(api, { text: register, file: '青岛示范区台账.csv', answers }),
  },
];

/** The parameters, beside the day, of each endpoint with figures of projects. */
const ofProjects: Partial<Record<keyof Endpoints, string>> = {
  pipeline: '',
  board: '',
  changes: 'from=2021-03-31',
  columns: '',
  breakdown: 'measure=count',
  distribution: '',
  moneyLadder: '',
  series: '',
  funnel: '',
  stageTime: '',
  projectTimeline: 'by=all',
  completeness: '',
  listProjects: '',
  summary: 'by=stage',
  listDocuments: '',
};
/** Endpoints of a day that have more than projects, or one project. */
const ofMore: readonly (keyof Endpoints)[] = [
  ...(['overview', 'outlook', 'forecasts', 'doubts', 'listCharts', 'report'] as const),
  ...(['project', 'explanation', 'sharedExplanation', 'chart', 'document'] as const),
  ...(['savedChartFile', 'listEvidence', 'listIssues', 'listDecisions'] as const),
  ...(['listObservations', 'overviewTotals', 'listDeclaredStatuses', 'judgements'] as const),
];

/** The places of a reply that hold the number zero. */
const listZeros = (value: unknown, path = ''): string[] => {
  if (value === 0 || value === '0') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => listZeros(one, `${path}.${key}`));
};

/** What each measure is asked about; the others need no more than the day. */
const queries: Partial<Record<MeasureId, string>> = {
  stage_moves: 'compare=2021-03-31',
  bridge_projects: 'group=pipeline&step=closing&from=2021-03-31',
  bridge_investment: 'group=established&step=closing&from=2021-03-31',
  changed_projects: 'from=2021-03-31',
  size_projects: 'key=lead&size=none',
  size_point: 'key=lead',
  event_projects: 'event=signing&period=quarter&first_month=2021-01',
  event_amount: 'event=signing&target=total_investment&first_month=2021-01&in=CNY',
  event_total: 'event=signing&first_month=2021-01',
  event_unknown: 'event=signing&target=total_investment&first_month=2021-01',
  pair_difference: 'of=total_investment&has=contracted_amount&in=CNY&side=below',
  outside_projects: 'key=on_hold',
  cohort_outside: 'outside=undated',
  incidence_share: 'months=12&end=moved',
  incidence_followed: 'months=12',
  quarter_milestones: 'quarter=2021-Q1&part=late&by=all',
  due_dates: 'due=next&by=all',
  projects_behind: 'by=all',
  field_projects: 'field=land_mu&state=missing',
  field_share: 'field=land_mu',
  update_age: 'field=land_mu&age=old',
  oldest_update: 'field=land_mu',
  outlook_effect: 'target=jobs&assumption=delay',
};
const queryOf = (id: MeasureId): string => {
  if (queries[id] !== undefined) return queries[id];
  if (id.startsWith('outlook_')) return 'target=jobs';
  if (/^stage_(cases|case_days|limit|over|undated)$/.test(id)) return 'key=negotiation';
  return id.startsWith('stage_') ? 'stage=negotiation' : '';
};
/** Figures of targets and months, of one project, of a source, and of money. */
const isOther = (id: MeasureId): boolean =>
  id in targetMeasures ||
  /^(past_)?forecast|^baseline|^plan_at|^project_|^(reported|period)_value$/.test(id) ||
  ['indicator_change', 'class_projects', 'converted_amount'].includes(id);

describe.each(engines)('on $name', (engine) => {
  describe.each(days)('$day', ({ says, prepare }) => {
    let api: TestApi;
    beforeAll(async () => {
      api = await openApi(engine);
      const path = '/api/v1/indicators/companies/observations';
      expect((await api.send('POST', path, { body: observation })).status).toBe(201);
      await prepare(api);
    });
    afterAll(() => api.close());

    test('no endpoint counts projects, not even 0', async () => {
      const zeros: string[] = [];
      for (const [id, query] of Object.entries(ofProjects) as [keyof Endpoints, string][]) {
        const day = id === 'changes' ? 'to=2021-04-30' : 'as_of=2021-04-30';
        const reply = await api.get(`${endpoints[id].path}?${day}&${query}`);
        expect(schemas[id].reply.safeParse(reply).error?.issues, id).toBeUndefined();
        zeros.push(...listZeros(reply).map((path) => `${id}${path}`));
      }
      expect(zeros).toEqual([]);
    });

    test.each(measureIds.filter((id) => !isOther(id)))('%s is no figure', async (id) => {
      const query = `as_of=2021-04-30&${queryOf(id)}`;
      const { text, exact, parts, absent, rows } = await api.get<Explanation>(
        `/api/v1/explanations/${id}?${query}`,
      );
      // what a source published stays
      const isPublished = text !== undefined && rows.kind === 'none' && exact[0]?.value !== '0';
      if (isPublished) expect(id).toMatch(/^(established|pipeline)_/);
      else expect([text, exact, parts, absent]).toEqual([undefined, [], [], expect.anything()]);
    });

    test('each chart of projects says why, and has no row', async () => {
      const ids = analysisChartIds.filter(
        (id) => (analysisCharts[id] as ChartDefinition<unknown>).takesFilters === true,
      );
      expect(ids.length).toBeGreaterThan(5);
      for (const id of [...ids, 'pipeline'])
        expect(
          await api.get(`/api/v1/charts/${id}.json?lang=en&as_of=2021-04-30`),
          id,
        ).toMatchObject({ title: says, rows: [] });
    });

    test('the list of projects as a file has no row', async () => {
      const csv = await api.send('GET', '/api/v1/documents/projects.csv?as_of=2021-04-30');
      expect((await csv.text()).trimEnd().split('\n')).toHaveLength(1);
    });
  });

  test('the first view is a closed month only from the first known day on', async () => {
    const api = await openApi(engine);
    onTestFinished(() => api.close());
    const path = '/api/v1/indicators/companies/observations';
    await api.send('POST', path, { body: observation });
    const close = async (month: string): Promise<string> => {
      await api.send('POST', `/api/v1/periods/${month}/close`, { body: {} });
      return (await api.get<Overview>('/api/v1/overview')).as_of;
    };
    expect(await close('2021-04')).toBe('2021-04-30');
    await importTable(api, { text: register, file: '青岛示范区台账.csv', answers });
    expect(await close('2021-03')).toBe('2021-05-31');
    const { items } = await api.get<{ items: readonly unknown[] }>('/api/v1/projects');
    expect(items).toHaveLength(2);
    await api.send('POST', path, { body: { period: '2021-06', value: '44' } });
    expect(await close('2021-05')).toBe('2021-05-31');
  });
});

test('every endpoint with a day is in one of the two lists', () => {
  const withDay = (Object.keys(endpoints) as (keyof Endpoints)[]).filter(
    (id) => endpoints[id].method === 'GET' && 'as_of' in schemas[id].query.shape,
  );
  expect(withDay.filter((id) => ofProjects[id] === undefined && !ofMore.includes(id))).toEqual([]);
});
