import { keepResults } from '#charts/kit/keep-results.ts';
import { spreadLabels } from '#charts/kit/spread-labels.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { moreForName, nameLine, nameLines } from '#charts/kit/text/name-lines.ts';
import {
  footHeight,
  headHeight,
  narrowest,
  type PlacedRow,
  placeLists,
  placeMarks,
  placeYears,
  scaleDays,
  type TimelineLayout,
  year,
} from './layout.ts';
import type { TimelineRow, TimelineSeries } from '#charts/timeline/series.ts';

interface PlacedGroup {
  readonly top: number;
  readonly name: readonly string[];
  readonly count: string;
}
export interface LinesLayout extends TimelineLayout {
  readonly pitch: number;
  readonly groups: readonly PlacedGroup[];
  /** The longest delays, each with the end of its line. */
  readonly labels: readonly {
    readonly x: number;
    readonly y: number;
    readonly at: number;
    readonly lines: readonly string[];
  }[];
}

const namedDelays = 7;

/** Distance of two lines. */
const findPitch = (count: number): number => (count <= 40 ? 11 : count <= 80 ? 8 : 5);

/** Places the lines under each other, group by group. */
function placeGroups(
  series: TimelineSeries,
  toX: (day: number) => number,
  { narrow, room }: { readonly narrow: boolean; readonly room: number },
): { readonly rows: PlacedRow[]; readonly groups: PlacedGroup[]; readonly bottom: number } {
  const pitch = findPitch(series.rows.length);
  const [rows, groups]: [PlacedRow[], PlacedGroup[]] = [[], []];
  let y = headHeight - 8;
  for (const group of series.groups) {
    const name = nameLines(group.name, room, { bold: true });
    y += narrow ? 22 + moreForName(name) : 10;
    const top = y;
    for (const row of series.rows.slice(rows.length, rows.length + group.rows)) {
      const position = { row, y: y + pitch / 2, nameY: y, top: y, name: [], verdict: [] };
      rows.push({ ...position, marks: placeMarks(row.marks, toX) });
      y += pitch;
    }
    if (!narrow) y = Math.max(y, top + 30 + moreForName(name));
    groups.push({ top, name, count: group.count });
  }
  return { rows, groups, bottom: y + 6 };
}

/** Picks the longest delays, in the order of their rows. */
const pickLate = (rows: readonly TimelineRow[]) =>
  rows
    .map(({ behind, delay }, at) => ({ at, behind, delay }))
    .filter(({ behind }) => behind > 0)
    .toSorted((a, b) => b.behind - a.behind)
    .slice(0, namedDelays)
    .toSorted((a, b) => a.at - b.at);
/** The room between the plot and the names of the delays, for their lines. */
const leaderRoom = 18;
/**
 * Finds the room right of the plot: what the names of the delays need, in a narrow drawing up to
 * 36 % of it.
 */
function findLateRoom(late: ReturnType<typeof pickLate>, width: number): number {
  if (late.length === 0) return 6;
  if (width >= narrowest) return 130;
  const widest = Math.max(...late.map(({ delay }) => textWidth(delay, 12, true)));
  return Math.max(92, Math.min(width * 0.36, widest + leaderRoom + 2));
}
interface LateRow {
  readonly at: number;
  readonly lines: readonly string[];
}
type LateRows = readonly LateRow[];
const lateHeight = (late: LateRows): number =>
  nameLine * Math.max(1, ...late.map(({ lines }) => lines.length));

/** Names the longest delays beside the plot. */
function placeLabels(
  late: LateRows,
  rows: readonly PlacedRow[],
  bottom: number,
): LinesLayout['labels'] {
  const position = late.flatMap(({ at, lines }) => {
    const row = rows[at];
    return row === undefined ? [] : [{ ...row, lines }];
  });
  const ys = spreadLabels(
    position.map(({ y }) => y),
    { top: headHeight + 6, bottom: bottom - 4, apart: lateHeight(late) },
  );
  return position.map(({ marks, y: at, lines }, index) => ({
    x: Math.max(...marks.filter(({ mark }) => mark.type !== 'gate').map(({ x }) => x)),
    y: ys[index] ?? 0,
    at,
    lines,
  }));
}

/** Places one thin line for each project, grouped by stage. */
export const layLines = keepResults((series: TimelineSeries, width: number): LinesLayout => {
  const narrow = width < narrowest;
  const names = series.groups.flatMap((one) => [
    textWidth(one.name, 12, true),
    textWidth(one.count, 12),
  ]);
  const left = narrow ? 2 : Math.min(150, Math.max(40, ...names) + 14);
  const longestDelays = pickLate(series.rows);
  const right = width - findLateRoom(longestDelays, width);
  const [from, to] = narrow
    ? [Math.max(series.from, series.today - year), Math.min(series.to, series.today + year * 2)]
    : [series.from, series.to];
  const toX = scaleDays([from, to], left, right);
  const {
    rows,
    groups,
    bottom: groupsEnd,
  } = placeGroups(series, toX, {
    narrow,
    room: narrow ? width / 2 : left - 8,
  });
  const late = longestDelays.map(
    ({ at, delay }): LateRow => ({
      at,
      lines: nameLines(delay, width - right - leaderRoom, { bold: true }),
    }),
  );
  const plotBottom = Math.max(groupsEnd, headHeight + late.length * lateHeight(late) + 10);
  const { lists, bottom } = placeLists(series, width, plotBottom + footHeight + 8);
  return {
    height: bottom,
    narrow,
    left,
    right,
    headLeft: late.length > 0 ? width - textWidth(series.longest, 12) : width,
    plotTop: headHeight - 4,
    plotBottom,
    toX,
    dayAt: linear(from, to, left, right),
    years: placeYears(series, toX, { from, to, y: plotBottom + 15, width }),
    today: toX(series.today),
    soonEnd: toX(series.soon),
    rows,
    heads: [],
    lists,
    pitch: findPitch(series.rows.length),
    groups,
    labels: placeLabels(late, rows, plotBottom),
  };
});
