import { xml } from '#charts/kit/style/xml.ts';
import { resolveTokens } from '#charts/kit/style/tokens.ts';
import type { Language } from '#domain/values/language.ts';
import type { Report, ReportBlock, ReportSection } from '#domain/report/report.ts';
import { PageFlow, type TextLook } from './page-flow.ts';
import { paperSize, textHeight, type PageStyle } from './page-style.ts';
import {
  bodyLook,
  firstLine,
  frameOf,
  noteLook,
  type PageLogo,
  putEnd,
  putLogo,
  putTitle,
} from './page-ends.ts';
import { putTable, tableStart } from './page-table.ts';
import { captionUnit } from './table-units.ts';

const smallest = 0.9;
const captionLook = ({ table }: PageStyle): TextLook => ({
  size: table + 0.5,
  lead: (table + 0.5) * 1.5,
  colour: 'ink',
  bold: true,
});

/** Reads the width, the height and the content of a picture. */
function partsOf(svg: string) {
  const [, , , width = 620, height = 437] = (
    /viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  ).map(Number);
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  return { width, height, inner };
}
/**
 * The width and height of a picture on paper. A tall picture is narrower, so that it fits on a
 * page.
 */
function sizeOf(flow: PageFlow, svg: string): { readonly wide: number; readonly high: number } {
  const { width, height } = partsOf(svg);
  const most = textHeight(flow.style) - captionLook(flow.style).lead - 16;
  const wide = Math.min(flow.room, flow.style.picture, (most * width) / height);
  return { wide, high: (wide * height) / width };
}

/** A picture of a figure with its title and its text alternative. */
export interface PagePicture {
  readonly svg: string;
  readonly title: string;
  readonly alt: string;
}

/** Draws a picture in the middle; one that almost fits is drawn a little smaller. */
function putPicture(flow: PageFlow, { svg, alt }: PagePicture, inMiddle: boolean): void {
  const { wide: most, high: whole } = sizeOf(flow, svg);
  const fits = (flow.remainingHeight - 8) / whole;
  const scale = fits >= 1 || fits < smallest ? 1 : fits;
  flow.need(whole * scale + 8);
  const { width, height, inner } = partsOf(svg);
  const [wide, tall] = [most * scale, whole * scale];
  const x = flow.start + (inMiddle ? (flow.room - wide) / 2 : 0);
  flow.add(
    `<svg x="${x}" y="${flow.y}" width="${wide}" height="${tall}" viewBox="0 0 ${width} ${height}" aria-label="${xml(alt)}">${inner}</svg>`,
  );
  flow.space(tall + 8);
}

const captionOf = (label: string | undefined, caption: string): string =>
  label === undefined ? caption : `${label}　${caption}`;

function putBlock(
  flow: PageFlow,
  block: ReportBlock,
  picture: PagePicture | undefined,
  { heading, language }: { readonly heading: string; readonly language: Report['language'] },
): void {
  const { style } = flow;
  const inMiddle = language !== 'en';
  const caption = (label: string | undefined, text: string): void => {
    flow.space(6);
    flow.text(captionOf(label, text), captionLook(style), { align: inMiddle ? 'middle' : 'start' });
    flow.space(2);
  };
  if (block.kind === 'text') {
    const isNote = block.note === true;
    flow.text(block.text, isNote ? noteLook(style) : bodyLook(style), {
      indent: isNote ? 0 : firstLine(style),
    });
  } else if (block.kind === 'list') {
    const list = flow.element('L');
    for (const item of block.items)
      flow.text(language === 'en' ? `•\u00a0 ${item}` : item, bodyLook(style), {
        indent: firstLine(style),
        tag: flow.element('LBody', flow.element('LI', list)),
      });
  } else if (block.kind === 'table') {
    const onPaper = captionUnit(block, heading, language);
    flow.need(captionLook(style).lead + 8 + tableStart(onPaper.table, flow));
    if (block.caption !== heading) caption(block.label, onPaper.caption);
    putTable(flow, onPaper.table);
  } else {
    if (picture !== undefined) {
      flow.need(sizeOf(flow, picture.svg).high * smallest + captionLook(style).lead + 16);
      caption(block.label, picture.title);
      putPicture(flow, picture, inMiddle);
    }
    if (block.table !== undefined) putTable(flow, block.table);
  }
  if (language === 'en' || block.kind === 'table') flow.space(4);
}

/** The height of a heading with the least content that must follow it. */
function leastUnder(
  flow: PageFlow,
  { blocks: [first] }: ReportSection,
  next: PagePicture | undefined,
): number {
  if (first?.kind === 'figure')
    return sizeOf(flow, next?.svg ?? '').high * smallest + captionLook(flow.style).lead + 16;
  return first?.kind === 'table'
    ? captionLook(flow.style).lead + 16 + tableStart(first.table, flow)
    : flow.style.body.lead * 2;
}

/** The inputs of the pages of a report besides its content. */
export interface PageOptions {
  /** One picture for each figure, in their order: a complete SVG in the light theme. */
  readonly pictures: readonly PagePicture[];
  readonly logo?: PageLogo | undefined;
  /** Printed at the end, also as a QR code. */
  readonly address?: string | undefined;
  /** Printed under the title. */
  readonly note?: string;
}

/** The next picture of the pages, and their language. */
interface Course {
  readonly pictures: readonly PagePicture[];
  next: number;
}

/** The space above a heading that is not at the top of a page, in points. */
const aboveHeading = ({ style: { heading } }: PageFlow, language: Language): number =>
  language === 'zh-CN' ? 0 : heading.lead / 2;

/** Writes a section: its heading, which stays with its first block, and its blocks. */
function putSection(flow: PageFlow, section: ReportSection, course: Course, report: Report): void {
  const { number = '', heading, blocks } = section;
  const { language } = report;
  const { heading: headingLook } = flow.style;
  const above = aboveHeading(flow, language);
  flow.need(above + headingLook.lead + leastUnder(flow, section, course.pictures[course.next]));
  if (!flow.isAtTop) flow.space(above);
  flow.text(
    `${number}${heading}`,
    { ...headingLook, colour: 'ink', bold: true },
    { indent: language === 'zh-CN' ? firstLine(flow.style) : 0, tag: flow.element('H2') },
  );
  for (const block of blocks) {
    const picture = block.kind === 'figure' ? course.pictures[course.next] : undefined;
    if (block.kind === 'figure') course.next += 1;
    putBlock(flow, block, picture, { heading, language });
  }
}

/** The number of last texts on the page of the signature, as in Word. */
export const lastTexts = 2;

/**
 * Begins a page unless the present one has room for all that a function writes on one page.
 * @param above - the space above it that the top of a page does not have
 */
function keepTogether(
  flow: PageFlow,
  language: Language,
  put: (into: PageFlow) => void,
  above = 0,
): void {
  const trial = new PageFlow(language);
  const top = trial.y;
  put(trial);
  if (trial.pages.length === 1) flow.need(above + trial.y - top);
}

/** Writes the last section and the end. The last texts stay with the signature. */
function putLast(
  flow: PageFlow,
  section: ReportSection | undefined,
  course: Course,
  { report, address }: { readonly report: Report; readonly address: string | undefined },
): void {
  const { language } = report;
  const blocks = section?.blocks ?? [];
  const isKept = blocks.slice(-lastTexts).every(({ kind }) => kind === 'text');
  const last = isKept ? blocks.slice(-lastTexts) : [];
  const others = blocks.slice(0, blocks.length - last.length);
  const sign = (into: PageFlow): void => putEnd(into, report, address);
  const putTexts = (into: PageFlow): void => {
    for (const block of last) putBlock(into, block, undefined, { heading: '', language });
    keepTogether(into, language, sign);
    sign(into);
  };
  const putStart = (into: PageFlow): void => {
    if (section !== undefined) putSection(into, { ...section, blocks: others }, course, report);
  };
  const putAll = (into: PageFlow): void => {
    putStart(into);
    putTexts(into);
  };
  // a section of few texts stays with the signature as a whole
  if (others.length === 0) keepTogether(flow, language, putAll, aboveHeading(flow, language));
  putStart(flow);
  if (others.length > 0) keepTogether(flow, language, putTexts);
  putTexts(flow);
}

/** Lays out a report from its title to its signature. */
function layReport(report: Report, { pictures, logo, address, note }: PageOptions): PageFlow {
  const flow = new PageFlow(report.language, report.foreign_names);
  putLogo(flow, report, logo);
  putTitle(flow, report, note);
  const course: Course = { pictures, next: 0 };
  for (const section of report.sections.slice(0, -1)) putSection(flow, section, course, report);
  putLast(flow, report.sections.at(-1), course, { report, address });
  return flow;
}

/** Measures a report on paper. @returns the height of its pages, the last up to its signature */
export function measureReport(report: Report, options: PageOptions): number {
  const { pages, style, y } = layReport(report, options);
  return (pages.length - 1) * textHeight(style) + y;
}

/**
 * The report as A4 pages in the official style of its language, each an SVG in points. The
 * attribute `data-tag` of a text names its element of the structure.
 */
export function reportPages(report: Report, options: PageOptions): readonly string[] {
  const { width, height } = paperSize;
  return layReport(report, options).pages.map((parts, at) =>
    resolveTokens(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#FFFFFF"/>${parts.join('')}${frameOf(report, at + 1)}</svg>`,
      'light',
    ),
  );
}
