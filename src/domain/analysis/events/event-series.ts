import { compact } from '#domain/values/compact.ts';
import { addMonths, toMonth, type IsoDate, type Month } from '#domain/values/date.ts';
import { sumWire, type WireMoney } from '#domain/values/money.ts';
import { measures } from '#domain/projects/project.ts';
import { holdsMonth, listPeriods, type PeriodSize } from './calendar-periods.ts';
import {
  isWhole,
  markPeriod,
  monthsOfRun,
  yearBefore,
  type RecordedPeriod,
  type RecordTimes,
} from './record-periods.ts';
import type { ProjectEvent } from './project-events.ts';
import { traceWaiting, type Standing, type WaitingStep } from './waiting.ts';

/** Projects with an amount, and their sums; two currencies are never added. */
export interface EventSum {
  readonly count: number;
  readonly amounts: readonly WireMoney[];
  /** Projects without an amount. 0 where projects are counted. */
  readonly undisclosed: number;
  /** Projects whose day is known only as “by”: the day of the first list that shows the event. */
  readonly by: number;
}

/** Projects with the same event, month and currency, as a store adds them. */
export interface EventCell {
  readonly event: ProjectEvent;
  /** Omitted before the first known day: such events count only in the opening total. */
  readonly month?: Month;
  readonly count: number;
  readonly by: number;
  readonly undisclosed: number;
  /** Their amount on the day of the series. Omitted where it is not known or not requested. */
  readonly money?: WireMoney;
}

/** The measure of a series: projects, or one of their amounts. */
export const eventMeasures = ['projects', ...measures] as const;
export type EventMeasure = (typeof eventMeasures)[number];
/** Whether a series shows events of projects, not an indicator. */
export const isEventMeasure = (measure: string): measure is EventMeasure =>
  eventMeasures.some((one) => one === measure);

export interface SeriesPeriod extends RecordedPeriod {
  /** Omitted in a period without a record. */
  readonly sum?: EventSum;
  /** The same period a year before. Omitted where it was not recorded whole. */
  readonly before?: EventSum;
  /** All events up to the end of the period. Omitted from the first gap in the records on. */
  readonly total?: EventSum;
}
/** The closed periods of one year, and the same ones a year before. */
export interface YearToDate {
  readonly year: number;
  readonly months: number;
  readonly now: EventSum;
  readonly before?: EventSum;
}
export interface EventRow {
  readonly event: ProjectEvent;
  /** Events before the first known day, and those whose day is not known. */
  readonly opening: EventSum;
  readonly periods: readonly SeriesPeriod[];
  /** Omitted where no period of the year is closed, or one of them is unknown. */
  readonly to_date?: YearToDate;
}
/** Events by period. */
export interface EventSeries {
  readonly as_of: IsoDate;
  readonly size: PeriodSize;
  readonly measure: EventMeasure;
  readonly first_known_day?: IsoDate;
  /** Empty where the register knows nothing by the day. */
  readonly rows: readonly EventRow[];
  /** Projects that wait for the next event at the end. Empty where a gap breaks the totals. */
  readonly waiting: readonly WaitingStep[];
}
export interface EventSeriesInput {
  readonly as_of: IsoDate;
  readonly size: PeriodSize;
  readonly measure: EventMeasure;
  readonly events: readonly ProjectEvent[];
  readonly records: RecordTimes;
  readonly cells: readonly EventCell[];
  readonly standing: readonly Standing[];
}

/** The largest number of periods of a series. Older events count in the opening total. */
const mostPeriods = 60;

/** Adds sums exactly, currency by currency. */
export const addSums = (sums: readonly EventSum[]): EventSum => ({
  count: sums.reduce((all, { count }) => all + count, 0),
  amounts: sumWire(sums.map(({ amounts }) => amounts)),
  undisclosed: sums.reduce((all, { undisclosed }) => all + undisclosed, 0),
  by: sums.reduce((all, { by }) => all + by, 0),
});
const sumCells = (cells: readonly EventCell[]): EventSum =>
  addSums(
    cells.map(({ count, by, undisclosed, money }) => ({
      count,
      by,
      undisclosed,
      amounts: money === undefined ? [] : [money],
    })),
  );

const addUp = (cells: readonly EventCell[], period: RecordedPeriod): EventSum =>
  sumCells(cells.filter(({ month }) => month !== undefined && holdsMonth(period, month)));

/**
 * Lists the closed periods of the year of the last closed period; for a series of years, its
 * months.
 */
function listYear({ size, as_of, records }: EventSeriesInput): RecordedPeriod[] {
  const unit = size === 'year' ? 'month' : size;
  const month = toMonth(as_of);
  const periods = listPeriods(addMonths(month, -23), month, unit, 24).map((one) =>
    markPeriod(one, records, as_of),
  );
  const lastClosed = periods.findLast(({ state }) => state === 'closed');
  if (lastClosed === undefined) return [];
  const year = lastClosed.key.slice(0, 4);
  return periods.filter(({ key, end }) => key.startsWith(year) && end <= lastClosed.end);
}

function findYearToDate(
  cells: readonly EventCell[],
  input: EventSeriesInput,
): YearToDate | undefined {
  const year = listYear(input);
  const [first] = year;
  if (first === undefined || !year.every(isWhole)) return undefined;
  const before = year.map((one) => markPeriod(yearBefore(one), input.records, input.as_of));
  const add = (periods: readonly RecordedPeriod[]) =>
    addSums(periods.map((one) => addUp(cells, one)));
  return {
    year: Number(first.key.slice(0, 4)),
    months: monthsOfRun(year),
    now: add(year),
    ...compact({ before: before.every(isWhole) ? add(before) : undefined }),
  };
}

/** Adds the totals to the periods of an event, up to the first gap in the records. */
function addTotals(periods: readonly SeriesPeriod[], opening: EventSum): SeriesPeriod[] {
  let total: EventSum | undefined = opening;
  return periods.map((period) => {
    total =
      total === undefined || period.sum === undefined ? undefined : addSums([total, period.sum]);
    return total === undefined ? period : { ...period, total };
  });
}

function makeRow(
  event: ProjectEvent,
  periods: readonly RecordedPeriod[],
  input: EventSeriesInput,
): EventRow {
  const { records, as_of } = input;
  const cells = input.cells.filter((cell) => cell.event === event);
  const [first] = periods;
  const opening = sumCells(
    cells.filter(
      ({ month }) => month === undefined || (first !== undefined && month < first.first_month),
    ),
  );
  const allPeriods = periods.map((period): SeriesPeriod => {
    const before = markPeriod(yearBefore(period), records, as_of);
    return {
      ...period,
      ...compact({
        sum: period.state === 'unknown' ? undefined : addUp(cells, period),
        before: isWhole(before) ? addUp(cells, before) : undefined,
      }),
    };
  });
  return {
    event,
    opening,
    periods: addTotals(allPeriods, opening),
    ...compact({ to_date: findYearToDate(cells, input) }),
  };
}

/**
 * Makes the series of events by period: counts and amounts, the same period a year before, the year
 * to date, and totals. A period without a record is unknown, not 0; before the first known day
 * nothing is counted.
 */
export function makeEventSeries(input: EventSeriesInput): EventSeries {
  const { as_of, size, measure, records, events, standing } = input;
  const first = records.first_known_day;
  const periods =
    first === undefined || first > as_of
      ? []
      : listPeriods(toMonth(first), toMonth(as_of), size, mostPeriods).map((period) =>
          markPeriod(period, records, as_of),
        );
  const rows = periods.length === 0 ? [] : events.map((event) => makeRow(event, periods, input));
  const isWholeLine = periods.length > 0 && periods.every(({ state }) => state !== 'unknown');
  return {
    as_of,
    size,
    measure,
    ...compact({ first_known_day: first }),
    rows,
    waiting: isWholeLine ? traceWaiting(standing, events) : [],
  };
}

/**
 * The known events of a period. Where the records begin within it and hold none, it is not known
 * whether none happened.
 * @returns undefined if the count of the period is not known, which is not 0
 */
export const findKnownSum = ({ sum, from }: SeriesPeriod): EventSum | undefined =>
  from !== undefined && sum?.count === 0 ? undefined : sum;
