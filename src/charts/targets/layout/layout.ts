import type { FocusPoint } from '#charts/kit/focus.ts';
import {
  emptyDrawing,
  joinDrawings,
  roundDrawing,
  type LaidRows,
  type TargetsDrawing,
} from './drawing.ts';
import { narrowRows } from './narrow-rows.ts';
import type { TargetsSeries } from '#charts/targets/data/rows.ts';
import { wideRows } from './wide-rows.ts';

/** The least width of the form with columns, in px. */
const leastWide = 540;

/** The most that a row gets beyond what its words need, in px. */
const mostOver = 24;

const layRows = (series: TargetsSeries, width: number): LaidRows =>
  width < leastWide ? narrowRows(series, width) : wideRows(series, width);

/** Height under which rows would touch, in px. */
export function targetsLeast(series: TargetsSeries, width: number): number {
  const { headPx, rows } = layRows(series, width);
  return rows.reduce((sum, { least }) => sum + least, headPx) + 1;
}

/** Places of everything in a drawing of this size: pure, from the table of font advances. */
export function targetsLayout(
  series: TargetsSeries,
  width: number,
  height: number,
): TargetsDrawing {
  const { heads, headPx, rows } = layRows(series, width);
  const over = Math.max(0, height - targetsLeast(series, width)) / Math.max(1, rows.length);
  const heights = rows.map(({ least }) => least + Math.min(mostOver, over));
  const tops = heights.map((_, index) =>
    heights.slice(0, index).reduce((sum, one) => sum + one, headPx),
  );
  const bottom = heights.reduce((sum, one) => sum + one, headPx);
  const rule = (y: number) => ({ kind: 'rule' as const, x1: 0, y1: y, x2: width, y2: y });
  const drawing = joinDrawings([
    {
      ...emptyDrawing,
      height: bottom,
      texts: rows.length === 0 ? [] : heads,
      lines: [...tops.map(rule), ...(rows.length === 0 ? [] : [rule(bottom)])],
    },
    ...rows.map(({ draw }, index) => draw(tops[index] ?? 0, heights[index] ?? 0)),
  ]);
  return roundDrawing(drawing);
}

/** The focus points: each row, between its rules. */
export function targetsFocusPoints(
  series: TargetsSeries,
  width: number,
  height: number,
): readonly FocusPoint[] {
  const rules = targetsLayout(series, width, height).lines.flatMap(({ kind, y1 }) =>
    kind === 'rule' ? [y1] : [],
  );
  return series.rows.map(({ name, alt }, index) => ({
    x: width / 2,
    y: ((rules[index] ?? 0) + (rules[index + 1] ?? 0)) / 2,
    title: name,
    lines: [{ label: '', value: alt }],
  }));
}
