import { formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { PhaseState } from '#domain/overview/overview.ts';
import { findPhaseLanes } from '#domain/overview/phase-lanes.ts';
import {
  addDays,
  addMonths,
  dayNumber,
  monthEnd,
  toMonth,
  monthsApart,
} from '#domain/values/date.ts';
import { progressLabels } from './labels/index.ts';

/**
 * A true time scale: x is a day number. Months are labelled at their ends, years in their middle.
 */
export interface TimeAxis {
  readonly from: number;
  readonly to: number;
  readonly mode: 'months' | 'years';
  /** Small strokes on the axis: month ends, or year boundaries. */
  readonly strokes: readonly number[];
  /** Labels in order of importance: a drawing leaves out those that would touch. */
  readonly labels: readonly { readonly day: number; readonly text: string }[];
  /** Second line under the labels: the year, once, in month mode. */
  readonly years: readonly { readonly day: number; readonly text: string }[];
  readonly phases: readonly {
    readonly from: number;
    readonly to: number;
    readonly name: string;
    readonly current: boolean;
    /** Its line below the years, from 0: phases with a common day have different ones. */
    readonly lane: number;
  }[];
}

const toDay = (day: number): string => addDays('1970-01-01', day);

function monthAxis(
  from: number,
  to: number,
  language: Language,
): Pick<TimeAxis, 'strokes' | 'labels' | 'years'> {
  const [first, last] = [toMonth(toDay(from)), toMonth(toDay(to))];
  const months = Array.from({ length: monthsApart(first, last) + 1 }, (_, index) =>
    addMonths(first, index),
  )
    .map((month) => ({ month, day: dayNumber(monthEnd(month)) }))
    .filter(({ day }) => day >= from && day <= to);
  const step = [1, 2, 3, 6].find((size) => months.length / size <= 7) ?? 12;
  const end = months.length - 1;
  const order = [
    0,
    end,
    ...months
      .map((_, index) => index)
      .filter((index) => index % step === 0 && index !== 0 && index <= end - step * 0.75),
  ];
  const labels = [...new Set(order)].flatMap((index) => {
    const item = months[index];
    return item === undefined
      ? []
      : [{ day: item.day, text: formatMonth(item.month, language, 'name') }];
  });
  const years = months
    .filter(({ month }, index) => index === 0 || index === end || month.endsWith('-01'))
    .map(({ month, day }) => ({ day, text: progressLabels[language].year(month.slice(0, 4)) }));
  return {
    strokes: labels.map(({ day }) => day),
    labels,
    years: [...years.slice(0, 1), ...years.slice(1).reverse()].filter(
      ({ text }, index, all) => all.findIndex((other) => other.text === text) === index,
    ),
  };
}

function yearAxis(from: number, to: number): Pick<TimeAxis, 'strokes' | 'labels' | 'years'> {
  const [first, last] = [Number(toDay(from).slice(0, 4)), Number(toDay(to).slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const start = (year: number): number => Math.max(from, dayNumber(`${year}-01-01`));
  const middle = (year: number): number =>
    (start(year) + Math.min(to, dayNumber(`${year + 1}-01-01`))) / 2;
  return {
    strokes: years.map(start),
    labels: years.map((year) => ({ day: middle(year), text: String(year) })),
    years: [],
  };
}

/**
 * The axis of a span of days: months up to two and a half years, years beyond, with the zone's
 * phases under the years.
 */
export function timeAxis(
  from: number,
  to: number,
  phases: readonly PhaseState[],
  asOf: string,
  language: Language,
): TimeAxis {
  const mode = to - from > 900 ? 'years' : 'months';
  const ticks = mode === 'years' ? yearAxis(from, to) : monthAxis(from, to, language);
  const lanes = findPhaseLanes(phases);
  return {
    from,
    to,
    mode,
    ...ticks,
    phases:
      mode === 'months'
        ? []
        : phases
            .map((phase, index) => ({
              from: Math.max(from, dayNumber(phase.start)),
              to: Math.min(to, dayNumber(phase.end)),
              name: phase.name[language],
              current: phase.start <= asOf && asOf <= phase.end,
              lane: lanes[index] ?? 0,
            }))
            .filter((phase) => phase.to > phase.from),
  };
}
