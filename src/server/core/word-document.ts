import type { LogoType } from '#domain/zone/report/report-logo.ts';
import type { Report } from '#domain/report/report.ts';
import type { PdfInfo } from './pdf-info.ts';

/** The picture of a figure: a PNG in base64 with title, alternative text and size in pixels. */
export interface WordPicture {
  readonly png: string;
  readonly title: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}
/** A report with all inputs of its bytes. */
export interface WordDocument {
  readonly report: Report;
  /** The pictures of the report's figures, in their order. */
  readonly pictures: readonly WordPicture[];
  readonly info: PdfInfo;
  /** The logo of the report: its kind, and its bytes in base64. */
  readonly logo?: { readonly type: LogoType; readonly content: string } | undefined;
  /** The address of the page that shows the report. */
  readonly address?: string | undefined;
  /** A note under the title, for example about missing characters. */
  readonly note?: string;
}
