import type { ReactNode } from 'react';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { Annotation } from '#domain/analysis/annotation.ts';
import type { AnnotationAxis } from './annotation-axis.ts';
import type { ChartFocus } from './focus.ts';
import type { OfficeChart } from './office/office-chart.ts';
import type { ChartTable, TableFigure } from './table.ts';
import type { MarkShape } from '#charts/kit/style/industry-marks.ts';
import type { Token } from '#charts/kit/style/tokens.ts';

/**
 * Named sizes of exported pictures: the pixels of the whole picture at 1×. `a4` is a page lying on
 * its side, half of it in points.
 */
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
  /** Which projects alone are counted, in words. */
  readonly filters?: string;
  /** The title that a person gave the chart, in place of its claim. */
  readonly title?: string;
  /** Texts that a person put on the chart. */
  readonly annotations?: readonly Annotation[];
  /** Indicator id, for charts of one measure. */
  readonly measure?: string;
  readonly range?: 'to_date' | 'to_target';
  /** Without the dated marks of decisions and notes. */
  readonly marks?: 'off';
  /** Of an analysis chart: what it divides by, what each mark is divided by, and so on. */
  readonly by?: string;
  readonly stack?: string;
  readonly event?: string;
  readonly period?: string;
  readonly form?: string;
  readonly zoom?: string;
}

/** The options that an address holds. */
export type AddressOptions = Omit<ChartOptions, 'annotations'>;

/** An option of a chart that a reader chooses from a list. The first value is the default. */
export interface ChartChoice {
  readonly option: Exclude<
    keyof ChartOptions,
    'range' | 'title' | 'filters' | 'marks' | 'annotations'
  >;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** The data of the chart depend on it. Otherwise it changes the drawing alone. */
  readonly changes_data: boolean;
}
export interface ChartContext {
  readonly language: Language;
  readonly options: ChartOptions;
}

/** A part of a note that states a figure. */
export interface NoteFigure extends TableFigure {
  readonly text: string;
}

/** Words around the plot, made from the data: the same on screen, in pictures and in files. */
export interface ChartWords {
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  /**
   * Unit of the exact values in files: an id of a unit or a currency code, where the shown unit is
   * a multiple of it.
   */
  readonly exact_unit?: string;
  readonly source: string;
  readonly alt: string;
  readonly notes: readonly string[];
  /** The figures within a note, by its text: those that a press explains. For screens only. */
  readonly note_figures?: Readonly<Record<string, readonly NoteFigure[]>>;
  /** Those of the notes that a person put on the chart. */
  readonly annotations?: readonly string[];
  readonly data_status: DataStatus;
  readonly as_of: string;
  readonly key: readonly {
    readonly label: string;
    readonly colour: Token;
    readonly shape: MarkShape;
  }[];
}

/**
 * A chart, defined once: everything that pages, files, reports and shared links need of it. Its
 * View draws it with Recharts or as plain SVG.
 */
export interface ChartDefinition<Series> {
  readonly id: string;
  /** Its name in lists of figures. */
  name(language: Language): string;
  /** The path of the page that a file of this chart leads back to. */
  readonly page: string;
  /**
   * The parts of an overview without which it can't be drawn. With `bridge` it compares two days.
   */
  readonly needs: readonly (keyof Overview)[];
  /** Further parts of an overview that it draws where they are there. */
  readonly uses: readonly (keyof Overview)[];
  /** It is drawn once for each measure, and takes the options `measure` and `range`. */
  readonly isPerMeasure: boolean;
  /** Its marks or rows are single projects. */
  readonly showsProjects: boolean;
  /** Whether there is anything to draw. */
  hasData(overview: Overview, options: ChartOptions): boolean;
  /** An analysis chart that counts only the projects of the filters. */
  readonly takesFilters?: boolean;
  /** An analysis chart that draws a scenario of the outlook, and says so. */
  readonly takesScenario?: boolean;
  /** An analysis chart that can stand beside another day or other projects. */
  readonly takesComparison?: true;
  /** What it shows, for the title of a comparison; its name where this is omitted. */
  subject?(overview: Overview, context: ChartContext): string;
  /** What a reader chooses about an analysis chart; it may depend on the other options. */
  choices?(overview: Overview, context: ChartContext): readonly ChartChoice[];
  /** Height for each logical width. */
  height(width: LogicalWidth, series: Series): number;
  /**
   * Height under which the marks would overlap. A picture with less room shows the drawing smaller.
   */
  leastHeight(width: number, series: Series): number;
  readonly focus: ChartFocus<Series>;
  /**
   * The axes of a drawing of this size on which texts can stand, the usual one first. Without a
   * height it is the usual one.
   */
  annotationAxes?(series: Series, width: number, height?: number): readonly AnnotationAxis[];
  /** Fetches its View, which is large: a page does so only when the reader can use it. */
  loadView(): Promise<ViewModule<Series>>;
  /** Plain JSON with ticks and label text, so that drawing computes nothing. */
  toSeries(overview: Overview, context: ChartContext): Series;
  words(overview: Overview, context: ChartContext): ChartWords;
  toTable(overview: Overview, context: ChartContext): ChartTable;
  /** The figure that its title states. */
  explains(overview: Overview, context: ChartContext): TableFigure;
  /** Fetches how an office program draws and edits it: files alone do so. */
  loadOffice(): Promise<OfficeModule>;
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
export interface OfficeModule {
  /**
   * The chart as an office program draws and edits it, from the rows of its table; undefined where
   * there is nothing to draw.
   */
  officeChart(
    overview: Overview,
    context: ChartContext,
    table: ChartTable,
  ): OfficeChart | undefined;
}
export interface ViewModule<Series> {
  View(props: ViewProps<Series>): ReactNode;
}
