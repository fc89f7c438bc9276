import type { ShareScale } from './axis.ts';
import { type DrawnBar, emptyDrawing, type TargetsDrawing } from './drawing.ts';
import type { BulletRow } from '#charts/targets/data/rows.ts';

/** Heights in a row's plot, from its top: the bar, and below it the band of the forecast. */
const bar = { top: 3, height: 12 };
const band = { top: 20, height: 6 };
export const plotPx = 30;

/** The lines of the axis behind the marks of a row. */
export const axisLines = ({ x }: ShareScale, from: number, to: number): TargetsDrawing => {
  const upright = (kind: 'grid' | 'target', share: number) => ({
    kind,
    x1: x(share),
    y1: from,
    x2: x(share),
    y2: to,
  });
  return {
    ...emptyDrawing,
    lines: [upright('grid', 0), upright('grid', 0.5), upright('target', 1)],
  };
};

type TargetBulletData = NonNullable<BulletRow['targetBullet']>;

const barFrom = (
  kind: DrawnBar['kind'],
  from: number,
  to: number,
  y: number,
  height: number,
): DrawnBar => ({
  kind,
  x: Math.min(from, to),
  y,
  width: Math.max(2, Math.abs(to - from)),
  height,
});

function valueBars(
  { hatched, verdict }: BulletRow,
  { share, plan = 0 }: TargetBulletData,
  { x }: ShareScale,
  y: number,
): readonly DrawnBar[] {
  const short =
    plan > share
      ? [{ ...barFrom('shortfall', x(share), x(plan), y, bar.height), short: verdict.short }]
      : [];
  return [...short, { ...barFrom('value', x(0), x(share), y, bar.height), hatched }];
}

/**
 * Draws bar, plan to date and forecast of one row, with an arrow for each that reaches beyond the
 * axis; empty where there is no value.
 */
export function rowPlot(row: BulletRow, scale: ShareScale, top: number): TargetsDrawing {
  const { targetBullet } = row;
  if (targetBullet === undefined) return emptyDrawing;
  const { x, right, isBeyond } = scale;
  const { share, plan, forecast } = targetBullet;
  const [barY, bandY] = [top + bar.top, top + band.top];
  const upright = (kind: 'plan' | 'middle', at: number, from: number, to: number) => ({
    kind,
    x1: x(at),
    y1: from,
    x2: x(at),
    y2: to,
  });
  const low = forecast === undefined || isBeyond(forecast.low) ? undefined : forecast.low;
  return {
    ...emptyDrawing,
    bars: [
      ...valueBars(row, targetBullet, scale, barY),
      ...(forecast === undefined || low === undefined
        ? []
        : [barFrom('range', x(low), x(forecast.high), bandY, band.height)]),
    ],
    lines: [
      ...(plan === undefined || isBeyond(plan)
        ? []
        : [upright('plan', plan, barY - 3, barY + bar.height + 3)]),
      ...(forecast === undefined || isBeyond(forecast.middle)
        ? []
        : [upright('middle', forecast.middle, bandY - 2, bandY + band.height + 2)]),
    ],
    arrows: [
      ...(isBeyond(share) ? [{ x: right, y: barY + bar.height / 2, cut: true }] : []),
      ...(forecast !== undefined && isBeyond(forecast.high)
        ? [{ x: right, y: bandY + band.height / 2, cut: false }]
        : []),
    ],
  };
}
