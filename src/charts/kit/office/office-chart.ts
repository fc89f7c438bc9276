import { removeNoise } from '#domain/values/decimal.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { Token } from '#charts/kit/style/tokens.ts';

/** The shapes of points that office programs support and our charts use. */
export type OfficeSymbol = 'circle' | 'square' | 'diamond' | 'triangle' | 'x' | 'dash' | 'none';

/** The position of a label beside its point, or inside its bar. */
export type LabelPlace = 'r' | 'l' | 't' | 'b' | 'ctr' | 'inBase' | 'inEnd' | 'outEnd';

/** One series of an office chart, with one value or none for each row of the chart's table. */
export interface OfficeSeries {
  readonly name: string;
  readonly colour: Token;
  /** The column of the table with the values. */
  readonly column?: string;
  /** Values that no column has: they get a column of their own after those of the table. */
  readonly values?: readonly (string | null)[];
  /** For a scatter: the horizontal position of each value, in a column of its own. */
  readonly places?: readonly (string | null)[];
  /** Draws a series as a line or an area, in a chart of columns or lines. */
  readonly as?: 'line' | 'area';
  /** A thin broken line or outline: planned, expected or missing values. */
  readonly dashed?: boolean;
  /** Invented values: bars are hatched. */
  readonly hatched?: boolean;
  /** An outline without a fill. */
  readonly hollow?: boolean;
  /** Nothing is drawn: the base of a floating bar, or the room of a label. */
  readonly hidden?: boolean;
  /** Without an outline in the colour of the background: for a mark as thin as a line. */
  readonly edgeless?: boolean;
  /** Translucent, so that marks below it are visible. */
  readonly pale?: boolean;
  /** The shape of a scatter's points. */
  readonly symbol?: OfficeSymbol;
  readonly size?: number;
  /** The points of a scatter or of dots are joined by a line of this many points. */
  readonly line?: number;
  /** The line of a scatter is this thick, in units of the horizontal axis: a bar. */
  readonly thickness?: number;
  /** The line of a scatter is this thick, in rows: a ground. */
  readonly row_thickness?: number;
  /** A thin vertical line goes from each point down to the axis, and the points are not drawn. */
  readonly drop?: boolean;
  /** Texts at the points instead of numbers; null where there is none. */
  readonly labels?: readonly (string | null)[];
  readonly label_place?: LabelPlace;
  readonly label_colour?: Token;
  readonly label_bold?: boolean;
}

/** Ends and steps of the axis of values. */
export interface OfficeAxis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** A strong line at each multiple of this number: 1 for 100 %. */
  readonly strong?: number;
  /** Without numbers along it. */
  readonly bare?: boolean;
  /** Numbers below zero are not written: marks without a value are there. */
  readonly positive?: boolean;
}

/** A cell of the table around a chart. */
export interface FrameCell {
  readonly text: string;
  /** A smaller line below. */
  readonly under?: string;
  readonly bold?: boolean;
  readonly colour?: Token;
}
export interface FrameColumn {
  readonly head: string;
  /** In points. */
  readonly width: number;
  readonly right?: boolean;
  readonly bold?: boolean;
}
/** A text above the plot, at a value of its axis. */
export interface FrameMark {
  readonly at: number;
  readonly text: string;
  /** A number of the axis: thin, right above the plot and below the other marks. */
  readonly quiet?: boolean;
}
/**
 * The table around a chart: names before the plot and figures after it, one row for each row of the
 * plot. The chart is in an empty column of it.
 */
export interface OfficeFrame {
  readonly before: readonly FrameColumn[];
  readonly after: readonly FrameColumn[];
  /** Cells of the columns before and after the plot, in their order. */
  readonly rows: readonly { readonly cells: readonly FrameCell[]; readonly band?: boolean }[];
  /** Texts above the plot, at a value of its axis. */
  readonly marks?: readonly FrameMark[];
}
/** A mark of the key, drawn as the marks of a series are. */
export interface OfficeKey {
  readonly label: string;
  readonly colour: Token;
  readonly shape: 'square' | 'circle' | 'ring' | 'diamond' | 'triangle' | 'cross' | 'line' | 'box';
}

/** A chart that an office program draws itself, from the rows of the chart's table. */
export type OfficeChart = {
  readonly series: readonly OfficeSeries[];
  /**
   * The unit of the values, or `share`; `like` is a typical value, which picks the display unit.
   */
  readonly unit: { readonly id: string; readonly like: string } | 'share';
  /** Replaces the subtitle of the drawing where the marks differ. */
  readonly subtitle?: string;
  /** Replaces the rows of the chart's table where the chart draws other rows. */
  readonly table?: ChartTable;
  readonly axis?: OfficeAxis;
  readonly frame?: OfficeFrame;
  readonly key?: readonly OfficeKey[];
  /** The text above the right end of the plot: a target beyond the scale. */
  readonly corner?: string;
  /** The text above the plot at its left: the unit, or the name of one of several charts. */
  readonly heading?: string;
  /** Further charts below this one, from top to bottom. */
  readonly below?: readonly OfficeChart[];
  /**
   * The same chart in other currencies, which are never added: below this one where the slide has
   * room, else on further slides.
   */
  readonly currencies?: readonly OfficeChart[];
  /** Texts below all of it, as the due dates of a timeline. */
  readonly lines?: readonly string[];
  /** Its share of the height, where several charts are below each other. */
  readonly share?: number;
} & (
  | {
      readonly kind: 'bar';
      /** Column that names each bar. */
      readonly across: string;
      /** The values of a row follow each other in one bar. */
      readonly stacked?: boolean;
      /** The number of drawn rows; the other rows are totals. */
      readonly first?: number;
      /** The gap between bars, in percent of a bar. */
      readonly gap?: number;
      /** The bars of a row overlap by this many percent. */
      readonly overlap?: number;
    }
  | {
      readonly kind: 'column';
      readonly across: string;
      readonly stacked?: boolean;
      readonly gap?: number;
      /** Without the names of its columns: those of the chart below apply to it too. */
      readonly nameless?: boolean;
    }
  | { readonly kind: 'line' /** Column with the day of each point. */; readonly across: string }
  | {
      readonly kind: 'scatter';
      /** The number of rows below each other; values count them from the bottom. */
      readonly rows: number;
      /** Horizontal positions are days. */
      readonly days?: boolean;
    }
);

/** Makes the table of a chart that draws rows of its own. */
export const drawnTable = (label: string, names: readonly string[]): ChartTable => ({
  columns: [{ id: 'row', label, kind: 'text' }],
  rows: names.map((name) => [name]),
});

/**
 * Measures a column of figures. Other fonts run wider than ours.
 * @returns the width in points
 */
export const figureWidth = (texts: readonly string[], least: number): number =>
  Math.max(least, ...texts.map((text) => textWidth(text, 12, true) / 0.86 + 12));

/** Measures a column of words between two widths. @returns the width in points */
export const wordWidth = (texts: readonly string[], least: number, most: number): number =>
  Math.min(most, figureWidth(texts, least));

/** Joins the charts of the currencies of a figure. @returns undefined if there are none */
export function joinCurrencies(charts: readonly OfficeChart[]): OfficeChart | undefined {
  const [first, ...currencies] = charts;
  return first === undefined || currencies.length === 0 ? first : { ...first, currencies };
}

/**
 * The vertical middle of a row of a scatter: rows count from the top, positions from the bottom.
 */
export const rowPlace = (rows: number, row: number, shift = 0): string =>
  String(Math.round((rows - row - 0.5 + shift) * 1000) / 1000);

/** The axis of a drawing: its round numbers from zero on, up to where the drawing ends. */
export function tickAxis(ticks: readonly number[], scale = 1, end = ticks.at(-1) ?? 1): OfficeAxis {
  const step = (ticks[1] ?? end) - (ticks[0] ?? 0);
  return { min: 0, max: removeNoise(end * scale), step: removeNoise(step * scale) };
}

/** Rounds the end of an axis up to a whole step. */
export function chooseAxis(most: number, least = 0, steps = 5): OfficeAxis {
  const span = Math.max(most, 0) - Math.min(least, 0);
  if (!(span > 0)) return { min: 0, max: 1, step: 1 };
  const raw = span / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= raw * 0.999) ?? 10) * power;
  return {
    min: least < 0 ? removeNoise(Math.floor(least / step) * step) : 0,
    max: removeNoise(Math.max(1, Math.ceil((most / step) * 0.9999)) * step),
    step: removeNoise(step),
  };
}

/**
 * Writes the value of a mark without the noise of binary fractions.
 *
 * @returns at most nine decimals; null without a value
 */
export const writeMark = (value: number | undefined): string | null =>
  value === undefined ? null : String(Math.round(value * 1e9) / 1e9);
