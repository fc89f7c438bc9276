import { xml } from '#charts/kit/style/xml.ts';
import { fitLogo, type LogoType } from '#domain/zone/report/report-logo.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { qrSvg } from '#charts/kit/frame/qr.ts';
import type { Report } from '#domain/report/report.ts';
import { type PageFlow, svgText, type TextLook } from './page-flow.ts';
import { pageStyles, paperSize, textRoom, toPoints, type PageStyle } from './page-style.ts';
import { listTitleLines } from './title-lines.ts';

/** Finds the look of body text. @returns size, line height and colour */
export const bodyLook = ({ body }: PageStyle): TextLook => ({ ...body, colour: 'ink' });
/** Finds the look of notes. @returns size, line height and colour */
export const noteLook = ({ note }: PageStyle): TextLook => ({
  size: note,
  lead: note * 1.35,
  colour: 'ink-2',
});
/** Finds the indent of the first line of a paragraph. @returns points */
export const firstLine = ({ indent, body }: PageStyle): number => indent * body.size;

/** The largest size of a logo at the head of the first page, in points. */
export const logoRoom = { width: 180, height: 48 } as const;

/** The logo as a file stores it. */
export interface PageLogo {
  readonly type: LogoType;
  /** Its bytes in base64. */
  readonly content: string;
}

/** Draws the logo above the title, as large as fits. */
export function putLogo(
  flow: PageFlow,
  { issued, language }: Report,
  file: PageLogo | undefined,
): void {
  const { logo } = issued;
  if (logo === undefined || file === undefined) return;
  const { width, height } = fitLogo(logo, logoRoom);
  const x = flow.start + (language === 'en' ? 0 : (flow.room - width) / 2);
  flow.add(
    `<image x="${x}" y="${flow.y}" width="${width}" height="${height}" href="data:image/${file.type};base64,${file.content}" aria-label="${xml(logo.alt)}"/>`,
  );
  flow.space(height + flow.style.body.lead / 2);
}

/** Writes the title and the line under it. */
export function putTitle(flow: PageFlow, report: Report, note?: string): void {
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
/** Writes the end: the subject of the report, its address, and who issues it. */
export function putEnd(
  flow: PageFlow,
  { foot, issued }: Report,
  address: string | undefined,
): void {
  const { style } = flow;
  const beside = address === undefined ? 0 : qrWidth + 10;
  flow.space(6);
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
export function frameOf({ header, warning, language }: Report, number: number): string {
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
