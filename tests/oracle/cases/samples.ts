import { compact } from '#domain/values/compact.ts';
import type { Day } from '../figures/days.ts';
import { parseDecimal } from '../figures/fraction.ts';
import type { Indicator, PlanRules, Target, Value } from '../figures/indicators.ts';
import type { TargetRowInput } from '../figures/target-row.ts';
import type { Milestone } from '../figures/charts/facts.ts';
import type { History, Money, Stage, Status } from '../figures/register.ts';

/** A project, a zone and values as a sample holds them. */
interface SampleProject {
  readonly code: string;
  readonly facts: {
    readonly industry?: string;
    readonly milestones: readonly Milestone[];
    readonly amounts: {
      readonly total_investment?: {
        readonly money?: { readonly minor: string; readonly currency: string };
      };
    };
  };
  readonly stage_events: readonly { readonly stage: string; readonly date?: Day }[];
  readonly status_events: readonly { readonly status: string; readonly date?: Day }[];
}
export interface SampleZone {
  readonly indicators: readonly {
    readonly id: string;
    readonly kind: string;
    readonly unit: string;
    readonly cumulation?: string;
  }[];
  readonly targets: readonly {
    readonly indicator: string;
    readonly comparator: string;
    readonly value?: string;
    readonly deadline: Day;
    readonly baseline_date: Day;
    readonly baseline?: string;
  }[];
  readonly checkpoints: readonly { readonly date: Day; readonly share: number }[];
  readonly thresholds: PlanRules['thresholds'];
}
export interface SampleValue {
  readonly indicator: string;
  readonly period: string;
  readonly value?: string;
}

const moneyOf = ({ facts }: SampleProject): Money | null => {
  const money = facts.amounts.total_investment?.money;
  return money === undefined ? null : { minor: BigInt(money.minor), currency: money.currency };
};
export const milestonesOfSample = (
  projects: readonly SampleProject[],
): ReadonlyMap<string, readonly Milestone[]> =>
  new Map(projects.map(({ code, facts }) => [code, facts.milestones]));
/** Every event of a sample's project is dated. */
export const historyOfSample = (project: SampleProject): History => ({
  code: project.code,
  industry: project.facts.industry ?? '',
  stages: project.stage_events.map(({ stage, date = '' }) => ({
    day: date,
    is: stage as Stage,
    since: date,
  })),
  statuses: project.status_events.map(({ status, date = '' }) => ({
    day: date,
    is: status as Status,
    since: date,
  })),
  amounts: [{ day: '0000-01-01', is: moneyOf(project) }],
});

const countedUnits = new Set(['companies', 'jobs', 'projects']);
/** The input of the targets table, target by target; qualitative targets have no figures. */
export function listTargetRowInputs(
  zone: SampleZone,
  values: readonly SampleValue[],
  path: PlanRules['path'],
): readonly TargetRowInput[] {
  const checkpoints = zone.checkpoints.map(({ date, share }) => ({
    date,
    share: parseDecimal(String(share)),
  }));
  return zone.targets.flatMap((target): TargetRowInput[] => {
    const indicator = zone.indicators.find(({ id }) => id === target.indicator);
    if (indicator === undefined || target.value === undefined) return [];
    return [
      {
        indicator: {
          id: indicator.id,
          kind: indicator.kind as Indicator['kind'],
          counted: countedUnits.has(indicator.unit),
          covers: indicator.cumulation === 'period' ? 'month' : 'year_to_date',
        },
        target: {
          comparator: target.comparator as Target['comparator'],
          value: parseDecimal(target.value),
          deadline: target.deadline,
          baselineDate: target.baseline_date,
          ...compact({
            baseline: target.baseline === undefined ? undefined : parseDecimal(target.baseline),
          }),
        },
        rules: { path, checkpoints, thresholds: zone.thresholds },
        values: values
          .filter(({ indicator: id }) => id === indicator.id)
          .map(
            ({ period, value }): Value => ({
              month: period,
              ...compact({ value: value === undefined ? undefined : parseDecimal(value) }),
            }),
          ),
      },
    ];
  });
}
