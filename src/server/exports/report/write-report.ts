import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { reportPages } from '#report/pages.ts';
import type { Report } from '#domain/report/report.ts';
import { illustrativeLabel } from '#domain/labels/index.ts';
import type { Drawing, Drawn } from '#server/core/deps.ts';
import { NoDrawerError } from '#server/exports/figure/chart-file.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { reportSlides } from './deck.ts';
import { type FigureSubjects, findSubject } from './figure-subject.ts';

/** A report with everything that the bytes of its files depend on. */
export interface ReportFileInput extends FigureSubjects {
  readonly report: Report;
  readonly recorded_at: string;
  readonly stamp: FigureStamp | undefined;
}
interface DrawOptions {
  readonly drawing: Drawing | undefined;
  readonly signal?: AbortSignal | undefined;
}
const withoutLink = ({ link: _link, ...stamp }: FigureStamp): FigureStamp => stamp;
/** Draws each figure of the report as SVG for half a page. */
function drawFigures(
  { report, overview, saved, stamp: whole }: ReportFileInput,
  drawing: Drawing,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { language } = report;
  // The page has the address, so its figures don't repeat it.
  const stamp = whole === undefined ? undefined : withoutLink(whole);
  const blocks = report.sections.flatMap(({ blocks: all }) =>
    all.flatMap((block) =>
      block.kind === 'figure' ? [findSubject(block, { overview, saved })] : [],
    ),
  );
  return Promise.all(
    blocks.map(async ({ options, ...subject }) => {
      const asked = { ...subject, options: { ...options } as Readonly<Record<string, string>> };
      const look = { language, theme: 'light', size: 'half_a4', stamp } as const;
      return (await drawing.svg({ ...asked, ...look }, signal)).content;
    }),
  );
}
const infoOf = ({ report, recorded_at }: ReportFileInput) => ({
  title:
    report.warning === undefined
      ? report.title
      : `${illustrativeLabel[report.language]} · ${report.title}`,
  subject: report.subtitle,
  made_at: recorded_at,
  language: report.language,
});

/**
 * Writes the report as A4 pages with selectable text. A mark replaces a character that no font has,
 * and the first page says so.
 *
 * @returns the document, and the characters that no font has
 * @throws NoDrawerError without a drawer
 */
export async function reportPdf(
  input: ReportFileInput,
  { drawing, signal }: DrawOptions,
): Promise<Drawn<Uint8Array<ArrayBuffer>>> {
  if (drawing?.pdf === undefined) throw new NoDrawerError();
  const { report, stamp } = input;
  const figures = await drawFigures(input, drawing, signal);
  const info = { ...infoOf(input), keywords: report.foot };
  let drawn = await drawing.pdf(reportPages(report, figures, stamp?.link), info, signal);
  if (drawn.missing.length > 0) {
    const note = frameWords[report.language].replaced;
    drawn = await drawing.pdf(reportPages(report, figures, stamp?.link, note), info, signal);
  }
  return { content: new Uint8Array(drawn.content), missing: drawn.missing };
}

/** Writes the report as slides with editable charts. */
export const reportPptx = (input: ReportFileInput): Uint8Array<ArrayBuffer> =>
  toPptx(reportSlides(input.report, input, input.stamp), infoOf(input));
