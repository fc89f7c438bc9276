import type { ChartTable } from '#charts/kit/table.ts';
import type { OfficeChart } from '#charts/kit/office-chart.ts';
import type { Language } from '#domain/values/language.ts';

/** A table on a slide. Numbers are aligned to the right. */
export interface SlideTable {
  readonly columns: readonly { readonly label: string; readonly right?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}
/** An office chart with its rows. */
export interface SlideChart {
  readonly native: OfficeChart;
  readonly table: ChartTable;
  /** Text alternative for screen readers. */
  readonly alt: string;
}
/** One slide: titles, then one chart, one table or a few lines of text. */
export interface Slide {
  readonly title: string;
  readonly subtitle: string;
  /** The warning that values are invented. Required when they are. */
  readonly band?: string;
  readonly chart?: SlideChart;
  readonly grid?: SlideTable;
  readonly lines?: readonly string[];
  /** Status, source, day and software. */
  readonly foot: readonly string[];
  /** The address of the same view, drawn as a QR code. */
  readonly address?: string;
  readonly notes: readonly string[];
}
export interface DeckInfo {
  readonly title: string;
  readonly subject: string;
  /** When the revision was recorded, ISO 8601. */
  readonly made_at: string;
  readonly language: Language;
}
