import { xml } from '#charts/kit/style/xml.ts';
import { fitLogo, type LogoType } from '#domain/zone/report/report-logo.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { qrSvg } from '#charts/kit/frame/qr.ts';
import { resolveTokens } from '#charts/kit/style/tokens.ts';
import type { Report, ReportBlock, ReportSection } from '#domain/report/report.ts';
import { PageFlow, svgText, type TextLook } from './page-flow.ts';
import {
  pageStyles,
  paperSize,
  textHeight,
  textRoom,
  toPoints,
  type PageStyle,
} from './page-style.ts';
import { listTitleLines } from './title-lines.ts';
import { putTable, tableStart } from './page-table.ts';

const smallest = 0.78;
const bodyLook = ({ body }: PageStyle): TextLook => ({ ...body, colour: 'ink' });
const noteLook = ({ note }: PageStyle): TextLook => ({
  size: note,
  lead: note * 1.4,
  colour: 'ink-2',
});
const captionLook = ({ table }: PageStyle): TextLook => ({
  size: table + 0.5,
  lead: (table + 0.5) * 1.5,
  colour: 'ink',
  bold: true,
});
const firstLine = ({ indent, body }: PageStyle): number => indent * body.size;

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
    flow.need(captionLook(style).lead + 8 + tableStart(block.table, flow));
    if (block.caption !== heading) caption(block.label, block.caption);
    putTable(flow, block.table);
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

/** The largest size of a logo at the head of the first page, in points. */
export const logoRoom = { width: 180, height: 48 } as const;

/** The logo as a file stores it. */
export interface PageLogo {
  readonly type: LogoType;
  /** Its bytes in base64. */
  readonly content: string;
}

/** Draws the logo above the title, as large as fits. */
function putLogo(flow: PageFlow, { issued, language }: Report, file: PageLogo | undefined): void {
  const { logo } = issued;
  if (logo === undefined || file === undefined) return;
  const { width, height } = fitLogo(logo, logoRoom);
  const x = flow.start + (language === 'en' ? 0 : (flow.room - width) / 2);
  flow.add(
    `<image x="${x}" y="${flow.y}" width="${width}" height="${height}" href="data:image/${file.type};base64,${file.content}" aria-label="${xml(logo.alt)}"/>`,
  );
  flow.space(height + flow.style.body.lead / 2);
}

function putTitle(flow: PageFlow, report: Report, note?: string): void {
  const { subtitle, language } = report;
  const { style } = flow;
  const align = language === 'en' ? 'start' : 'middle';
  const look = { ...style.title, colour: 'ink', bold: true } as const;
  const tag = flow.element('H1');
  for (const line of listTitleLines(report)) flow.text(line, look, { align, tag });
  flow.space(style.body.lead / 4);
  flow.text(subtitle, { ...style.subtitle, colour: 'ink' }, { align });
  if (note !== undefined) flow.text(note, noteLook(style));
  flow.space(style.body.lead / 2);
}

/** The lines at the end of a report. */
const signedLines = ({ by, signature, day }: Report['issued']): readonly string[] => [
  by,
  ...(signature === undefined ? [] : [signature]),
  day,
];

const qrWidth = 62;
/**
 * Writes the end on one page: the subject of the report, its address, and who issues it. A signature
 * alone on a page would belong to nothing.
 */
function putEnd(flow: PageFlow, { foot, issued }: Report, address: string | undefined): void {
  const { style } = flow;
  const beside = address === undefined ? 0 : qrWidth + 10;
  flow.space(6);
  const signatureHeight = style.body.lead * (signedLines(issued).length + 1);
  flow.need(Math.max(beside, noteLook(style).lead * 3) + signatureHeight);
  const { y } = flow;
  // the address is beside it as text
  if (address !== undefined)
    flow.add(`<g data-tag="Artifact">${qrSvg(address, flow.start, y, qrWidth)}</g>`);
  flow.text(foot, noteLook(style), { from: beside });
  if (address !== undefined) flow.text(address, noteLook(style), { from: beside });
  flow.space(Math.max(0, y + beside - flow.y) + style.body.lead / 2);
  if (issued.contact !== undefined) flow.text(issued.contact, noteLook(style));
  const width = flow.room - firstLine(style) * 2;
  for (const line of signedLines(issued)) flow.text(line, bodyLook(style), { width, align: 'end' });
}

/**
 * Makes the frame of a page: zone, period and the note on invented values at the head, the page
 * number at the foot.
 */
function frameOf({ header, warning, language }: Report, number: number): string {
  const style = pageStyles[language];
  const { margins, note, pageNumber, around } = style;
  const look: TextLook = { size: note, lead: note, colour: 'ink-2' };
  const [x, y] = [toPoints(margins.left), toPoints(margins.top / 2)];
  const end = x + textRoom(style);
  const room = textRoom(style) - (warning === undefined ? 0 : textWidth(warning, note) + 12);
  const size = note * Math.min(1, room / Math.max(1, textWidth(header, note)));
  return [
    svgText(header, { x, y, tag: 'Artifact' }, { ...look, size: Math.round(size * 100) / 100 }),
    ...(warning === undefined
      ? []
      : [
          svgText(
            warning,
            { x: end, y, anchor: 'end', tag: 'Artifact' },
            { ...look, colour: 'illus-ink', bold: true },
          ),
        ]),
    svgText(
      around.join(String(number)),
      {
        x: paperSize.width / 2,
        y: paperSize.height - toPoints(margins.bottom / 2),
        anchor: 'middle',
        tag: 'Artifact',
      },
      { size: pageNumber, lead: pageNumber, colour: 'ink' },
    ),
  ].join('');
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

/**
 * The report as A4 pages in the official style of its language, each an SVG in points. The
 * attribute `data-tag` of a text names its element of the structure.
 */
export function reportPages(
  report: Report,
  { pictures, logo, address, note }: PageOptions,
): readonly string[] {
  const { language } = report;
  const flow = new PageFlow(language, report.foreign_names);
  const { heading: headingLook, body } = flow.style;
  putLogo(flow, report, logo);
  putTitle(flow, report, note);
  let next = 0;
  for (const section of report.sections) {
    const { number = '', heading, blocks } = section;
    // a heading stays with its block
    flow.need(headingLook.lead * 1.6 + leastUnder(flow, section, pictures[next]));
    if (language !== 'zh-CN') flow.space(headingLook.lead * 0.6);
    flow.text(
      `${number}${heading}`,
      { ...headingLook, colour: 'ink', bold: true },
      { indent: language === 'zh-CN' ? firstLine(flow.style) : 0, tag: flow.element('H2') },
    );
    for (const block of blocks) {
      const picture = block.kind === 'figure' ? pictures[next] : undefined;
      if (block.kind === 'figure') next += 1;
      putBlock(flow, block, picture, { heading, language });
    }
  }
  flow.space(body.lead / 4);
  putEnd(flow, report, address);
  const { width, height } = paperSize;
  return flow.pages.map((parts, at) =>
    resolveTokens(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#FFFFFF"/>${parts.join('')}${frameOf(report, at + 1)}</svg>`,
      'light',
    ),
  );
}
