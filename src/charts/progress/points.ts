import { compact } from '#domain/values/compact.ts';
import { annualValue, listSourceMonths } from '#domain/targets/annual-flow.ts';
import { type AbsenceReason, type DataStatus, weakestStatus } from '#domain/values/data-status.ts';
import { addMonths, dayNumber, monthEnd, toMonth, monthsApart } from '#domain/values/date.ts';
import { findPlanRoute } from '#domain/targets/plan.ts';
import type { TargetRow, SeriesPoint } from '#domain/targets/target-row.ts';

/** One month of the drawn measure. `value` is omitted for a gap, which is never a number. */
export interface MeasurePoint {
  readonly month: string;
  readonly day: number;
  readonly value?: string;
  readonly missing?: AbsenceReason;
  readonly inMonth?: string;
  readonly status: DataStatus;
  readonly source?: string;
  readonly revisedFrom?: string;
  /** Why the series breaks and begins again here. */
  readonly breakReason?: string;
}

/**
 * Whether the month is a January that its rule includes in February, so that it is no gap.
 */
export const isJanuaryByRule = ({
  month,
  missing,
}: Pick<MeasurePoint, 'month' | 'missing'>): boolean =>
  missing === 'not_applicable' && month.endsWith('-01');

/** Lists all months of a measure. A month without an entry between two others is a gap. */
export function monthlyPoints(series: readonly SeriesPoint[]): readonly MeasurePoint[] {
  const points: MeasurePoint[] = [];
  for (const point of [...series].sort((a, b) => (a.period < b.period ? -1 : 1))) {
    const previous = points.at(-1);
    for (
      let month = previous === undefined ? point.period : addMonths(previous.month, 1);
      monthsApart(month, point.period) > 0;
      month = addMonths(month, 1)
    )
      points.push({
        month,
        day: dayNumber(monthEnd(month)),
        missing: 'not_reported',
        status: point.data_status,
      });
    points.push({
      month: point.period,
      day: dayNumber(point.date),
      status: point.data_status,
      ...compact({
        missing: point.value === undefined ? (point.missing ?? 'not_reported') : undefined,
        value: point.value,
        inMonth: point.in_month,
        source: point.source,
        revisedFrom: point.revised_from,
        breakReason: point.break_reason,
      }),
    });
  }
  return points;
}

/**
 * Converts year-to-date values to those of the targets table: the last twelve months or the closed
 * year. A month whose parts are not all reported is a gap; months before the first sum are left
 * out.
 */
export function lastTwelveMonths(points: readonly MeasurePoint[]): readonly MeasurePoint[] {
  const ytd = new Map(
    points.flatMap(({ month, value }) => (value === undefined ? [] : [[month, value] as const])),
  );
  const statuses = new Map(points.map(({ month, status }) => [month, status]));
  const sums = points.map((point): MeasurePoint => {
    const { value: _ytd, inMonth, ...rest } = point;
    const annual = annualValue(ytd, point.month);
    if (annual === undefined) return { ...rest, ...compact({ inMonth }) };
    if (annual.basis === 'year_to_date') return { ...rest, missing: 'not_applicable' };
    return {
      ...rest,
      value: annual.value,
      status: weakestStatus(
        listSourceMonths(annual, point.month).flatMap((m) => statuses.get(m) ?? []),
      ),
    };
  });
  const first = sums.findIndex(({ value }) => value !== undefined);
  return first < 0 ? [] : sums.slice(first);
}

/**
 * Adds the row's own value, where the targets table could sum twelve months from values before the
 * drawn series.
 */
function withOwnValue(points: readonly MeasurePoint[], row: TargetRow): readonly MeasurePoint[] {
  const { now } = row;
  if (
    now === undefined ||
    now.basis === 'year_to_date' ||
    points.some(({ day, value }) => value !== undefined && day >= dayNumber(now.date))
  )
    return points;
  return [
    ...points.filter(({ day }) => day < dayNumber(now.date)),
    {
      month: toMonth(now.date),
      day: dayNumber(now.date),
      value: now.value,
      status: now.data_status,
    },
  ];
}

/**
 * Whether months are drawn as year to date: a yearly flow up to now, and in the range up to its
 * target in the year of its deadline.
 */
export const isYearToDateDrawn = (row: TargetRow, range: 'to_date' | 'to_target'): boolean =>
  row.kind === 'annual_flow' && (range === 'to_date' || findPlanRoute(row)?.in_months === true);

/**
 * Lists the drawn values of a row: levels unchanged; yearly flows as year to date, or as twelve
 * months where plan and target are beside them; in the range up to the target, in the year of the
 * deadline, that year only.
 */
export function drawnPoints(
  row: TargetRow,
  range: 'to_date' | 'to_target',
): readonly MeasurePoint[] {
  const points = monthlyPoints(row.series);
  if (row.kind !== 'annual_flow' || range === 'to_date') return points;
  const way = findPlanRoute(row);
  if (way?.in_months === true) return points.filter(({ day }) => day > dayNumber(way.start));
  return withOwnValue(lastTwelveMonths(points), row);
}
