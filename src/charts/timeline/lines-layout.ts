import { spreadLabels } from '#charts/kit/spread-labels.ts';
import { fitText, textWidth } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
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
import type { TimelineSeries } from './series.ts';

interface PlacedGroup {
  readonly top: number;
  readonly name: string;
  readonly count: string;
}
export interface LinesLayout extends TimelineLayout {
  readonly pitch: number;
  readonly groups: readonly PlacedGroup[];
  /** The longest delays, each with the end of the line that it names. */
  readonly labels: readonly {
    readonly x: number;
    readonly y: number;
    readonly at: number;
    readonly text: string;
  }[];
}

const namedDelays = 7;

/** Distance of two lines. */
const findPitch = (count: number): number => (count <= 40 ? 11 : count <= 80 ? 8 : 5);

/** Places the lines under each other, group by group. */
function placeGroups(
  series: TimelineSeries,
  toX: (day: number) => number,
  narrow: boolean,
): { readonly rows: PlacedRow[]; readonly groups: PlacedGroup[]; readonly bottom: number } {
  const pitch = findPitch(series.rows.length);
  const [rows, groups]: [PlacedRow[], PlacedGroup[]] = [[], []];
  let y = headHeight - 8;
  for (const group of series.groups) {
    y += narrow ? 22 : 10;
    const top = y;
    for (const row of series.rows.slice(rows.length, rows.length + group.rows)) {
      rows.push({ row, y: y + pitch / 2, nameY: y, marks: placeMarks(row.marks, toX) });
      y += pitch;
    }
    if (!narrow) y = Math.max(y, top + 30);
    groups.push({ top, name: group.name, count: group.count });
  }
  return { rows, groups, bottom: y + 6 };
}

/** Names the longest delays beside the plot. */
function placeLabels(
  rows: readonly PlacedRow[],
  room: number,
  bottom: number,
): LinesLayout['labels'] {
  const late = rows
    .filter(({ row }) => row.behind > 0)
    .toSorted((a, b) => b.row.behind - a.row.behind)
    .slice(0, namedDelays)
    .toSorted((a, b) => a.y - b.y);
  const ys = spreadLabels(
    late.map(({ y }) => y),
    { top: headHeight + 6, bottom: bottom - 4, apart: 15 },
  );
  return late.map(({ row, marks, y: at }, index) => ({
    x: Math.max(...marks.filter(({ mark }) => mark.type !== 'gate').map(({ x }) => x)),
    y: ys[index] ?? 0,
    at,
    text: fitText(row.delay, room, 12, true),
  }));
}

/** Places one thin line a project, grouped by stage. */
export function layLines(series: TimelineSeries, width: number): LinesLayout {
  const narrow = width < narrowest;
  const names = series.groups.flatMap((one) => [
    textWidth(one.name, 12, true),
    textWidth(one.count, 12),
  ]);
  const left = narrow ? 2 : Math.min(150, Math.max(40, ...names) + 14);
  const isLate = series.rows.some(({ behind }) => behind > 0);
  const right = width - (isLate ? (narrow ? 92 : 130) : 6);
  const [from, to] = narrow
    ? [Math.max(series.from, series.today - year), Math.min(series.to, series.today + year * 2)]
    : [series.from, series.to];
  const toX = scaleDays([from, to], left, right);
  const { rows, groups, bottom: plotBottom } = placeGroups(series, toX, narrow);
  const { lists, bottom } = placeLists(series, width, plotBottom + footHeight + 8);
  return {
    height: bottom,
    narrow,
    left,
    right,
    plotTop: headHeight - 4,
    plotBottom,
    toX,
    dayAt: linear(from, to, left, right),
    years: placeYears(series, toX, [from, to], plotBottom + 15),
    today: toX(series.today),
    soonEnd: toX(series.soon),
    rows,
    heads: [],
    lists,
    pitch: findPitch(series.rows.length),
    groups,
    labels: placeLabels(rows, width - right - 14, plotBottom),
  };
}
