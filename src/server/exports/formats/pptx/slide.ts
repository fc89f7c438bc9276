import type { ChartTable } from '#charts/kit/table.ts';
import type { FrameCell, OfficeChart } from '#charts/kit/office/office-chart.ts';
import type { Theme, Token } from '#charts/kit/style/tokens.ts';
import type { Currency } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import type { ReportLogo } from '#domain/zone/report/report-logo.ts';

/** A table on a slide. Numbers are aligned to the right. */
export interface SlideTable {
  readonly columns: readonly {
    readonly label: string;
    readonly right?: boolean;
    /** The share of the width. If omitted, the texts decide the width. */
    readonly share?: number;
  }[];
  readonly rows: readonly (readonly (string | FrameCell)[])[];
  /** A line above the table that names it. */
  readonly caption?: string;
  /** Whether the table has no head. */
  readonly headless?: boolean;
}
/** An office chart with its rows. */
export interface SlideChart {
  readonly native: OfficeChart;
  readonly table: ChartTable;
  /** The text alternative for screen readers. */
  readonly alt: string;
}
/** A large number with a label. */
export interface SlideFigure {
  readonly before?: string;
  readonly value: string;
  readonly after?: string;
  readonly label: string;
  readonly note?: string;
}
/** A part of the body of a slide. */
export type SlidePart =
  | { readonly kind: 'chart'; readonly chart: SlideChart }
  | { readonly kind: 'table'; readonly table: SlideTable }
  | { readonly kind: 'figures'; readonly figures: readonly SlideFigure[] }
  | {
      readonly kind: 'lines';
      readonly lines: readonly string[];
      readonly colour?: Token;
      /** The largest font size in points. */
      readonly points?: number;
    }
  /** Parts side by side, each with its share of the width. */
  | {
      readonly kind: 'columns';
      readonly columns: readonly { readonly share: number; readonly parts: readonly SlidePart[] }[];
    };
/** One slide: zone, titles, the parts of its body from top to bottom, and its source. */
export interface Slide {
  readonly title: string;
  readonly subtitle: string;
  /** The name of the zone, at the head. */
  readonly zone: string;
  /** The warning that values are invented. Required when they are. */
  readonly mark?: string;
  readonly parts: readonly SlidePart[];
  /** Status, source, day and software. */
  readonly foot: readonly string[];
  /**
   * The foot with source and day only, where the other lines would take the room of a row. The
   * speaker notes have all lines.
   */
  readonly brief_foot?: readonly string[];
  /** The lines of the foot that name amounts outside the drawing. */
  readonly left_out?: readonly string[];
  /** The address of the same view, which a QR code shows. */
  readonly address?: string;
  readonly notes: readonly string[];
  /** The currency of each line of the foot and the notes that states figures in one currency. */
  readonly currency_lines?: Readonly<Record<string, Currency>>;
}
/** A logo for every slide: its bytes in base64 and its size in pixels. */
export interface DeckLogo extends Pick<ReportLogo, 'type' | 'width' | 'height'> {
  readonly content: string;
  readonly alt: string;
}
export interface DeckInfo {
  readonly title: string;
  readonly subject: string;
  /** When the revision was recorded, in ISO 8601. */
  readonly made_at: string;
  readonly language: Language;
  /** The theme of colours. The default is light. */
  readonly theme?: Theme;
  readonly logo?: DeckLogo;
}
