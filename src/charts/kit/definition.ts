import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { MarkShape } from '#charts/kit/style/industry-marks.ts';
import type { Token } from '#charts/kit/style/tokens.ts';

/** Named sizes of exported pictures: the pixels of the whole picture at 1×. `a4` is a page lying on its side, half of it in points. */
export const pictureSizes = {
  wide: [1600, 900],
  half_a4: [1240, 874],
  tall: [1080, 1350],
  a4: [1684, 1190],
} as const;
export type PictureSize = keyof typeof pictureSizes;
/** How many pixels a PNG has for each of its size. */
export const pictureScales = [1, 2, 3] as const;
export type PictureScale = (typeof pictureScales)[number];
/** Logical plot widths, chosen by the container, so that CJK never falls under 12 px. */
export const logicalWidths = [340, 440, 560, 700, 880, 1100] as const;
export type LogicalWidth = (typeof logicalWidths)[number];

/** What a reader may change about a chart; also the query of its address. */
export interface ChartOptions {
  /** Indicator id, for charts of one measure. */
  readonly measure?: string;
  readonly range?: 'to_date' | 'to_target';
}
export interface ChartContext {
  readonly language: Language;
  readonly options: ChartOptions;
}

/** One column of the table behind a chart. Values stay unrounded; `digits` is for showing. */
export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date' | 'month';
  readonly unit?: string;
  readonly digits?: number;
  /** Divide the exact value by 10^scale to show it in the column's unit, as 8 for 亿元 of yuan. */
  readonly scale?: number;
  /** Of a column of amounts in one currency that is not that of the figure. */
  readonly currency?: string;
}
/** The rows drawn, as data: screen table, CSV, XLSX and JSON all read this. Missing is null, with its reason in the status column. */
export interface ChartTable {
  readonly columns: readonly TableColumn[];
  /** Exact decimals as strings; ISO dates; null is missing. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Words around the plot, made from the data: the same on screen, in pictures and in files. */
export interface ChartWords {
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  /** Unit of the exact values in files: an id of a unit or a currency code, where the shown unit is a multiple of it. */
  readonly exact_unit?: string;
  readonly source: string;
  readonly alt: string;
  readonly notes: readonly string[];
  readonly data_status: DataStatus;
  readonly as_of: string;
  readonly key: readonly {
    readonly label: string;
    readonly colour: Token;
    readonly shape: MarkShape;
  }[];
}

/**
 * A chart, defined once. `toSeries` gives plain JSON with ticks and label text, so that drawing computes nothing;
 * the View of the same id (views.ts) draws it with Recharts or as plain SVG at a fixed logical size.
 */
export interface ChartDefinition<Series> {
  readonly id: string;
  /** Height for each logical width. */
  height(width: LogicalWidth, series: Series): number;
  toSeries(overview: Overview, context: ChartContext): Series;
  words(overview: Overview, context: ChartContext): ChartWords;
  toTable(overview: Overview, context: ChartContext): ChartTable;
}
export interface ViewProps<Series> {
  readonly series: Series;
  readonly width: number;
  readonly height: number;
  /** Prefix for ids inside the drawing; live drawings and pictures differ. */
  readonly id: string;
  readonly language: Language;
  readonly live: boolean;
}
