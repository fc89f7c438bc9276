import { compact } from '#domain/values/compact.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { Indicator, Observation, Target } from '#domain/zone/indicator.ts';
import type { OverviewInput } from './overview.ts';
import type { RegisterView, StageTotals } from '#domain/projects/register-view.ts';
import { addMonths } from '#domain/values/date.ts';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import { sameWords, words } from '#domain/values/term.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

/**
 * The invented monthly series of the domain reference 5.3, April 2020 to March 2021, for tests of
 * formulas.
 */
export const series = {
  companies: [14, 15, 17, 19, 21, 24, 26, 29, 32, 35, 37, 41],
  jobs: [320, 350, 400, 460, 520, 600, 660, 740, 820, 890, 930, 1010],
  outputYtd: [0.5, 0.9, 1.4, 1.9, 2.5, 3.2, 4.0, 5.0, 6.2, null, 1.0, 1.7],
};

export const indicators: readonly Indicator[] = [
  {
    id: 'companies',
    kind: 'stock',
    unit: 'companies',
    name: sameWords('Companies'),
    definition: sameWords(''),
  },
  {
    id: 'industrial_output',
    kind: 'annual_flow',
    unit: 'CNY',
    cumulation: 'ytd',
    january_in_february: true,
    name: sameWords('Output'),
    definition: sameWords(''),
  },
  { id: 'jobs', kind: 'stock', unit: 'jobs', name: sameWords('Jobs'), definition: sameWords('') },
  {
    id: 'infrastructure',
    kind: 'qualitative',
    unit: 'items',
    name: sameWords('Infrastructure'),
    definition: sameWords(''),
  },
];

const common = {
  wording: sameWords(''),
  deadline: '2025-12-31',
  baseline_date: '2020-04-27',
  source: 'S1',
  source_date: '2021-04-16',
  data_status: 'reported',
} as const;
export const targets: readonly Target[] = [
  { ...common, indicator: 'companies', comparator: '>', value: '200' },
  { ...common, indicator: 'industrial_output', comparator: '>', value: '35000000000' },
  { ...common, indicator: 'jobs', comparator: '>=', value: '35000' },
  { ...common, indicator: 'infrastructure', comparator: 'qualitative' },
];

export const checkpoints = [
  { date: '2021-12-31', share: 0.05, data_status: 'illustrative' },
  { date: '2023-12-31', share: 0.4, data_status: 'illustrative' },
  { date: '2025-12-31', share: 1, data_status: 'illustrative' },
] as const;

/** Makes one observation per value from a month on; null is a missing month. */
export const observe = (
  indicator: string,
  from: string,
  values: readonly (string | null)[],
  data_status: DataStatus = 'illustrative',
): Observation[] =>
  values.map((value, i) => ({
    indicator,
    period: addMonths(from, i),
    ...compact({
      missing: value === null ? 'not_reported' : undefined,
      value: value ?? undefined,
    }),
    data_status,
    origin: 'sample',
    revision: 1,
  }));

export const observations: readonly Observation[] = [
  ...observe('companies', '2020-04', series.companies.map(String)),
  ...observe('jobs', '2020-04', series.jobs.map(String)),
  ...observe('industrial_output', '2020-03', [
    '0',
    ...series.outputYtd.map((x) => (x === null ? null : String(Math.round(x * 1e8)))),
  ]),
];

export const profile: ZoneProfile = {
  origin: 'sample',
  name: sameWords('Zone'),
  short_name: sameWords('Zone'),
  fictional: false,
  base_currency: 'CNY',
  function_zones: [],
  industries: [],
  phases: [
    {
      id: 'start',
      name: words('起步', '始動', 'Getting started'),
      start: '2020-04-27',
      end: '2021-12-31',
    },
    {
      id: 'shape',
      name: words('成形', '形成', 'Taking shape'),
      start: '2022-01-01',
      end: '2023-12-31',
    },
  ],
  indicators,
  targets,
  checkpoints,
  plan_path: 'checkpoints',
  stage_mapping: defaultStageMapping,
  thresholds: { ahead: 105, on: 95, slightly: 80 },
  partners: [],
  published: [
    { id: 'established_projects', value: '7', unit: 'projects', date: '2021-02-08', source: 'S2' },
    { id: 'established_projects', value: '7', unit: 'projects', date: '2021-04-16', source: 'S1' },
    {
      id: 'established_investment',
      value: '2800000000',
      unit: 'CNY',
      qualifier: 'about',
      date: '2021-02-08',
      source: 'S2',
    },
    {
      id: 'established_investment',
      value: '2800000000',
      unit: 'CNY',
      qualifier: 'about',
      date: '2021-04-16',
      source: 'S1',
    },
    {
      id: 'pipeline_projects',
      value: '20',
      unit: 'projects',
      date: '2021-02-08',
      source: 'S2',
      note: sameWords('in negotiation'),
    },
    { id: 'pipeline_projects', value: '20', unit: 'projects', date: '2021-04-16', source: 'S1' },
  ],
  sources: [
    {
      id: 'S1',
      title: words('公告', '発表', 'Zone announcement, 16 April 2021'),
      date: '2021-04-16',
    },
  ],
  data_date: '2021-04-16',
  data_status: 'illustrative',
};

const row = (
  stage: StageTotals['stage'],
  count: number,
  wan: number,
  undisclosed = 0,
): StageTotals => ({
  stage,
  count,
  undisclosed,
  amounts: [{ minor: `${wan}000000`, currency: 'CNY' }],
  dots: [],
});
export const register: RegisterView = {
  rows: [
    row('operation', 1, 10000),
    row('construction', 4, 230000),
    row('registered', 2, 40000),
    row('signed', 3, 114000),
    row('negotiation', 11, 276000, 1),
    row('lead', 6, 122000, 2),
  ],
  excluded: 3,
  total: 30,
  data_status: 'illustrative',
  changes: { items: [], total: 0 },
  actions: { rows: [], total: 0, overdue: 0, stale: 0, unrated: [], not_judged: 0, undated: 0 },
  undisclosed: { count: 3, projects: ['B13', 'B16', 'B20'].map((code) => ({ code, name: code })) },
  established: [],
};

export const overviewInput: OverviewInput = {
  profile,
  revision: 1,
  as_of: '2021-04-16',
  compare: '2021-02-08',
  today: '2026-11-24',
  days: ['2021-02-08', '2021-04-16'],
  first_known_day: '2020-01-01',
  observations,
  notes: [],
  register,
};
