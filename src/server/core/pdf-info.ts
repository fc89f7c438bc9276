import type { Language } from '#domain/values/language.ts';

/** The metadata of a PDF. Equal values and equal pages give equal bytes: no clock is read. */
export interface PdfInfo {
  readonly title: string;
  /** Day, status and source in one sentence. */
  readonly subject: string;
  readonly keywords: string;
  /** When the shown data was recorded, in ISO 8601. */
  readonly made_at: string;
  readonly language: Language;
}
