import type { Language } from '#domain/values/language.ts';

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
