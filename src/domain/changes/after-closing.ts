import { compact } from '#domain/values/compact.ts';
import { toMonth, type Month } from '#domain/values/date.ts';
import type { LaterChange } from '#domain/targets/period-close.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { IndicatorChange, MonthRevision } from './indicator-changes.ts';

const monthsOf = ({ from, to }: Pick<IndicatorChange, 'from' | 'to'>): readonly Month[] =>
  [from, to].flatMap((on) => (on === undefined ? [] : [toMonth(on.date)]));

/** Lists the months of the values of indicators on two days, each once. */
export const listComparedMonths = (changes: readonly IndicatorChange[]): readonly Month[] => [
  ...new Set(changes.flatMap(monthsOf)),
];

/**
 * Adds to each indicator the changes of its months after these were closed. Those of a ratio are
 * the changes of its numerator and denominator.
 */
export function addAfterClosing(
  changes: readonly IndicatorChange[],
  indicators: readonly Pick<Indicator, 'id' | 'ratio'>[],
  later: readonly LaterChange[],
): IndicatorChange[] {
  const byMonth = later.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  return changes.map((change) => {
    const ratio = indicators.find(({ id }) => id === change.indicator)?.ratio;
    const ids = [change.indicator, ...(ratio ? [ratio.numerator, ratio.denominator] : [])];
    const months = monthsOf(change);
    const revisions = byMonth.flatMap(
      ({ indicator, period, recorded_at, reason }): MonthRevision[] =>
        ids.includes(indicator) && months.includes(period)
          ? [{ period, recorded_at, ...compact({ reason }) }]
          : [],
    );
    return {
      ...change,
      ...compact({ after_closing: revisions.length === 0 ? undefined : revisions }),
    };
  });
}
