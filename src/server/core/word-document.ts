import type { LogoType } from '#domain/zone/report/report-logo.ts';
import type { Report } from '#domain/report/report.ts';
import type { PdfInfo } from './pdf-info.ts';

/** The picture of a figure: a PNG in base64, its title, its alternative text and its size. */
export interface WordPicture {
  readonly png: string;
  readonly title: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}
/** A report with everything that its bytes depend on. */
export interface WordDocument {
  readonly report: Report;
  /** One for each figure of the report, in their order. */
  readonly pictures: readonly WordPicture[];
  readonly info: PdfInfo;
  /** The bytes of the logo that the report has. */
  readonly logo?: { readonly type: LogoType; readonly content: string } | undefined;
  /** Where the report is a page. */
  readonly address?: string | undefined;
  /** What a reader is told under the title, as characters that are missing. */
  readonly note?: string;
}
