import { type Day, daysBetween } from '../days.ts';
import { type Stage, stageOrder } from '../register.ts';
import type { Facts } from './facts.ts';

/** A project with its stage, as quality reads it. */
export interface Recorded {
  readonly stage: Stage;
  readonly facts: Facts;
}
interface Rule {
  readonly from: Stage;
  readonly only?: 'land' | 'builds' | 'japan';
  readonly has: (facts: Facts) => boolean;
  /** The source says that it does not disclose it. */
  readonly withholds?: (facts: Facts) => boolean;
}

const fact = (from: Stage, name: Exclude<keyof Facts, 'amounts' | 'milestones'>): Rule => ({
  from,
  has: (facts) => facts[name] !== undefined && facts[name] !== '',
});
const amount = (from: Stage, name: string): Rule => ({
  from,
  has: ({ amounts }) => amounts[name]?.money !== undefined,
  withholds: ({ amounts }) => amounts[name]?.missing === 'not_disclosed',
});
const date = (
  from: Stage,
  type: string,
  names: readonly ('baseline' | 'plan' | 'actual')[],
): Rule => ({
  from,
  has: ({ milestones }) =>
    milestones.some((one) => one.type === type && names.some((name) => one[name] !== undefined)),
});
const planned = ['baseline', 'plan', 'actual'] as const;

/**
 * The fields of the figures, which apply at each stage, and those that stages ask for (domain.md
 * 2.2, as far as the register has them).
 */
export const rules: Readonly<Record<string, Rule>> = {
  'amounts.total_investment': amount('lead', 'total_investment'),
  'amounts.output_plan': amount('lead', 'output_plan'),
  'amounts.paid_in': amount('registered', 'paid_in'),
  jobs_plan: fact('lead', 'jobs_plan'),
  foreign_percent: fact('lead', 'foreign_percent'),
  land_mu: { ...fact('lead', 'land_mu'), only: 'land' },
  prefecture: { ...fact('lead', 'prefecture'), only: 'japan' },
  'milestones.start.plan': date('lead', 'start', planned),
  'milestones.operation.plan': date('lead', 'operation', planned),
  'milestones.full_capacity.plan': date('lead', 'full_capacity', planned),
  industry: fact('lead', 'industry'),
  owner: fact('lead', 'owner'),
  source_channel: fact('lead', 'source_channel'),
  investor: fact('negotiation', 'investor'),
  site_mode: fact('negotiation', 'site_mode'),
  next_step: fact('negotiation', 'next_step'),
  agreement_type: { from: 'signed', has: (facts) => facts.agreement_type === 'contract' },
  uscc: fact('registered', 'uscc'),
  national_code: { ...fact('registered', 'national_code'), only: 'land' },
  'milestones.start.actual': { ...date('construction', 'start', ['actual']), only: 'builds' },
  'amounts.fai_done_total': { ...amount('construction', 'fai_done_total'), only: 'builds' },
  'milestones.completion.plan': { ...date('construction', 'completion', planned), only: 'builds' },
  'milestones.operation.actual': date('operation', 'operation', ['actual']),
  jobs_actual: fact('operation', 'jobs_actual'),
  'amounts.output_actual': amount('full_capacity', 'output_actual'),
};

function applies({ from, only }: Rule, { stage, facts }: Recorded): boolean {
  if (stageOrder.indexOf(stage) < stageOrder.indexOf(from)) return false;
  if (only === 'land') return facts.site_mode === 'land';
  if (only === 'japan') return facts.country === 'JPN';
  const rents = facts.site_mode === 'lease' || facts.site_mode === 'office';
  return only === undefined || stage === 'construction' || !rents;
}

export interface Quality {
  readonly applicable: number;
  readonly filled: number;
  readonly withheld: number;
}
/** The values of some fields over projects. */
export function qualityOf(projects: readonly Recorded[], fields: readonly Rule[]): Quality {
  const cells = fields.flatMap((rule) =>
    projects.filter((one) => applies(rule, one)).map(({ facts }) => ({ rule, facts })),
  );
  const empty = cells.filter(({ rule, facts }) => !rule.has(facts));
  return {
    applicable: cells.length,
    filled: cells.length - empty.length,
    withheld: empty.filter(({ rule, facts }) => rule.withholds?.(facts) === true).length,
  };
}
/** The projects to which a field applies and that have a value. */
export const withValue = (projects: readonly Recorded[], rule: Rule): readonly Recorded[] =>
  projects.filter((one) => applies(rule, one) && rule.has(one.facts));

/** Projects by the age of their last update: up to 30 days, up to 90, older, not known. */
export function agesOf(projects: readonly Recorded[], day: Day): readonly number[] {
  const ages = projects.map(({ facts: { last_update } }) =>
    last_update === undefined ? undefined : daysBetween(last_update, day),
  );
  const count = (low: number, high: number): number =>
    ages.filter((age) => age !== undefined && age > low && age <= high).length;
  return [
    count(-Infinity, 30),
    count(30, 90),
    count(90, Infinity),
    ages.filter((age) => age === undefined).length,
  ];
}
export const oldestOf = (projects: readonly Recorded[], day: Day): number | undefined => {
  const [oldest] = projects.flatMap(({ facts }) => facts.last_update ?? []).toSorted();
  return oldest === undefined ? undefined : daysBetween(oldest, day);
};
