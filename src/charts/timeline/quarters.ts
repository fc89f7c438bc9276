import { compact } from '#domain/values/compact.ts';
import {
  type ProjectTimeline,
  quarterParts,
  type TimelineQuarter,
} from '#domain/analysis/project-timeline.ts';
import { listPeriods, findPeriod, shiftPeriod } from '#domain/analysis/events/calendar-periods.ts';
import { type IsoDate, toMonth } from '#domain/values/date.ts';
import { formatQuarter } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { quartersAround } from './zoom.ts';
import { timelineLabels } from './labels/index.ts';

export interface QuarterBar {
  readonly id: string;
  /** Its quarters, as 2026-Q1, ..2025-Q4 or 2027-Q1... */
  readonly quarters: string;
  readonly label: string;
  /** Two lines below the bar: the quarter, and the year below the first quarter of a year. */
  readonly short: string;
  readonly year?: string;
  readonly counts: readonly number[];
  readonly total: number;
  readonly now: boolean;
}

const addUp = (quarters: readonly TimelineQuarter[]): readonly number[] =>
  quarterParts.map((part) => quarters.reduce((sum, one) => sum + one[part], 0));

/**
 * Makes the bars of the quarters around the day; all earlier and all later ones are one bar each.
 */
export function quarterBars(
  { quarters }: ProjectTimeline,
  as_of: IsoDate,
  language: Language,
  zoom?: string,
): readonly QuarterBar[] {
  const text = timelineLabels[language];
  const [before, after] = quartersAround(zoom);
  const present = findPeriod(toMonth(as_of), 'quarter');
  const [first, last] = [shiftPeriod(present, -before * 3), shiftPeriod(present, after * 3)];
  const make = (
    id: string,
    own: readonly TimelineQuarter[],
    words: Pick<QuarterBar, 'label' | 'short' | 'year' | 'quarters'>,
  ): QuarterBar => {
    const counts = addUp(own);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { id, ...words, counts, total, now: id === present.key };
  };
  const makeEnd = (
    id: 'before' | 'after',
    own: readonly TimelineQuarter[],
    range: string,
  ): readonly QuarterBar[] =>
    own.length === 0 ? [] : [make(id, own, { label: text[id], short: text[id], quarters: range })];
  const early = quarters.filter(({ quarter }) => quarter < first.key);
  const late = quarters.filter(({ quarter }) => quarter > last.key);
  const within = quarters.filter(({ quarter }) => quarter >= first.key && quarter <= last.key);
  const [from = '', to = ''] = [within[0]?.quarter, within.at(-1)?.quarter];
  const periodRows = listPeriods(
    first.first_month,
    last.first_month,
    'quarter',
    before + after + 1,
  );
  return [
    ...makeEnd('before', early, `..${early.at(-1)?.quarter ?? ''}`),
    ...periodRows
      .filter(({ key }) => key >= from && key <= to)
      .map(({ key, first_month }, at) =>
        make(
          key,
          within.filter(({ quarter }) => quarter === key),
          {
            label: formatQuarter(first_month, language),
            quarters: key,
            short: key.slice(5),
            ...compact({ year: at === 0 || key.endsWith('Q1') ? key.slice(0, 4) : undefined }),
          },
        ),
      ),
    ...makeEnd('after', late, `${late[0]?.quarter ?? ''}..`),
  ];
}
