import type { Overview } from '#domain/overview/overview.ts';
import {
  chooseAxis,
  type OfficeAxis,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
import { chartCurrency, toMajorUnits } from '#charts/pipeline/amounts.ts';
import type { Dot, PipelineSeries, StageRow } from '#charts/pipeline/series-types.ts';

/** Dots that are nearer than this share of the axis are beside each other. */
const nearness = 0.022;
const lanes = [0, 0.24, -0.24] as const;
/** Left of the axis is room for this many projects of a stage; more are one mark with a number. */
const mostUnplaced = 12;

/** A row of the table around the dots: the band of a group, or a stage. */
export interface PlotRow extends Partial<StageRow> {
  readonly band: boolean;
  readonly label: string;
  readonly count: string;
  readonly sum: string;
  readonly note: string;
  readonly dots: readonly Dot[];
}
export interface PlacedDot {
  readonly dot: Dot;
  readonly row: number;
  /** Its horizontal position on the axis; left of the first number where it has none. */
  readonly x: string;
  readonly lane: number;
  /** The number of projects that the mark stands for, where it is not one. */
  readonly all?: number;
}
/** The input of the drawing of dots. */
export interface Plot {
  readonly rows: readonly PlotRow[];
  readonly placed: readonly PlacedDot[];
  readonly axis: OfficeAxis;
  /** The first value of the axis; marks without a value are left of it. */
  readonly start: number;
  /** Positions are powers of ten. */
  readonly isLog: boolean;
}

/** Lists a band for each group, then its stages. */
export const listRows = ({ groups }: PipelineSeries): readonly PlotRow[] =>
  groups.flatMap(({ label, count, sum, note = '', rows }) => [
    { band: true, label, count, sum, note, dots: [] },
    ...rows.map((row) => ({ ...row, band: false, note: '' })),
  ]);

/** Finds the position of a dot; undefined where no amount in the currency of the axis is known. */
type FindPlace = (dot: Dot) => string | undefined;

/** Reads the exact amounts of single projects in the currency of the axis, in major units. */
function findAmounts(overview: Overview): FindPlace {
  const currency = chartCurrency(overview);
  const amounts = new Map(
    overview.strip.groups.flatMap(({ rows }) =>
      rows.flatMap(({ dots }) =>
        dots.flatMap(({ code, money }) =>
          money?.currency === currency ? [[code, toMajorUnits(money)] as const] : [],
        ),
      ),
    ),
  );
  return ({ code, v }) => (v === null ? undefined : amounts.get(code));
}
/** Writes the decimal logarithm of a value with four decimals. */
export const roundPower = (value: number): string =>
  String(Math.round(Math.log10(value) * 1e4) / 1e4);

/** The room that a plot gives to dots. */
interface Room {
  readonly find: FindPlace;
  readonly axis: OfficeAxis;
  readonly start: number;
}

/** Places the projects of a stage whose amount has a position. */
function placeKnown(dots: readonly Dot[], row: number, { find, axis }: Room): PlacedDot[] {
  const least = (axis.max - axis.min) * nearness;
  const knownDots = dots
    .flatMap((dot) => {
      const x = find(dot);
      return x === undefined ? [] : [{ dot, x }];
    })
    .toSorted((a, b) => Number(a.x) - Number(b.x));
  const ends = lanes.map(() => Number.NEGATIVE_INFINITY);
  return knownDots.map(({ dot, x }): PlacedDot => {
    const free = ends.findIndex((end) => Number(x) - end > least);
    const lane = Math.max(0, free);
    ends[lane] = Number(x);
    return { dot, row, x, lane: lanes[lane] ?? 0 };
  });
}

/** Places the projects of a stage that have no position, in the half step before the axis. */
function placeUnknown(dots: readonly Dot[], row: number, { find, axis, start }: Room): PlacedDot[] {
  const unknownDots = dots.filter((dot) => find(dot) === undefined);
  const least = (axis.max - axis.min) * nearness;
  if (unknownDots.length > mostUnplaced) {
    const kinds = [
      unknownDots.filter(({ other }) => other === true),
      unknownDots.filter((d) => !d.other),
    ];
    return kinds
      .filter((kind) => kind.length > 0)
      .flatMap((kind, at, { length }): PlacedDot[] => {
        const [dot] = kind;
        const lane = length === 1 ? 0 : at === 0 ? 0.2 : -0.2;
        const x = String(start - axis.step * 0.6);
        return dot === undefined ? [] : [{ dot, row, x, lane, all: kind.length }];
      });
  }
  const columns = Math.max(1, Math.ceil(unknownDots.length / lanes.length) - 1);
  const between = Math.min(least * 1.4, (axis.step * 0.45 - least) / columns);
  return unknownDots.map(
    (dot, at): PlacedDot => ({
      dot,
      row,
      x: String(start - least - Math.floor(at / lanes.length) * Math.max(0, between)),
      lane: lanes[at % lanes.length] ?? 0,
    }),
  );
}

/** Makes an axis of powers of ten over all dots and classes. */
function logAxis({ logMin = 1, max }: PipelineSeries): OfficeAxis {
  const [least, most] = [Math.log10(logMin), Math.log10(max)];
  const min = Math.floor(least + 1e-9);
  return { min, max: Math.max(min + 1, Math.ceil(most - 1e-9)), step: 1, bare: true };
}

/**
 * Places all projects that are drawn one by one. The axis is straight from zero, or of powers of
 * ten if some stage is a distribution.
 * @returns undefined if no project has an amount
 */
export function plotDots(overview: Overview, series: PipelineSeries): Plot | undefined {
  const rows = listRows(series);
  const isLog = series.logMin !== undefined;
  const amountOf = findAmounts(overview);
  const find: FindPlace = isLog ? ({ v }) => (v === null ? undefined : roundPower(v)) : amountOf;
  const dots = rows.flatMap((row) => row.dots);
  const largest = Math.max(0, ...dots.map((dot) => Number(amountOf(dot) ?? 0)));
  if (!isLog && !(largest > 0)) return undefined;
  const own = isLog ? logAxis(series) : chooseAxis(largest * 1.02);
  const isFull = dots.every((dot) => find(dot) !== undefined);
  const axis = isFull ? own : { ...own, min: own.min - own.step };
  const room: Room = { find, axis, start: own.min };
  const dotsInPlot = rows.flatMap((row, at) => [
    ...placeKnown(row.dots, at, room),
    ...placeUnknown(row.dots, at, room),
  ]);
  return { rows, placed: dotsInPlot, axis: { ...axis, positive: true }, start: own.min, isLog };
}

/** Whether a mark stands at an amount. */
export const isKnown = ({ x }: PlacedDot, { start }: Plot): boolean => Number(x) >= start;

/** Converts dots to the positions and rows of a series. */
export const toPoints = (
  dots: readonly PlacedDot[],
  { rows }: Plot,
): Pick<OfficeSeries, 'places' | 'values'> => ({
  places: dots.map(({ x }) => x),
  values: dots.map(({ row, lane }) => rowPlace(rows.length, row, lane)),
});
