import { keepResults } from '#charts/kit/keep-results.ts';
import {
  type AnnotationAxis,
  dayAxis,
  percentUnit,
  valueAxis,
} from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { spreadLabels } from '#charts/kit/spread-labels.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { compact } from '#domain/values/compact.ts';
import {
  curveTicks,
  type FunnelCurve,
  type FunnelPart,
  type FunnelRow,
  type FunnelSeries,
} from './series.ts';

const phoneWidth = 400;
const phoneRows = 4;
/** The number of cohorts that a wide drawing shows: the newest ones. */
export const mostRows = 8;
const size = 12;
const lineHeight = 16;
const barHeight = 16;
const columnHeight = 24;
const stackedHeight = 44;
const squareSize = 10;
const squareGap = 4;
const shareRoom = 40;
const curveHeight = 120;

export interface PlacedPart extends FunnelPart {
  readonly x: number;
  readonly width: number;
  /** Whether the share fits into the part. */
  readonly isNamed: boolean;
}
export interface PlacedRow {
  readonly row: FunnelRow;
  readonly nameX: number;
  readonly nameY: number;
  /** The right edge of the number, or its left edge above the bar. */
  readonly nX: number;
  readonly barY: number;
  readonly parts: readonly PlacedPart[];
  /** The share of those that left, behind the bar. */
  readonly leftText?: string;
}
export interface PlacedCurve {
  readonly curve: FunnelCurve;
  readonly top: number;
  readonly bottom: number;
  readonly x0: number;
  readonly x1: number;
  readonly xOf: (months: number) => number;
  readonly yOf: (share: number) => number;
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly endX: number;
  /** Baselines of the labels at the ends of the curves. */
  readonly labels: { readonly moved: number; readonly left: number; readonly open: number };
}
export interface FunnelLayout {
  readonly isPhone: boolean;
  readonly barX: number;
  readonly barEnd: number;
  readonly headY: number;
  readonly rows: readonly PlacedRow[];
  /** The number of older cohorts that are not shown. */
  readonly hidden: number;
  readonly curve?: PlacedCurve;
  readonly height: number;
}

/**
 * Counts the newest cohorts that are drawn at a width.
 * @returns the number of rows, at most `rows`
 */
export const countVisibleRows = (rows: number, width: number): number =>
  Math.min(rows, width < phoneWidth ? phoneRows : mostRows);

function placeParts(row: FunnelRow, x: number, width: number): PlacedPart[] {
  if (row.kind === 'squares') {
    let at = x;
    return row.parts.flatMap((part) =>
      Array.from({ length: part.count }, () => {
        const position = { ...part, x: at, width: squareSize, isNamed: false };
        at += squareSize + squareGap;
        return position;
      }),
    );
  }
  if (row.kind !== 'bar') return [];
  let at = x;
  return row.parts.map((part) => {
    const partWidth = part.share * width;
    const position = {
      ...part,
      x: at,
      width: partWidth,
      isNamed:
        part.end !== 'left' && partWidth >= Math.max(30, textWidth(part.short, size, true) + 8),
    };
    at += partWidth;
    return position;
  });
}

interface Columns {
  readonly isPhone: boolean;
  readonly barX: number;
  readonly barEnd: number;
  readonly nX: number;
}
function findColumns({ rows, heads }: FunnelSeries, width: number): Columns {
  const isPhone = width < phoneWidth;
  if (isPhone) return { isPhone, barX: 0, barEnd: width - shareRoom, nX: 0 };
  const names = Math.max(0, ...rows.map(({ name }) => textWidth(name, size, false)));
  const counts = Math.max(
    textWidth(heads.n, size, false),
    ...rows.map(({ n }) => textWidth(n, size, false)),
  );
  const nX = names + 14 + counts;
  return { isPhone, barX: nX + 12, barEnd: width - shareRoom, nX };
}

function placeRow(row: FunnelRow, y: number, columns: Columns): PlacedRow {
  const { isPhone, barX, barEnd, nX } = columns;
  const barY = isPhone ? y + lineHeight + 4 : y + (columnHeight - barHeight) / 2;
  const leftPart = row.kind === 'bar' ? row.parts.find(({ end }) => end === 'left') : undefined;
  return {
    row,
    nameX: 0,
    nameY: isPhone ? y + 13 : barY + barHeight - 4,
    nX: isPhone ? textWidth(row.name, size, false) + 12 : nX,
    barY,
    parts: placeParts(row, barX, barEnd - barX),
    ...compact({ leftText: row.kind === 'bar' ? (leftPart?.short ?? '0%') : undefined }),
  };
}

/** Keeps the labels at the ends at least one line apart, in their order, above the axis. */
function placeEnds(ideals: readonly number[], bottom: number): PlacedCurve['labels'] {
  const ys = spreadLabels(ideals, { bottom: bottom - lineHeight - 10, apart: lineHeight });
  const [moved = 0, leftY = 0] = ys.map((y) => y + 4);
  return { moved, left: leftY, open: Math.max(moved, leftY) + lineHeight };
}

function placeCurve(curve: FunnelCurve, y: number, width: number): PlacedCurve {
  const isPhone = width < phoneWidth;
  const headRoom = isPhone ? 2 * lineHeight : 0;
  const names = isPhone
    ? 0
    : Math.max(...curve.heading.map((line) => textWidth(line, size, false)));
  const ends = Math.max(...Object.values(curve.ends).map((text) => textWidth(text, size, true)));
  const last = curve.points.at(-1) ?? { months: 0, moved: 0, left: 0, followed: 0 };
  const x0 = names + 40;
  const x1 = Math.max(x0 + 60, width - ends - 14);
  const [top, bottom] = [y + headRoom + 8, y + headRoom + curveHeight];
  const ticks = curveTicks(curve);
  const xOf = linear(0, curve.xTicks.at(-1)?.months ?? 1, x0, x1);
  const yOf = linear(0, (ticks.at(-1) ?? 100) / 100, bottom, top);
  return {
    curve,
    top,
    bottom,
    x0,
    x1,
    xOf,
    yOf,
    yTicks: ticks.map((tick, at) => ({
      y: yOf(tick / 100),
      label: at === ticks.length - 1 ? `${tick}%` : String(tick),
    })),
    endX: xOf(last.months),
    labels: placeEnds([yOf(last.moved), yOf(last.left)], bottom),
  };
}

/** Places every mark of the chart, in logical px. */
export const layFunnel = keepResults((series: FunnelSeries, width: number): FunnelLayout => {
  const columns = findColumns(series, width);
  const visibleRows = countVisibleRows(series.rows.length, width);
  const headHeight = columns.isPhone ? 2 * lineHeight : 22;
  let y = headHeight;
  const rows = series.rows.slice(series.rows.length - visibleRows).map((row) => {
    const position = placeRow(row, y, columns);
    y += columns.isPhone ? stackedHeight : columnHeight;
    return position;
  });
  const base = {
    isPhone: columns.isPhone,
    barX: columns.barX,
    barEnd: columns.barEnd,
    headY: columns.isPhone ? 2 * lineHeight - 6 : 13,
    rows,
    hidden: series.rows.length - visibleRows,
  };
  if (series.curve === undefined) return { ...base, height: y + 8 };
  const curve = placeCurve(series.curve, y + 16, width);
  return { ...base, curve, height: Math.max(curve.bottom + 24, curve.labels.open + 8) };
});

/** The axes: days of entry for the cohorts, shares and months since entry for the curves. */
export function funnelAxes(series: FunnelSeries, width: number): readonly AnnotationAxis[] {
  const { rows, barX, barEnd, curve } = layFunnel(series, width);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ends = [first.barY, last.barY + barHeight] as const;
  const days = dayAxis({ along: 'y', from: barX, to: barEnd, ends }, (day) => {
    const row = rows.find(
      ({
        row: {
          days: [from, to],
        },
      }) => day >= from && day < to,
    );
    return row === undefined ? undefined : row.barY + barHeight / 2;
  });
  if (curve === undefined) return [days];
  const { x0, x1, top, bottom, xOf, yOf } = curve;
  const months = { unit: 'months', scale: 0, word: series.monthsWord };
  return [
    days,
    valueAxis({ along: 'y', from: x0, to: x1, ends: [top, bottom] }, percentUnit, (value) =>
      yOf(value / 100),
    ),
    valueAxis({ along: 'x', from: top, to: bottom, ends: [x0, x1] }, months, xOf),
  ];
}

/** The focus points of the parts of each cohort; one point for a cohort without any. */
function cohortPoints(
  { row, barY, parts }: PlacedRow,
  { barX, barEnd }: FunnelLayout,
  { heads }: FunnelSeries,
): FocusPoint[] {
  const entryLine = { label: heads.n, value: row.n };
  const y = barY + barHeight / 2;
  if (parts.length === 0)
    return [
      {
        x: (barX + barEnd) / 2,
        y,
        title: row.name,
        lines: [entryLine, { label: '', value: row.text ?? '' }],
        ...compact({ figure: row.figure }),
      },
    ];
  return parts.map(({ x, width, label, count, figure }) => ({
    x: x + width / 2,
    y,
    half: width / 2,
    title: row.name,
    figure,
    lines: [
      entryLine,
      row.kind === 'bar' ? { label, value: String(count) } : { label: '', value: row.text ?? '' },
    ],
  }));
}

/** The focus points of both curves, every half-year. */
function curvePoints({ curve, xOf, yOf }: PlacedCurve, { heads }: FunnelSeries): FocusPoint[] {
  const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
  return curve.xTicks.flatMap(({ months, label }) => {
    const point = curve.points.find((one) => one.months === months);
    if (point === undefined || months === 0) return [];
    return (['moved', 'left'] as const).map((end) => ({
      x: xOf(months),
      y: yOf(point[end]),
      title: label,
      lines: [
        { label: heads[end], value: percent(point[end]) },
        { label: heads.n, value: String(point.followed) },
      ],
      figure: {
        measure: 'incidence_share' as const,
        of: { ...curve.of, months: String(months), end },
      },
    }));
  });
}

/** The focus points of the cohorts, then of the curves, in reading order. */
export function funnelFocusPoints(series: FunnelSeries, width: number): readonly FocusPoint[] {
  const layout = layFunnel(series, width);
  return [
    ...layout.rows.flatMap((row) => cohortPoints(row, layout, series)),
    ...(layout.curve === undefined ? [] : curvePoints(layout.curve, series)),
  ];
}
