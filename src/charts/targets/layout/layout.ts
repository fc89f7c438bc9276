import type { FocusPoint } from '#charts/kit/focus.ts';
import type { FigureOf } from '#charts/kit/table.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import {
  type DrawnBar,
  type DrawnLine,
  emptyDrawing,
  joinDrawings,
  roundDrawing,
  type LaidRows,
  type TargetsDrawing,
} from './drawing.ts';
import { narrowRows } from './narrow-rows.ts';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';
import { wideRows } from './wide-rows.ts';

/** The least width of the form with columns, in px. */
const leastWide = 540;

/** The largest additional height of a row beyond what its words need, in px. */
const mostOver = 24;

const layRows = (series: TargetsSeries, width: number): LaidRows =>
  width < leastWide ? narrowRows(series, width) : wideRows(series, width);

/** Finds the height below which rows would touch. @returns px */
export function targetsLeast(series: TargetsSeries, width: number): number {
  const { headPx, rows } = layRows(series, width);
  return rows.reduce((sum, { least }) => sum + least, headPx) + 1;
}

/** Places all parts of a drawing of this size: pure, from the table of font advances. */
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

const widest = (bars: readonly DrawnBar[], kind: DrawnBar['kind']): DrawnBar | undefined =>
  bars.find((one) => one.kind === kind);

/** The marks of a row: its bar, the plan to date, and the forecast. */
function rowPoints(
  row: BulletRow,
  drawing: TargetsDrawing,
  y: number,
  width: number,
): FocusPoint[] {
  const { name, alt, indicator: target, planBullet, targetBullet } = row;
  const { forecast } = targetBullet ?? {};
  const point = (
    place: Pick<FocusPoint, 'x' | 'y' | 'half'>,
    value: string,
    measure: MeasureId,
    of: FigureOf = {},
  ): FocusPoint => ({
    ...place,
    title: name,
    lines: [{ label: '', value }],
    figure: { measure, of: { target, ...of } },
  });
  const bar = widest(drawing.bars, 'value');
  const plan = drawing.lines.find(({ kind }) => kind === 'plan');
  const range =
    widest(drawing.bars, 'range') ?? drawing.lines.find(({ kind }) => kind === 'middle');
  const along = (one: DrawnBar) => ({ x: one.x + one.width / 2, half: one.width / 2 });
  const middle = (one: DrawnBar | DrawnLine) =>
    'x1' in one ? { x: one.x1, y: one.y1 } : { ...along(one), y: one.y + one.height / 2 };
  return [
    ...(bar === undefined
      ? [point({ x: width / 2, y }, alt, 'target')]
      : [point(middle(bar), alt, 'target_share')]),
    ...(plan === undefined || planBullet === undefined
      ? []
      : [point({ x: plan.x1, y: (plan.y1 + plan.y2) / 2 }, planBullet.plan, 'plan_to_date')]),
    ...(range === undefined || forecast === undefined
      ? []
      : [
          point(middle(range), `${forecast.label} ${forecast.range}`, 'forecast', { point: 'p50' }),
        ]),
  ];
}

/** The focus points: the marks of each row, between its rules. */
export function targetsFocusPoints(
  series: TargetsSeries,
  width: number,
  height: number,
): readonly FocusPoint[] {
  const drawing = targetsLayout(series, width, height);
  const rules = drawing.lines.flatMap(({ kind, y1 }) => (kind === 'rule' ? [y1] : []));
  return series.rows.flatMap((row, index) => {
    const [from = 0, to = 0] = [rules[index], rules[index + 1]];
    const own = {
      ...drawing,
      bars: drawing.bars.filter(({ y }) => y >= from && y < to),
      lines: drawing.lines.filter(({ kind, y1 }) => kind !== 'rule' && y1 >= from && y1 < to),
    };
    return rowPoints(row, own, (from + to) / 2, width);
  });
}
