import { monthsApart, type Month } from '#domain/values/date.ts';
import { compareDecimal, subtractDecimal, type Decimal } from '#domain/values/decimal.ts';
import type { SeriesPoint, TargetRow, Verdict } from '#domain/targets/target-row.ts';
import { getDirection, meets } from '#domain/targets/verdict.ts';
import { compact } from '#domain/values/compact.ts';

/** A fall from one reported month to the next. */
export interface Fall {
  readonly month: Month;
  readonly by: Decimal;
}
/** When a target was met, and what could undo it. */
export interface MetFacts {
  /** The month since which it has been met without a break, as far as months were reported. */
  readonly since?: Month;
  /** The margin by which the target is met. */
  readonly reserve: Decimal;
  /** The largest falls from one month to the next, largest first. */
  readonly falls: readonly Fall[];
}

const listedFalls = 3;

type ReportPoint = SeriesPoint & { readonly value: Decimal };
const isReported = (point: SeriesPoint): point is ReportPoint => point.value !== undefined;

/** The changes away from the target from one month to the next, largest first. */
function listFalls(points: readonly ReportPoint[], direction: 1 | -1): readonly Fall[] {
  return points
    .flatMap((point, at): Fall[] => {
      const before = points[at - 1];
      if (before === undefined || monthsApart(before.period, point.period) !== 1) return [];
      if (point.break_reason !== undefined) return [];
      const by =
        direction === 1
          ? subtractDecimal(before.value, point.value)
          : subtractDecimal(point.value, before.value);
      return compareDecimal(by, '0') > 0 ? [{ month: point.period, by }] : [];
    })
    .toSorted((a, b) => compareDecimal(b.by, a.by))
    .slice(0, listedFalls);
}

/**
 * Finds when a target was met and what could undo it. A yearly amount has no month: it is met by
 * its year.
 * @returns undefined unless it is met
 */
export function findMet(row: TargetRow): MetFacts | undefined {
  const { verdict, now, target, comparator, kind, series } = row;
  if (verdict !== 'met' || now === undefined || target === undefined) return undefined;
  const direction = getDirection(comparator);
  const reserve =
    direction === 1 ? subtractDecimal(now.value, target) : subtractDecimal(target, now.value);
  if (kind === 'annual_flow') return { reserve, falls: [] };
  const points = series.filter(isReported);
  const lastMiss = points.findLastIndex(({ value }) => !meets(comparator, value, target));
  const since = points[lastMiss + 1]?.period;
  return {
    ...compact({ since }),
    reserve,
    falls: kind === 'cum_flow' ? [] : listFalls(points, direction),
  };
}

/** Whether the deadline has passed with a result. */
export const isFinal = ({ verdict, now, deadline }: TargetRow): boolean =>
  verdict === 'missed' || (verdict === 'met' && now !== undefined && now.date >= deadline);

/** The verdicts after which no pace is needed: the target is met, or its deadline has passed. */
const settledVerdicts: ReadonlySet<Verdict> = new Set(['met', 'missed', 'no_value_at_deadline']);

/** Whether a pace is still needed for a target. */
export const needsPace = ({ verdict }: Pick<TargetRow, 'verdict'>): boolean =>
  !settledVerdicts.has(verdict);
