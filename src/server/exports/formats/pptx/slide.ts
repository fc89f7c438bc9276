import type { ChartTable } from '#charts/kit/table.ts';
import type { OfficeChart } from '#charts/kit/office-chart.ts';
import type { Language } from '#domain/values/language.ts';

/** A table on a slide: texts as they are read, numbers to the right. */
export interface SlideTable {
  readonly columns: readonly { readonly label: string; readonly right?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}
/** A native chart with the rows that it is drawn from. */
export interface SlideChart {
  readonly native: OfficeChart;
  readonly table: ChartTable;
  /** What it shows, for who can't see it. */
  readonly alt: string;
}
/** One slide: what it says, and under it one chart, one table or a few lines. */
export interface Slide {
  readonly title: string;
  readonly subtitle: string;
  /** The warning that values are invented; it can't be left out where it holds. */
  readonly band?: string;
  readonly chart?: SlideChart;
  readonly grid?: SlideTable;
  readonly lines?: readonly string[];
  /** Status, source, day and making. */
  readonly foot: readonly string[];
  /** The address that opens the same view, as a QR code. */
  readonly address?: string;
  readonly notes: readonly string[];
}
export interface DeckInfo {
  readonly title: string;
  readonly subject: string;
  /** When what it shows was recorded, ISO 8601. */
  readonly made_at: string;
  readonly language: Language;
}
