import { compact } from '#domain/values/compact.ts';
import { keepResults } from '#charts/kit/keep-results.ts';
import { type AnnotationAxis, dayAxis } from '#charts/kit/annotation-axis.ts';
import { textWidth, wrapText } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import type { TimelineMark, TimelineRow, TimelineSeries } from '#charts/timeline/series.ts';

/** Below this width names are above their line, and only three years are shown. */
export const narrowest = 480;
export const headHeight = 50;
export const footHeight = 22;
const listLine = 16;
export const year = 365;

export interface PlacedMark {
  readonly mark: TimelineMark;
  readonly x: number;
  readonly originalX?: number;
}
export interface PlacedRow {
  readonly row: TimelineRow;
  readonly y: number;
  readonly nameY: number;
  readonly name: readonly string[];
  readonly verdict: readonly string[];
  readonly top: number;
  readonly marks: readonly PlacedMark[];
}
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}
export interface TimelineLayout {
  readonly height: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  /** The left edge of the head of the column of words. */
  readonly headLeft: number;
  readonly plotTop: number;
  readonly plotBottom: number;
  readonly toX: (day: number) => number;
  /** The position of a day, visible or not. */
  readonly dayAt: (day: number) => number;
  /** The middle of each visible year, and its first day. */
  readonly years: readonly (PlacedText & { readonly line?: number })[];
  readonly today: number;
  readonly soonEnd: number;
  readonly rows: readonly PlacedRow[];
  /** Names of the milestones above the first row. */
  readonly heads: readonly PlacedText[];
  readonly lists: readonly {
    readonly head: PlacedText;
    readonly lines: readonly PlacedText[];
  }[];
}

/** Places days between two edges; a day outside is at the edge. */
export function scaleDays(
  [from, to]: readonly [number, number],
  left: number,
  right: number,
): (day: number) => number {
  const scale = linear(from, to, left, right);
  return (day) => scale(Math.min(to, Math.max(from, day)));
}

/** Places marks on the axis; `toX` takes the number of a day. */
export const placeMarks = (
  marks: readonly TimelineMark[],
  toX: (day: number) => number,
): readonly PlacedMark[] =>
  marks.map((mark) => ({
    mark,
    x: toX(mark.x),
    ...compact({ originalX: mark.original === undefined ? undefined : toX(mark.original) }),
  }));

/** Finds the columns left and right of the plot. */
function findSides({ rows, against }: TimelineSeries, width: number): readonly [number, number] {
  if (width < narrowest) return [4, width - 4];
  const names = rows.map(({ name }) => textWidth(name, 12));
  const verdicts = rows.map(({ verdict }) => textWidth(verdict, 12, true));
  const left = Math.min(width * 0.34, Math.max(40, ...names) + 12);
  const right = Math.min(width * 0.28, Math.max(textWidth(against, 12), ...verdicts) + 16);
  return [left, width - right];
}

/** Places names beside each other where they do not touch. */
function placeApart(texts: readonly PlacedText[], size: number): readonly PlacedText[] {
  let end = Number.NEGATIVE_INFINITY;
  return texts
    .toSorted((a, b) => a.x - b.x)
    .filter(({ x, text }) => {
      const half = textWidth(text, size) / 2;
      if (x - half < end + 6) return false;
      end = x + half;
      return true;
    });
}

/** Wraps a list between its items; an item alone is wrapped if it is wider than a line. */
function wrapItems(items: readonly string[], room: number): readonly string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1) ?? ''} · ${item}`;
    if (lines.length > 0 && textWidth(longer, 12) <= room) lines[lines.length - 1] = longer;
    else lines.push(...wrapText(item, room, 12));
  }
  return lines;
}

/** Places the lists below the plot, wrapped to its width. */
export function placeLists(
  { lists }: Pick<TimelineSeries, 'lists'>,
  width: number,
  top: number,
): { readonly lists: TimelineLayout['lists']; readonly bottom: number } {
  let y = top;
  const narrow = width < narrowest;
  const indent = narrow
    ? 0
    : Math.min(140, Math.max(0, ...lists.map(({ head }) => textWidth(head, 12, true))) + 16);
  const listLayouts = lists.map(({ head, items }) => {
    const headAt = { x: 0, y: y + 12, text: head };
    if (narrow) y += listLine;
    const lines = wrapItems(items, width - indent).map((text, at) => ({
      x: indent,
      y: y + 12 + at * listLine,
      text,
    }));
    y += Math.max(1, lines.length) * listLine + 4;
    return { head: headAt, lines };
  });
  return { lists: listLayouts, bottom: y };
}

/** Picks the marks of a narrow drawing: the next milestone and gates, within its three years. */
function pickMarks(row: TimelineRow, narrow: boolean, from: number, to: number) {
  if (!narrow) return row.marks;
  return row.marks.filter(
    ({ x, type, done }) => x >= from && x <= to && !done && (type === 'gate' || x === row.next),
  );
}

/** Places the visible years; one with too little room for its name has none. */
export function placeYears(
  { years }: TimelineSeries,
  toX: (day: number) => number,
  { from, to, y, width }: Readonly<Record<'from' | 'to' | 'y' | 'width', number>>,
): TimelineLayout['years'] {
  const visible = years
    .filter((one) => one.to > from && one.from < to)
    .map((one) => {
      const [start, end] = [toX(one.from), toX(one.to)];
      const x = (start + end) / 2;
      const half = textWidth(one.text, 12) / 2;
      const isRoomy = end - start >= 30 && x >= half && x + half <= width;
      return {
        x,
        y,
        text: isRoomy ? one.text : '',
        ...compact({ line: one.from < from ? undefined : start }),
      };
    });
  const named = new Set(
    placeApart(
      visible.filter(({ text }) => text !== ''),
      12,
    ),
  );
  return visible.map((one) => (named.has(one) ? one : { ...one, text: '' }));
}

/** Places rows with all their marks, in logical px. */
export const layRows = keepResults((series: TimelineSeries, width: number): TimelineLayout => {
  const narrow = width < narrowest;
  const [left, right] = findSides(series, width);
  const [from, to] = narrow
    ? [Math.max(series.from, series.today - year), Math.min(series.to, series.today + year * 2)]
    : [series.from, series.to];
  const toX = scaleDays([from, to], left, right);
  const pitch = narrow ? 46 : 34;
  let plotBottom = headHeight;
  const rows = series.rows.map((row): PlacedRow => {
    const top = plotBottom;
    const name = nameLines(row.name, narrow ? width * 0.5 : left - 8);
    const room = narrow ? width * 0.46 : width - right - 8;
    const verdict = nameLines(row.verdict, room, { bold: row.behind > 0 });
    const more = Math.max(moreForName(name), moreForName(verdict));
    const y = top + (narrow ? 32 + more : pitch / 2);
    plotBottom += pitch + more;
    return {
      row,
      y,
      name,
      verdict,
      top,
      nameY: narrow ? top + 15 : y + 4,
      marks: placeMarks(pickMarks(row, narrow, from, to), toX),
    };
  });
  const { lists, bottom } = placeLists(series, width, plotBottom + footHeight + 8);
  const first = narrow ? [] : (rows[0]?.marks ?? []);
  return {
    height: bottom,
    narrow,
    left,
    right,
    headLeft: narrow ? width : width - textWidth(series.against, 12),
    plotTop: headHeight,
    plotBottom,
    toX,
    dayAt: linear(from, to, left, right),
    years: placeYears(series, toX, { from, to, y: plotBottom + 15, width }),
    today: toX(series.today),
    soonEnd: toX(series.soon),
    rows,
    heads: placeApart(
      first.flatMap(({ mark, x }) =>
        mark.type === 'gate' ? [] : [{ x, y: headHeight - 4, text: series.heads[mark.type] }],
      ),
      11,
    ),
    lists,
  };
});

/** The days of the plot from left to right; none for bars of quarters. */
export const timelineAxis = ({
  left,
  right,
  plotTop,
  plotBottom,
  dayAt,
}: TimelineLayout): AnnotationAxis =>
  dayAxis({ along: 'x', from: plotTop, to: plotBottom, ends: [left, right] }, dayAt);
