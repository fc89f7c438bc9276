import type { Language } from '#domain/values/language.ts';
import type { Report } from '#domain/report/report.ts';
import type { PageOptions } from '#report/paper/pages.ts';

/** The metadata of a PDF. Equal values and equal pages give equal bytes: no clock is read. */
export interface PdfInfo {
  readonly title: string;
  /** The day, the data status and the source in one sentence. */
  readonly subject: string;
  readonly keywords: string;
  /** The moment at which the data was recorded, in ISO 8601. */
  readonly made_at: string;
  readonly language: Language;
}

/** A report that the thread of pages lays out. */
export interface PaperReport extends PageOptions {
  readonly report: Report;
  /** Printed under the title if no font has a character. */
  readonly note: string;
}
/** The pages of a PDF, each an SVG in points, or the report that they are made from. */
export type PdfSource = readonly string[] | PaperReport;
