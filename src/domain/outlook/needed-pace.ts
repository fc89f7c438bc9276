import { compact } from '#domain/values/compact.ts';
import { addMonths, monthsApart, monthsBetween, toMonth, type Month } from '#domain/values/date.ts';
import { toNumber } from '#domain/values/decimal.ts';
import type { RowValue, TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';

/**
 * What a pace is a change of: the level, the total of twelve months, or, in the year of the
 * deadline, the year to date.
 */
export type PaceBasis = 'level' | 'twelve_months' | 'year';

/**
 * The pace per month that a target needs, and the actual pace, in the target's unit. Both are
 * changes: the value of a target that is an upper limit needs a fall, a number below 0.
 */
export interface NeededPace {
  readonly basis: PaceBasis;
  /** Omitted once the deadline has passed or the target is met. */
  readonly neededPerMonth?: number;
  /** Omitted with too few values. */
  readonly actual?: number;
  /** The first month of the actual pace, where the series breaks within the year. */
  readonly since?: Month;
}

/** The months up to the deadline in which a target can still be reached; undefined for none. */
function monthsOpen({ now, verdict, deadline }: TargetRow): number | undefined {
  if (now === undefined || verdict === 'met' || verdict === 'missed') return undefined;
  const months = monthsBetween(now.date, deadline);
  return verdict === 'no_value_at_deadline' || months <= 0 ? undefined : months;
}

/**
 * Finds the amount per month of the year to date. After a break within the year, it is that of the
 * months after the first value of the new definition: a year to date of the definition before can't
 * be subtracted from it.
 */
function findPaceOfYear(
  { series }: TargetRow,
  now: RowValue,
): Pick<NeededPace, 'actual' | 'since'> {
  const month = toMonth(now.date);
  const first = series.findLast(
    ({ period, break_reason }) =>
      break_reason !== undefined && period <= month && period > `${month.slice(0, 4)}-01`,
  );
  if (first === undefined) return { actual: toNumber(now.value) / Number(month.slice(5)) };
  const months = monthsApart(first.period, month);
  return first.value === undefined || months === 0
    ? {}
    : {
        actual: (toNumber(now.value) - toNumber(first.value)) / months,
        since: addMonths(first.period, 1),
      };
}

/**
 * The pace of a yearly amount. Before the year of the deadline it is the change of the twelve-month
 * total per month; in that year it is the amount per month.
 */
function findYearlyPace(row: TargetRow): NeededPace | undefined {
  const { now, target, plan, comparator, forecast } = row;
  if (now === undefined || target === undefined || getDirection(comparator) < 0) return undefined;
  const inYear = now.basis === 'year_to_date';
  if (inYear && plan === undefined) return undefined;
  const months = monthsOpen(row);
  const remainder = toNumber(target) - toNumber(now.value);
  const pace = inYear
    ? findPaceOfYear(row, now)
    : compact({ actual: forecast.kind === 'range' ? forecast.pace : undefined });
  return {
    basis: inYear ? 'year' : 'twelve_months',
    ...compact({
      neededPerMonth: months === undefined ? undefined : Math.max(0, remainder) / months,
    }),
    ...pace,
  };
}

/**
 * The amount per month since a break within the year of the deadline. What is needed is not known,
 * because no year to date is.
 */
function findPaceSinceBreak({
  sum_break,
  deadline,
  comparator,
}: TargetRow): NeededPace | undefined {
  if (sum_break?.since === undefined || getDirection(comparator) < 0) return undefined;
  const { month, since } = sum_break;
  return month.slice(0, 4) === deadline.slice(0, 4)
    ? {
        basis: 'year',
        actual: toNumber(since.value) / (monthsApart(month, toMonth(since.date)) + 1),
        since: month,
      }
    : undefined;
}

/**
 * Finds the pace that a target needs from its last value to the deadline, and the actual one.
 * @returns undefined for a target that is not a number, has no value, or is an upper limit of a
 *   year
 */
export function findNeededPace(row: TargetRow): NeededPace | undefined {
  if (row.kind === 'qualitative') return undefined;
  if (row.now === undefined) return findPaceSinceBreak(row);
  if (row.kind === 'annual_flow') return findYearlyPace(row);
  const { required_per_month: towards, current_per_month: actual } = row;
  const neededPerMonth =
    towards === undefined || towards === 0 ? towards : towards * getDirection(row.comparator);
  return { basis: 'level', ...compact({ neededPerMonth, actual }) };
}

/** The largest number of months ahead for which a month of arrival is named. */
const longestMonths = 600;

/**
 * Finds the month in which a target is reached at the present pace.
 * @returns undefined where the pace is not known, leads away or takes over fifty years, and for the
 *   pace of a yearly amount, whose months differ
 */
export function findReachMonth(row: TargetRow): Month | undefined {
  const { now, target, comparator } = row;
  const { basis, actual } = findNeededPace(row) ?? {};
  if (now === undefined || target === undefined || actual === undefined || basis === 'year')
    return undefined;
  const pace = actual * getDirection(comparator);
  const remainder = (toNumber(target) - toNumber(now.value)) * getDirection(comparator);
  if (pace <= 0 || remainder <= 0) return undefined;
  const months = Math.ceil(remainder / pace);
  return months > longestMonths ? undefined : addMonths(toMonth(now.date), months);
}
