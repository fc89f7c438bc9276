import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { reportLabels } from '#report/labels/index.ts';
import type { PagePicture } from '#report/paper/pages.ts';
import { findAnyChart } from '#charts/all-charts.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import type { ReportSectionId } from '#domain/zone/report/report-template.ts';
import type { Report } from '#domain/report/report.ts';
import { compact } from '#domain/values/compact.ts';
import { illustrativeLabel } from '#domain/labels/index.ts';
import type { Drawing, DrawRequest, DrawResult } from '#server/core/deps.ts';
import { toBase64 } from '#server/core/binary/base64.ts';
import type { WordPicture } from '#server/core/word-document.ts';
import type { StoredLogo } from '#server/zone/logo/store.ts';
import { NoDrawerError } from '#server/exports/figure/chart-file.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import type { DeckParts } from './deck/deck-input.ts';
import type { DeckLogo } from '#server/exports/formats/pptx/slide.ts';
import { reportSlides } from './deck/deck.ts';
import { type FigureSubjects, findSubject } from './figure-subject.ts';

/** A report with all inputs of the bytes of its files. */
export interface ReportFileInput extends FigureSubjects {
  readonly report: Report;
  /** Makes the report with all rows, from which slides are made. */
  readonly makeFullReport: () => Report;
  readonly recorded_at: string;
  readonly stamp: FigureStamp | undefined;
  /** The sections that the zone chose, in their order. */
  readonly order?: readonly ReportSectionId[] | undefined;
  /** The logo of the report with its bytes. */
  readonly logo?: StoredLogo | undefined;
}
interface DrawOptions {
  readonly drawing: Drawing | undefined;
  readonly signal?: AbortSignal | undefined;
}
/** Lists the subjects of the report's figures in their order. */
const listSubjects = ({ report, overview, saved }: ReportFileInput) =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'figure' ? [{ block, ...findSubject(block, { overview, saved }) }] : [],
    ),
  );
type FigureSubject = ReturnType<typeof listSubjects>[number];
/** Makes the request for a drawing in the column of text. The page has zone, day and address. */
const requestFigure = (
  { report }: ReportFileInput,
  {
    chart,
    overview,
    options,
  }: Pick<ReturnType<typeof findSubject>, 'chart' | 'overview' | 'options'>,
): DrawRequest => ({
  chart,
  overview,
  // the report has causes and next steps in sections of their own
  options: { marks: 'off', ...options },
  language: report.language,
  theme: 'light',
  size: 'half_a4',
  isInset: true,
});
/** Writes title and text alternative of a figure. A saved chart has its own title. */
function wordsOf({ report }: ReportFileInput, subject: FigureSubject) {
  const { block, chart, overview, options } = subject;
  const context = { language: report.language, options };
  const words = writeWords(findAnyChart(chart), overview, context);
  return { title: block.saved?.title ?? words.title, alt: block.saved?.alt ?? words.alt };
}
/** Draws each figure of the report as SVG for half a page. */
const drawFigures = (
  input: ReportFileInput,
  drawing: Drawing,
  signal: AbortSignal | undefined,
): Promise<readonly PagePicture[]> =>
  Promise.all(
    listSubjects(input).map(async (subject) => ({
      svg: (await drawing.svg(requestFigure(input, subject), signal)).content,
      ...wordsOf(input, subject),
    })),
  );
const makeInfo = ({ report, recorded_at }: ReportFileInput) => ({
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
): Promise<DrawResult<Uint8Array<ArrayBuffer>>> {
  if (drawing?.pdf === undefined) throw new NoDrawerError();
  const { stamp } = input;
  const figures = await drawFigures(input, drawing, signal);
  const info = { ...makeInfo(input), keywords: input.report.foot };
  const { report, logo } = input;
  const note = kitLabels[report.language].replaced;
  const { content, missing } = await drawing.pdf(
    { report, pictures: figures, logo, address: stamp?.link, note },
    info,
    signal,
  );
  return { content: new Uint8Array(content), missing };
}

const pictureScale = 3;

/** Reads width and height of a PNG in pixels from its first chunk. */
function readSize(png: Uint8Array): Pick<WordPicture, 'width' | 'height'> {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Draws each figure of the report as a picture with its alternative text. */
async function drawPictures(
  input: ReportFileInput,
  drawing: Drawing,
  signal: AbortSignal | undefined,
): Promise<DrawResult<readonly WordPicture[]>> {
  const pictures = await Promise.all(
    listSubjects(input).map(async (subject) => {
      const request = { ...requestFigure(input, subject), scale: pictureScale } as const;
      const { content, missing } = await drawing.png(request, signal);
      const picture: WordPicture = {
        png: toBase64(content),
        ...wordsOf(input, subject),
        ...readSize(content),
      };
      return { picture, missing };
    }),
  );
  return {
    content: pictures.map(({ picture }) => picture),
    missing: [...new Set(pictures.flatMap(({ missing }) => missing))],
  };
}

/**
 * Writes the report as a Word document with its figures as pictures. A mark replaces a character of
 * a picture that no font has, and the document says so.
 *
 * @returns the document, and the characters that no font has
 * @throws NoDrawerError without a drawer
 */
export async function reportDocx(
  input: ReportFileInput,
  { drawing, signal }: DrawOptions,
): Promise<DrawResult<Uint8Array<ArrayBuffer>>> {
  if (drawing?.docx === undefined) throw new NoDrawerError();
  const { report, stamp } = input;
  const { content: pictures, missing } = await drawPictures(input, drawing, signal);
  const note = missing.length > 0 ? reportLabels[report.language].replacedInFigures : undefined;
  const info = { ...makeInfo(input), keywords: report.foot };
  const { content } = await drawing.docx(
    { report, pictures, info, logo: input.logo, address: stamp?.link, ...compact({ note }) },
    signal,
  );
  return { content: new Uint8Array(content), missing };
}

/** Makes the logo of the slides. */
function slideLogo({ report, logo }: ReportFileInput): DeckLogo | undefined {
  const logoName = report.issued.logo;
  return logoName === undefined || logo === undefined ? undefined : { ...logo, alt: logoName.alt };
}

/** Lets other requests pass between two parts of the slides, which this thread makes. */
const letOthersPass = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

/**
 * Writes the report as slides with editable charts.
 * @throws Error if a block names a chart that does not exist
 */
export async function reportPptx(
  input: ReportFileInput,
  parts: DeckParts,
): Promise<Uint8Array<ArrayBuffer>> {
  const { stamp, overview, saved, order } = input;
  const report = input.makeFullReport();
  await letOthersPass();
  const subjects = { overview, saved };
  const slides = await reportSlides({ report, stamp, parts, subjects, order });
  await letOthersPass();
  return toPptx(slides, { ...makeInfo(input), ...compact({ logo: slideLogo(input) }) });
}
