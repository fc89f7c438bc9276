import { keepResults } from '#charts/kit/keep-results.ts';
import { compact } from '#domain/values/compact.ts';
import { swarmOffsets } from '#charts/pipeline/beeswarm.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { moreForName, nameLine, nameLines } from '#charts/kit/text/name-lines.ts';
import type { CaseLine, CaseMark, StageTimeChartRow, StageTimeSeries } from './series.ts';

const radius = 4.5;
const axisHeight = 24;
const columnWidth = 52;
/** Below this width names are above the plot and closed cases are hidden. */
const narrowest = 480;

export interface PlacedMark {
  readonly mark: CaseMark;
  readonly x: number;
  readonly y: number;
}
export interface PlacedLine {
  readonly y: number;
  readonly marks: readonly PlacedMark[];
  readonly line: CaseLine;
  /** The days of the longest case beyond the end of the axis, and the number of such cases. */
  readonly beyond?: string;
}
export interface PlacedRow {
  readonly row: StageTimeChartRow;
  readonly top: number;
  readonly bottom: number;
  readonly name: readonly string[];
  readonly cases: readonly string[];
  /** Baselines of the name, of its cases, and of the second line of numbers. */
  readonly nameY: number;
  readonly casesY: number;
  readonly wordsY: number;
  readonly lines: readonly PlacedLine[];
  readonly plotTop: number;
}
export interface StageTimeLayout {
  readonly height: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly toX: (days: number) => number;
  /** Right ends of the columns of limit, median and over. */
  readonly columns: readonly number[];
  readonly rows: readonly PlacedRow[];
  readonly radius: number;
}

/** The room above and below a line that its marks need. */
const findRoom = ({ marks = [] }: CaseLine): number => (marks.length > 12 ? 10 : 6);

function placeMarks(
  { marks = [] }: CaseLine,
  y: number,
  toX: (days: number) => number,
  end: number,
): readonly PlacedMark[] {
  const xs = marks.map(({ days }) => toX(Math.min(days, end)));
  const offsets = swarmOffsets(xs, radius * 2 + 1, findRoom({ count: '', marks }));
  return marks.map((mark, at) => ({
    mark,
    x: xs[at] ?? 0,
    y: y + (offsets[at] ?? 0),
  }));
}

/**
 * Writes the days of the longest case beyond the end of the axis, and how many others there are.
 *
 * @returns undefined without such a case
 */
export function beyondText({ marks = [] }: CaseLine, end: number): string | undefined {
  const past = marks.filter(({ days }) => days > end);
  const longest = past.at(-1);
  if (longest === undefined) return undefined;
  return past.length === 1 ? String(longest.days) : `${longest.days} +${past.length - 1}`;
}

/** Places the words and lines of one stage below `top`. */
function placeRow(
  row: StageTimeChartRow,
  { name, cases }: Pick<PlacedRow, 'name' | 'cases'>,
  {
    top,
    toX,
    narrow,
    end,
  }: Pick<StageTimeLayout, 'toX' | 'narrow'> & { readonly top: number; readonly end: number },
): PlacedRow {
  const more = moreForName(name);
  const under = Math.max(more, moreForName(cases));
  const plotTop = narrow ? top + 38 + under : top + 3;
  const rowLines = narrow ? [row.open] : [row.open, row.closed];
  let next = plotTop;
  const lines = rowLines.map((line): PlacedLine => {
    const half = findRoom(line) + radius + 1;
    const at = next + half;
    next = at + half;
    const marks = placeMarks(line, at, toX, end);
    return { y: at, line, marks, ...compact({ beyond: beyondText(line, end) }) };
  });
  const nameY = narrow ? top + 15 : (lines[0]?.y ?? top) + 4;
  const wordsY = narrow ? top + 31 + under : (lines[1]?.y ?? top) + 4;
  const casesY = narrow ? nameY : Math.max(wordsY, nameY + more + nameLine);
  const words = narrow ? 0 : casesY + moreForName(cases) + 8;
  const bottom = Math.max(next + (narrow ? 8 : 4), words);
  return { row, name, cases, top, bottom, nameY, casesY, wordsY, lines, plotTop };
}

/** Places every mark, in logical px. */
export const layStageTime = keepResults(
  (series: StageTimeSeries, width: number): StageTimeLayout => {
    const narrow = width < narrowest;
    const all = [...series.rows, ...(series.beside ?? [])];
    const names = all.map(({ name, cases }) =>
      Math.max(textWidth(name, 12, true), textWidth(cases, 12)),
    );
    const left = narrow ? radius + 2 : Math.min(width * 0.32, Math.max(60, ...names) + 14);
    const isBeyond = all.some(({ open, closed }) =>
      [open, closed].some((line) => beyondText(line, series.end) !== undefined),
    );
    const right = narrow ? width - radius - 42 : width - columnWidth * 3 - (isBeyond ? 44 : 6);
    const toX = linear(0, series.end, left, right);
    const wordsOf = ({ name, cases }: StageTimeChartRow) => {
      const own = nameLines(name, narrow ? width * 0.45 : left - 10, { bold: true });
      const longest = Math.max(...own.map((line) => textWidth(line, 12, true)));
      // on a phone the cases have the room beside the name
      const room = narrow ? width - longest - 14 : left - 10;
      return { name: own, cases: nameLines(cases, room) };
    };
    let y = axisHeight;
    const rows = series.rows.map((row): PlacedRow => {
      const rowLayout = placeRow(row, wordsOf(row), { top: y, toX, narrow, end: series.end });
      y = rowLayout.bottom;
      return rowLayout;
    });
    return {
      height: y + 2,
      narrow,
      left,
      right,
      toX,
      columns: narrow ? [] : [2, 1, 0].map((at) => width - at * columnWidth),
      rows,
      radius,
    };
  },
);

/** The focus points: each mark, or each strip as a whole, in reading order. */
export function stageTimeFocusPoints(
  series: StageTimeSeries,
  width: number,
): readonly FocusPoint[] {
  const layout = layStageTime(series, width);
  const { words } = series;
  return layout.rows.flatMap(({ row, lines }) =>
    lines.flatMap(({ line, marks, y }, at): FocusPoint[] => {
      const title = `${row.name} · ${at === 0 ? words.openCases : words.closedCases}`;
      const { strip } = line;
      if (strip === undefined)
        return marks.map(({ mark, x, y: markY }) => ({
          x,
          y: markY,
          title: mark.name,
          lines: [{ label: title, value: mark.label }],
          open: mark.code,
        }));
      return [
        {
          figure: {
            measure: 'stage_case_days',
            of: { key: row.id, line: at === 0 ? 'open' : 'closed', point: 'median' },
          },
          x: layout.toX(Math.min(strip.median, series.end)),
          y,
          title,
          lines: [
            { label: words.count, value: line.count },
            { label: words.median, value: strip.medianText },
            { label: words.middle, value: strip.range },
          ],
        },
      ];
    }),
  );
}
