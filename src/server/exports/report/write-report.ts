import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import { frameWords } from '#charts/kit/text/text.ts';
import { isChartId } from '#charts/registry.ts';
import { reportPages } from '#report/pages.ts';
import type { Report } from '#domain/report/report.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { illustrativeLabel } from '#domain/labels/index.ts';
import type { Drawing, Drawn } from '#server/core/deps.ts';
import { NothingDraws } from '#server/exports/figure/chart-file.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { reportSlides } from './deck.ts';

/** A report with everything that its files are made of; all of it decides their bytes. */
export interface ReportFileAsked {
  readonly report: Report;
  readonly overview: Overview;
  readonly recorded_at: string;
  readonly stamp: FigureStamp | undefined;
}
/** The drawer, and what says that nobody waits for the report any more. */
interface Drawer {
  readonly drawing: Drawing | undefined;
  readonly left?: AbortSignal | undefined;
}
const withoutLink = ({ link: _link, ...stamp }: FigureStamp): FigureStamp => stamp;
/** The picture of each figure of the report, drawn for half a page. */
function pictures(
  { report, overview, stamp: whole }: ReportFileAsked,
  drawing: Drawing,
  left: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { language } = report;
  // the address stands on the report, not on each of its figures
  const stamp = whole === undefined ? undefined : withoutLink(whole);
  const blocks = report.sections.flatMap(({ blocks: all }) =>
    all.flatMap((block) =>
      block.kind === 'figure' && isChartId(block.chart)
        ? [{ chart: block.chart, measure: block.measure }]
        : [],
    ),
  );
  return Promise.all(
    blocks.map(async ({ chart, measure }) => {
      const options = measure === undefined ? {} : { measure };
      return (
        await drawing.svg(
          { chart, overview, language, theme: 'light', size: 'half_a4', options, stamp },
          left,
        )
      ).content;
    }),
  );
}
const infoOf = ({ report, recorded_at }: ReportFileAsked) => ({
  title:
    report.warning === undefined
      ? report.title
      : `${illustrativeLabel[report.language]} · ${report.title}`,
  subject: report.subtitle,
  made_at: recorded_at,
  language: report.language,
});

/**
 * The report as A4 pages with text as text. A mark stands in place of a character that no font has, and the first page says so.
 * @returns The document, and the characters that no font has.
 * @throws NothingDraws without a drawer.
 */
export async function reportPdf(
  asked: ReportFileAsked,
  { drawing, left }: Drawer,
): Promise<Drawn<Uint8Array<ArrayBuffer>>> {
  if (drawing?.pdf === undefined) throw new NothingDraws();
  const { report, stamp } = asked;
  const figures = await pictures(asked, drawing, left);
  const info = { ...infoOf(asked), keywords: report.foot };
  let drawn = await drawing.pdf(reportPages(report, figures, stamp?.link), info, left);
  if (drawn.missing.length > 0) {
    const note = frameWords[report.language].replaced;
    drawn = await drawing.pdf(reportPages(report, figures, stamp?.link, note), info, left);
  }
  return { content: new Uint8Array(drawn.content), missing: drawn.missing };
}

/** The report as slides whose charts can be edited. */
export const reportPptx = (asked: ReportFileAsked): Uint8Array<ArrayBuffer> =>
  toPptx(reportSlides(asked.report, asked.overview, asked.stamp), infoOf(asked));
