import type { DetailedProject } from '../cases/random-details.ts';
import type { Amount, Facts } from '../figures/charts/facts.ts';
import { stageOrder } from '../figures/register.ts';
import { majorText, stageColumns, stageWords, statusWords } from './register-file.ts';

const amounts = {
  total_investment: 'Total investment',
  contracted_amount: 'Contracted amount',
  paid_in: 'Paid-in funds',
  fai_done_total: 'Completed investment',
  output_plan: 'Planned annual output',
  output_actual: 'Actual annual output',
} as const;
const dates = {
  start: ['Baseline start', 'Planned start'],
  completion: ['Baseline completion', 'Planned completion'],
  operation: ['Baseline operation', 'Planned operation'],
  full_capacity: ['Baseline full capacity', 'Full capacity date'],
} as const;
const words = {
  owner: 'Owner',
  source_channel: 'Channel',
  investor: 'Investor',
  next_step: 'Next step',
  land_mu: 'Land (mu)',
  foreign_percent: 'Foreign percent',
  jobs_plan: 'Planned jobs',
  jobs_actual: 'Headcount',
  last_update: 'Last updated',
} as const;
const siteWords: Readonly<Record<string, string>> = {
  land: 'Land',
  lease: 'Lease',
  office: 'Office',
};

/** Amounts stand as numbers, their currency in the column of the register's own export. */
const amountCells = ({ money, missing }: Amount = {}): readonly string[] => [
  money === undefined ? '' : majorText(BigInt(money.minor), money.currency),
  money?.currency ?? '',
  missing ?? (money === undefined ? 'not_reported' : ''),
];
const dateCells = (facts: Facts): readonly string[] =>
  Object.keys(dates).flatMap((type) => {
    const { baseline = '', plan = '' } = facts.milestones.find((one) => one.type === type) ?? {};
    return [baseline, plan];
  });

function cells(project: DetailedProject, facts: Facts): readonly string[] {
  return [
    project.code,
    `Project ${project.code}`,
    facts.industry ?? '',
    stageWords[project.stage],
    statusWords[project.status],
    ...stageOrder.map((stage) => project.stageDates[stage] ?? ''),
    ...Object.keys(words).map((key) => String(facts[key as keyof typeof words] ?? '')),
    facts.country === undefined ? '' : 'Japan',
    facts.prefecture ?? '',
    siteWords[facts.site_mode ?? ''] ?? '',
    ...dateCells(facts),
    ...Object.keys(amounts).flatMap((name) => amountCells(facts.amounts[name])),
  ];
}

/** One of the two lists of a register as a CSV file. */
export function detailsCsv(projects: readonly DetailedProject[], list: 0 | 1): string {
  const header = [
    ...['Project ID', 'Project name', 'Industry', 'Stage', 'Status'],
    ...stageOrder.map((stage) => stageColumns[stage]),
    ...Object.values(words),
    ...['Country', 'Prefecture', 'Site type'],
    ...Object.values(dates).flat(),
    ...Object.entries(amounts).flatMap(([id, name]) => [name, `${id}_currency`, `${id}_status`]),
  ];
  const lines = projects.map((project) => cells(project, project.lists[list]).join(','));
  return [header.join(','), ...lines].join('\n');
}
