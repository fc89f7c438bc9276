import { compact } from '#domain/values/compact.ts';
import type {
  Amount,
  Measure,
  Milestone,
  ProjectRecord,
  StageEvent,
  StatusEvent,
} from '#domain/projects/project.ts';
import { stages, statuses, type Stage } from '#domain/projects/stage.ts';
import type { ObservationEntry } from '#server/targets/observation-store.ts';
import { qingdaoRegister } from './qingdao-register.ts';
import { qingdaoZone } from './qingdao-zone.ts';
import type { SampleData } from './sample-data.ts';

type Row = (column: string) => string | undefined;
/** 10,000 yuan in fen. */
const fenOfWan = 1_000_000n;

/** Reads the rows of the register. An empty cell is undefined. */
function registerRows(): Row[] {
  const [header = '', ...lines] = qingdaoRegister.split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return (column) => cells[columns.indexOf(column)] || undefined;
  });
}

/**
 * Makes an optional field only if it has a value, since an empty text or 0 must not stand for a
 * missing value.
 */
const field = <K extends string, T, V>(
  key: K,
  cell: T | undefined,
  read: (cell: T) => V,
): Partial<Record<K, V>> => (cell === undefined ? {} : ({ [key]: read(cell) } as Record<K, V>));

const amountColumns: readonly (readonly [Measure, string])[] = [
  ['total_investment', 'total_inv_wan'],
  ['paid_in', 'paid_in_wan'],
  ['fai_done_total', 'fai_done_wan'],
  ['output_plan', 'output_plan_wan'],
];

function amounts(row: Row): Partial<Record<Measure, Amount>> {
  const out: Partial<Record<Measure, Amount>> = {};
  for (const [measure, column] of amountColumns) {
    const wan = row(column);
    if (wan !== undefined)
      out[measure] = {
        money: { minor: String(BigInt(wan) * fenOfWan), currency: 'CNY' },
        text: wan,
        unit: '万元',
      };
    else if (measure === 'total_investment') out[measure] = { missing: 'not_disclosed' };
  }
  return out;
}

function milestones(row: Row): Milestone[] {
  const dates = (type: Milestone['type'], prefix: string): Milestone => ({
    type,
    ...field('baseline', row(`${prefix}_base`), String),
    ...field('plan', row(`${prefix}_plan`), String),
    ...field('actual', row(`${prefix}_actual`), String),
  });
  return [dates('start', 'start'), dates('operation', 'op'), dates('full_capacity', 'full')].filter(
    (m) => Object.keys(m).length > 1,
  );
}

/**
 * Makes stage events from the stage columns in order. The dates of construction and operation are
 * the actual ones.
 */
function stageEvents(row: Row): StageEvent[] {
  const columns: readonly (readonly [Stage, string])[] = [
    ['lead', 'lead'],
    ['negotiation', 'negotiation'],
    ['signed', 'signed'],
    ['registered', 'registered'],
    ['construction', 'start_actual'],
    ['operation', 'op_actual'],
  ];
  return columns.flatMap(([stage, column]) => {
    const date = row(column);
    return date === undefined ? [] : [{ stage, date }];
  });
}

function statusEvents(row: Row): StatusEvent[] {
  const status = statuses.find((s) => s === row('status'));
  return status === undefined || status === 'active'
    ? []
    : [{ status, ...field('date', row('status_date'), String) }];
}

function toRecord(row: Row): ProjectRecord {
  const code = row('id') ?? '';
  const stage_events = stageEvents(row);
  if (stage_events.at(-1)?.stage !== stages.find((s) => s === row('stage')))
    throw new Error(`sample project ${code} ends in another stage than its events`);
  return {
    code,
    origin: 'sample',
    facts: {
      // a name that equals the code is neutral in all languages: pages show 项目A01, 案件A01, Project
      // A01
      name: code,
      country: 'JPN',
      ...field('prefecture', row('pref_jis'), String),
      ...field('industry', row('industry'), String),
      ...field('gb4754', row('gb4754'), String),
      ...field('zone', row('zone'), String),
      ...field('site_mode', row('site_mode'), (mode) => mode as 'land' | 'lease' | 'office'),
      amounts: amounts(row),
      ...field('foreign_percent', row('foreign_pct'), Number),
      ...field('land_mu', row('land_mu'), Number),
      ...field('jobs_plan', row('jobs_plan'), Number),
      ...field('jobs_actual', row('jobs_actual'), Number),
      milestones: milestones(row),
      ...field('last_update', row('last_update'), String),
      data_status: 'illustrative',
    },
    stage_events,
    status_events: statusEvents(row),
  };
}

/**
 * Invented month-end values: companies, jobs, and output of the year to date in 100 million yuan;
 * undefined is not reported.
 */
const series: readonly (readonly [
  month: string,
  companies: number | undefined,
  jobs: number | undefined,
  output: string | undefined,
])[] = [
  ['2020-03', undefined, undefined, '0'],
  ['2020-04', 14, 320, '50000000'],
  ['2020-05', 15, 350, '90000000'],
  ['2020-06', 17, 400, '140000000'],
  ['2020-07', 19, 460, '190000000'],
  ['2020-08', 21, 520, '250000000'],
  ['2020-09', 24, 600, '320000000'],
  ['2020-10', 26, 660, '400000000'],
  ['2020-11', 29, 740, '500000000'],
  ['2020-12', 32, 820, '620000000'],
  ['2021-01', 35, 890, undefined],
  ['2021-02', 37, 930, '100000000'],
  ['2021-03', 41, 1010, '170000000'],
];

const observations = series.flatMap(([period, companies, jobs, output]): ObservationEntry[] => {
  const base = { origin: 'sample', period, data_status: 'illustrative' } as const;
  return [
    ...(companies === undefined
      ? []
      : [{ ...base, indicator: 'companies', value: String(companies) }]),
    ...(jobs === undefined ? [] : [{ ...base, indicator: 'jobs', value: String(jobs) }]),
    {
      ...base,
      indicator: 'industrial_output',
      ...compact({ missing: output === undefined ? 'not_reported' : undefined, value: output }),
    },
  ];
});

/** Makes the first zone's sample as of 16 April 2021. */
export const sampleData = (): SampleData => ({
  profile: qingdaoZone,
  records: registerRows().map(toRecord),
  observations,
  notes: [],
});
