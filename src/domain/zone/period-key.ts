import type { Target, TargetPeriod } from './indicator.ts';
import type { Phase } from './zone.ts';

/** The key of the final target in an address. */
export const finalKey = 'final';

/** The key of a period in an address: `2026`, `2026Q3`, the id of a phase, or `final`. */
export function periodKey(period: TargetPeriod | undefined): string {
  if (period === undefined) return finalKey;
  if (period.kind === 'year') return String(period.year);
  return period.kind === 'quarter' ? `${period.year}Q${period.quarter}` : period.phase;
}

/**
 * Reads the key of a period.
 *
 * @returns undefined for the final target, and for a key that is neither a year, a quarter nor a
 *   phase of the zone
 */
export function readPeriodKey(
  key: string,
  phases: readonly Pick<Phase, 'id'>[],
): TargetPeriod | undefined {
  const [, year, quarter] = /^(\d{4})(?:Q([1-4]))?$/.exec(key) ?? [];
  if (year !== undefined)
    return quarter === undefined
      ? { kind: 'year', year: Number(year) }
      : { kind: 'quarter', year: Number(year), quarter: Number(quarter) as 1 | 2 | 3 | 4 };
  return phases.some(({ id }) => id === key) ? { kind: 'phase', phase: key } : undefined;
}

/**
 * Finds the target of an indicator for a period.
 * @returns undefined if the indicator has none for the period
 */
export const findTargetOf = (
  targets: readonly Target[],
  indicator: string,
  period: TargetPeriod | undefined,
): Target | undefined =>
  targets.find(
    (target) => target.indicator === indicator && periodKey(target.period) === periodKey(period),
  );
