import { isDecimal } from '#domain/values/decimal.ts';
import { monthEnd } from '#domain/values/date.ts';
import { type Indicator, targetKey, type Target } from '#domain/zone/indicator.ts';
import { periodDays } from '#domain/zone/target-period.ts';
import { isSplitWithin } from '#domain/zone/target-split.ts';
import type { Phase } from '#domain/zone/zone.ts';
import { findRepeatedIds, type ZoneFault } from './fault.ts';

interface TargetsInput {
  readonly targets: readonly Target[];
  readonly indicators: readonly Indicator[];
  readonly phases: readonly Phase[];
}

/** Finds the faults of all targets: unknown indicators, days, values, plans, splits and items. */
export const findTargetFaults = (zone: TargetsInput): ZoneFault[] => [
  ...findRepeatedIds('targets', zone.targets.map(targetKey)),
  ...zone.targets.flatMap((target) => findFaultsOfTarget(target, zone)),
];

function findFaultsOfTarget(target: Target, { indicators, phases }: TargetsInput): ZoneFault[] {
  const path = `targets.${targetKey(target)}`;
  const faults: ZoneFault[] = [];
  if (!indicators.some(({ id }) => id === target.indicator))
    faults.push({ path, rule: 'unknown_indicator' });
  if (target.baseline_date >= target.deadline)
    faults.push({ path: `${path}.deadline`, rule: 'deadline_before_start' });
  if (
    target.comparator !== 'qualitative' &&
    (target.value === undefined || !isDecimal(target.value))
  )
    faults.push({ path: `${path}.value`, rule: 'no_value' });
  return [
    ...faults,
    ...findPeriodFaults(path, target, phases),
    ...findSplitFaults(path, target),
    ...findPlanFaults(path, target),
    ...findRepeatedIds(
      `${path}.items`,
      (target.items ?? []).map(({ id }) => id),
    ),
  ];
}

function findPeriodFaults(
  path: string,
  { period, deadline }: Target,
  phases: readonly Phase[],
): ZoneFault[] {
  if (period === undefined) return [];
  const days = periodDays(period, phases);
  if (days === undefined) return [{ path: `${path}.period`, rule: 'unknown_phase' }];
  return days.start <= deadline && deadline <= days.end
    ? []
    : [{ path: `${path}.deadline`, rule: 'deadline_outside_period' }];
}

function findSplitFaults(path: string, { split, value = '0' }: Target): ZoneFault[] {
  if (split === undefined) return [];
  const ids = split.parts.map(({ id }) => id);
  return [
    ...findRepeatedIds(`${path}.split.parts`, ids),
    ...(isSplitWithin(value, split)
      ? []
      : [{ path: `${path}.split`, rule: 'parts_above_whole' as const }]),
  ];
}

function findPlanFaults(path: string, { plan, baseline_date, deadline }: Target): ZoneFault[] {
  if (plan?.path === 'monthly') {
    const months = plan.values.map(({ month }) => month);
    return [
      ...findRepeatedIds(`${path}.plan.values`, months),
      ...months
        .filter((month) => monthEnd(month) <= baseline_date || `${month}-01` > deadline)
        .map((month) => ({
          path: `${path}.plan.values.${month}`,
          rule: 'outside_way' as const,
        })),
    ];
  }
  if (plan?.path !== 'checkpoints') return [];
  const points = plan.checkpoints.toSorted((a, b) => a.date.localeCompare(b.date));
  return [
    ...findRepeatedIds(
      `${path}.plan.checkpoints`,
      points.map(({ date }) => date),
    ),
    ...points.flatMap(({ date, share }, at): ZoneFault[] => [
      ...(date > baseline_date && date <= deadline
        ? []
        : [{ path: `${path}.plan.checkpoints.${date}`, rule: 'outside_way' as const }]),
      ...(share >= (points[at - 1]?.share ?? 0)
        ? []
        : [{ path: `${path}.plan.checkpoints.${date}`, rule: 'share_falls' as const }]),
    ]),
  ];
}

/** Finds breaks of a series that repeat a month or are not in order. */
export const findBreakFaults = (indicators: readonly Indicator[]): ZoneFault[] =>
  indicators.flatMap(({ id, breaks = [] }): ZoneFault[] => {
    const months = breaks.map(({ month }) => month);
    const path = `indicators.${id}.breaks`;
    return [
      ...findRepeatedIds(path, months),
      ...(months.every((month, at) => at === 0 || (months[at - 1] ?? '') <= month)
        ? []
        : [{ path, rule: 'not_ascending' as const }]),
    ];
  });
