import type { ProjectTimeline, TimelineQuarter } from '#domain/analysis/project-timeline.ts';
import { type IsoDate, addMonths, toMonth } from '#domain/values/date.ts';
import { formatQuarter } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineWords } from './labels/index.ts';

/** The parts of a quarter from the foot of its bar to the top. */
export const quarterParts = ['done', 'done_late', 'late', 'later', 'open'] as const;
export type QuarterPart = (typeof quarterParts)[number];
export interface QuarterBar {
  readonly id: string;
  readonly label: string;
  /** Two lines under the bar: the quarter, and the year under the first of a year. */
  readonly short: string;
  readonly year?: string;
  readonly counts: readonly number[];
  readonly total: number;
  readonly now: boolean;
}

/** Quarters shown one by one before and after the present one. */
const [before, after] = [8, 11];

const monthOf = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}`;
const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

const addUp = (quarters: readonly TimelineQuarter[]): readonly number[] =>
  quarterParts.map((part) => quarters.reduce((sum, one) => sum + one[part], 0));

/** Bars of the quarters around the day; all before and all after stand in one bar each. */
export function quarterBars(
  { quarters }: ProjectTimeline,
  as_of: IsoDate,
  language: Language,
): readonly QuarterBar[] {
  const text = timelineWords[language];
  const present = quarterOf(toMonth(as_of));
  const first = quarterOf(addMonths(monthOf(present), -before * 3));
  const last = quarterOf(addMonths(monthOf(present), after * 3));
  const make = (
    id: string,
    own: readonly TimelineQuarter[],
    words: Pick<QuarterBar, 'label' | 'short' | 'year'>,
  ): QuarterBar => {
    const counts = addUp(own);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { id, ...words, counts, total, now: id === present };
  };
  const bars: QuarterBar[] = [];
  const early = quarters.filter(({ quarter }) => quarter < first);
  if (early.length > 0)
    bars.push(make('before', early, { label: text.before, short: text.before }));
  const within = quarters.filter(({ quarter }) => quarter >= first && quarter <= last);
  const [from, to] = [within[0]?.quarter, within.at(-1)?.quarter];
  for (
    let quarter = from;
    quarter !== undefined && to !== undefined && quarter <= to;
    quarter = quarterOf(addMonths(monthOf(quarter), 3))
  ) {
    const own = within.filter((one) => one.quarter === quarter);
    const isFirst = quarter === from || quarter.endsWith('Q1');
    bars.push(
      make(quarter, own, {
        label: formatQuarter(monthOf(quarter), language),
        short: quarter.slice(5),
        ...(isFirst ? { year: quarter.slice(0, 4) } : {}),
      }),
    );
  }
  const late = quarters.filter(({ quarter }) => quarter > last);
  if (late.length > 0) bars.push(make('after', late, { label: text.after, short: text.after }));
  return bars;
}
