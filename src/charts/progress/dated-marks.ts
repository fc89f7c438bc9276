import type { ChartOptions } from '#charts/kit/definition.ts';
import { addDays, dayNumber, toMonth } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { RowMark } from '#domain/targets/row-mark.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Area } from './gap-labels.ts';
import type { DatedMark, ProgressSeries } from './series-types.ts';
import { progressLabels } from './labels/index.ts';

/** The largest number of marks that a drawing numbers; the table has all. */
const mostDrawn = 5;
const mostCharacters = 200;

const cut = (text: string): string => {
  const characters = [...text.replaceAll(/\s+/gu, ' ')];
  return characters.length > mostCharacters
    ? `${characters.slice(0, mostCharacters - 1).join('')}…`
    : characters.join('');
};

/** Writes day, kind and words of a mark, with owner and due day. */
function markText(mark: RowMark, language: Language, words = mark.text): string {
  const { mark: t } = progressLabels[language];
  const day = (date: string): string => formatDate(date, language, 'short');
  const who = [
    ...(mark.owner === undefined ? [] : [mark.owner]),
    ...(mark.done_on === undefined
      ? mark.due === undefined
        ? []
        : [t.due(day(mark.due))]
      : [t.done(day(mark.done_on))]),
  ];
  return t.line(day(mark.date), t[mark.kind], words, who.join(t.list));
}

/** The marks of a row, unless a reader turned them off. */
const listMarks = ({ marks = [] }: TargetRow, options: ChartOptions): readonly RowMark[] =>
  options.marks === 'off' ? [] : marks;

/** The newest marks from a day on, numbered from the oldest. */
export const datedMarks = (
  row: TargetRow,
  options: ChartOptions,
  from: number,
  language: Language,
): readonly DatedMark[] =>
  listMarks(row, options)
    .map((mark) => ({ mark, day: dayNumber(mark.date) }))
    .filter(({ day }) => day >= from)
    .slice(-mostDrawn)
    .map(({ mark, day }, at, all) => {
      const text = markText(mark, language, cut(mark.text));
      const first = all.findIndex((other) => wordsKey(other.mark) === wordsKey(mark));
      const note = first === at ? text : sameText(mark, String(first + 1), language);
      return { day, number: String(at + 1), text, note };
    });

/** The words of a mark without its day. */
const wordsKey = ({ kind, text, owner, due, done_on }: RowMark): string =>
  JSON.stringify([kind, text, owner, due, done_on]);

/** Writes a mark with the words of an earlier one, as a note that stays for several months. */
function sameText({ date, kind }: RowMark, number: string, language: Language): string {
  const { mark: t } = progressLabels[language];
  return t.line(formatDate(date, language, 'short'), t[kind], t.same(number), '');
}

/** The width of a number of a dated mark, and its height above the axis. */
const markSize = { half: 14, height: 20 } as const;

/** Lists the areas of the numbers of decisions and notes above the axis. */
export const markAreas = (
  { marks, time }: ProgressSeries,
  { x, bottom }: { readonly x: (day: number) => number; readonly bottom: number },
): readonly Area[] =>
  marks.map(({ day }) => {
    const middle = x(Math.min(day, time.to));
    const [left, right] = [middle - markSize.half, middle + markSize.half];
    return { left, right, top: bottom - markSize.height, bottom };
  });

/** Writes the drawn marks in one line; empty without a mark. */
export const marksNote = (marks: readonly DatedMark[], language: Language): readonly string[] =>
  marks.length === 0
    ? []
    : [
        marks
          .map(({ number, note }) => `(${number}) ${note}`)
          .join(progressLabels[language].mark.separator),
      ];

/** The lines that the marks add to the tooltip of their month. */
export const markLines = (
  marks: readonly DatedMark[],
  month: string,
): readonly { readonly label: string; readonly value: string }[] =>
  marks
    .filter(({ day }) => toMonth(addDays('1970-01-01', day)) === month)
    .map(({ number, text }) => ({ label: number, value: text }));

/**
 * Writes the decisions and notes up to each of some months. Those after the last month are in its
 * cell. Undefined without any mark.
 */
export function markCells(
  row: TargetRow,
  options: ChartOptions,
  months: readonly string[],
  language: Language,
): readonly (string | null)[] | undefined {
  const marks = listMarks(row, options);
  if (marks.length === 0 || months.length === 0) return undefined;
  const at = (mark: RowMark): number => {
    const index = months.findIndex((month) => month >= toMonth(mark.date));
    return index < 0 ? months.length - 1 : index;
  };
  return months.map((_, index) => {
    const own = marks.filter((mark) => at(mark) === index);
    return own.length === 0
      ? null
      : own.map((mark) => markText(mark, language)).join(progressLabels[language].mark.separator);
  });
}
