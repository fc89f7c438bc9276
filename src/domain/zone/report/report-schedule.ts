import type { Language } from '#domain/values/language.ts';

export const reportFileFormats = ['pdf', 'docx', 'pptx'] as const;
export type ReportFileFormat = (typeof reportFileFormats)[number];

/** The files that a server with a folder for reports writes when a month is closed. */
export interface ReportSchedule {
  readonly formats: readonly ReportFileFormat[];
  readonly languages: readonly Language[];
  /**
   * Whether the files include what only editors see: issues, decisions, doubts, the log. Omitted:
   * no.
   */
  readonly notes?: true;
}
