import type { ReactNode } from 'react';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { WithholdableField } from '#domain/zone/rights/redistribution.ts';
import type { Annotation } from '#domain/analysis/annotation.ts';
import type { AnnotationAxis } from './annotation-axis.ts';
import type { ChartFocus } from './focus.ts';
import type { OfficeChart } from './office/office-chart.ts';
import type { ChartTable, TableFigure } from './table.ts';
import type { MarkShape } from '#charts/kit/style/industry-marks.ts';
import type { BlockSeries } from './comparison.ts';
import type { Token } from '#charts/kit/style/tokens.ts';

/**
 * Named sizes of exported pictures: the pixels of the whole picture at 1×. `a4` is a landscape page
 * at two pixels per point.
 */
export const pictureSizes = {
  wide: [1600, 900],
  half_a4: [1240, 874],
  tall: [1080, 1350],
  a4: [1684, 1190],
} as const;
export type PictureSize = keyof typeof pictureSizes;
/** The scales of a PNG, as multiples of its size in pixels. */
export const pictureScales = [1, 2, 3] as const;
export type PictureScale = (typeof pictureScales)[number];
/** Logical plot widths. The container chooses one, so that CJK text is never smaller than 12 px. */
export const logicalWidths = [340, 440, 560, 700, 880, 1100] as const;
export type LogicalWidth = (typeof logicalWidths)[number];

/** The options of a chart for its readers. The query of its address has the same fields. */
export interface ChartOptions {
  /** The filters of the counted projects, in words. */
  readonly filters?: string;
  /** The title that a person gave the chart; it replaces its claim. */
  readonly title?: string;
  /** The note that a person saved with the chart; its lines come before the other notes. */
  readonly note?: string;
  /** Annotations of the chart. */
  readonly annotations?: readonly Annotation[];
  /** Indicator id, for charts of one measure. */
  readonly measure?: string;
  readonly range?: 'to_date' | 'to_target';
  /** Hides the dated marks of decisions and notes. */
  readonly marks?: 'off';
  /** For an analysis chart: its groups, its parts, and so on. */
  readonly by?: string;
  readonly stack?: string;
  readonly event?: string;
  readonly period?: string;
  readonly form?: string;
  readonly zoom?: string;
  /** The only currency that is drawn. */
  readonly currency?: string;
  /** The chart stands beside another one of its kind, so its notes are short. */
  readonly beside?: true;
}

/** The options that an address holds. */
export type AddressOptions = Omit<ChartOptions, 'note' | 'annotations' | 'beside'>;

/** An option of a chart that a reader chooses from a list. The first value is the default. */
export interface ChartChoice {
  readonly option: Exclude<
    keyof ChartOptions,
    'range' | 'title' | 'note' | 'filters' | 'marks' | 'annotations' | 'beside'
  >;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** It also takes columns of the register that are no field, or the currencies of its data. */
  readonly takes?: 'columns' | 'currencies';
  /** The data of the chart depend on it. Otherwise it changes the drawing alone. */
  readonly changes_data: boolean;
}
export interface ChartContext {
  readonly language: Language;
  readonly options: ChartOptions;
}

/** A part of a note that contains a figure. */
export interface NoteFigure extends TableFigure {
  readonly text: string;
}

/** The words around the plot, made from the data: the same on screen, in pictures and in files. */
export interface ChartWords {
  readonly title: string;
  readonly subtitle: string;
  /** The sentences of the subtitle, where it was made of several. */
  readonly sentences?: readonly string[];
  readonly unit: string;
  /**
   * Unit of the exact values in files: an id of a unit or a currency code, where the display unit
   * is a multiple of it.
   */
  readonly exact_unit?: string;
  readonly source: string;
  readonly alt: string;
  readonly notes: readonly string[];
  /** The figures within a note, by its text. A press opens their explanation. For screens only. */
  readonly note_figures?: Readonly<Record<string, readonly NoteFigure[]>>;
  /** The notes that name amounts outside the drawing. A slide without other notes has them. */
  readonly left_out?: readonly string[];
  /** The notes that come from annotations. */
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
 * A chart, defined once: everything that pages, files, reports and shared links need. Its View
 * draws it with Recharts or as plain SVG.
 */
export interface ChartDefinition<Series> {
  readonly id: string;
  /** Its name in lists of figures. */
  name(language: Language): string;
  /** The path of the page to which a file of this chart links. */
  readonly page: string;
  /**
   * The parts of an overview that it needs. With `bridge` it compares two days.
   */
  readonly needs: readonly (keyof Overview)[];
  /** Further parts of an overview that it draws where they are present. */
  readonly uses: readonly (keyof Overview)[];
  /** It is drawn once for each measure, and has the options `measure` and `range`. */
  readonly isPerMeasure: boolean;
  /** Its marks or rows are single projects. */
  readonly showsProjects: boolean;
  /**
   * The facts of projects whose values its data hold, alone or in sums. No file of data and no link
   * has the chart while one of them may not be redistributed.
   */
  facts(options: ChartOptions): readonly WithholdableField[];
  /** Whether there is anything to draw. */
  hasData(overview: Overview, options: ChartOptions): boolean;
  /** It is an analysis chart that counts only the projects of the filters. */
  readonly takesFilters?: boolean;
  /** It is an analysis chart that can draw a scenario of the outlook, and marks it as one. */
  readonly takesScenario?: boolean;
  /** It is an analysis chart that can be compared with another day or other projects. */
  readonly takesComparison?: true;
  /** Its subject, for the title of a comparison. Omitted: its name. */
  subject?(overview: Overview, context: ChartContext): string;
  /** The choices of a reader for an analysis chart; they may depend on the other options. */
  choices?(overview: Overview, context: ChartContext): readonly ChartChoice[];
  /** Height for each logical width. */
  height(width: LogicalWidth, series: Series): number;
  /**
   * Height below which the marks would overlap. A picture with less room shows a reduced drawing.
   */
  leastHeight(width: number, series: Series): number;
  readonly focus: ChartFocus<Series>;
  /**
   * The axes of a drawing of this size that can have annotations, the default first. Without a
   * height, the drawing has the usual one.
   */
  annotationAxes?(series: Series, width: number, height?: number): readonly AnnotationAxis[];
  /**
   * Divides a drawing with several blocks, as currencies, into drawings of one block each. Empty or
   * omitted: it can only be drawn as a whole.
   */
  divide?(series: Series): readonly BlockSeries<Series>[];
  /** Fetches its View, which is large. A page does so only when the reader can use it. */
  loadView(): Promise<ViewModule<Series>>;
  /** Makes plain JSON with ticks and label texts, so that drawing computes nothing. */
  toSeries(overview: Overview, context: ChartContext): Series;
  words(overview: Overview, context: ChartContext): ChartWords;
  toTable(overview: Overview, context: ChartContext): ChartTable;
  /**
   * Makes the rows of its table without sums, one for each value: a workbook has them for pivot
   * tables. Undefined where the table has no such form.
   */
  loadRows?(overview: Overview, context: ChartContext): Promise<ChartTable | undefined>;
  /** The figure in its title. */
  explains(overview: Overview, context: ChartContext): TableFigure;
  /** Fetches the code that makes its office chart; only files need it. */
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
   * Makes the chart as an office program draws and edits it, from the rows of its table; undefined
   * where there is nothing to draw.
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
