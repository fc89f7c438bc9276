import { encode } from 'uqr';
import { balanceText, wrapText } from '#charts/kit/style/font-advances.ts';
import { tokens, type Token } from '#charts/kit/style/tokens.ts';
import type { Language } from '#domain/values/language.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';
import { head, inches, namespaces, runText, solid } from './ooxml.ts';
import { cellRoom, gridLayout, gridPoints } from './slide-grid.ts';
import type { Slide, SlideTable } from './slide.ts';

/** Slide size in inches: 16:9, the default of every office program. */
export const slideSize = { width: 13.333, height: 7.5 } as const;
const margin = 0.55;
const room = slideSize.width - margin * 2;
const paint = (token: Token): string => solid(tokens.light[token]);
const languageTag: Readonly<Record<Language, string>> = {
  'zh-CN': 'zh-CN',
  ja: 'ja-JP',
  en: 'en-GB',
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const place = ({ x, y, width, height }: Box, tag = 'a'): string =>
  `<${tag}:xfrm><a:off x="${inches(x)}" y="${inches(y)}"/><a:ext cx="${inches(width)}" cy="${inches(height)}"/></${tag}:xfrm>`;

/** Collects the shapes of one slide and numbers them in order. */
class Shapes {
  readonly #xml: string[] = [];
  readonly #lang: string;
  #id = 1;
  constructor(language: Language) {
    this.#lang = languageTag[language];
  }
  next(): number {
    this.#id += 1;
    return this.#id;
  }
  raw(xml: string): void {
    this.#xml.push(xml);
  }
  run(text: string, points: number, ink: Token, bold = false): string {
    return `<a:r><a:rPr lang="${this.#lang}" sz="${Math.round(points * 100)}" b="${bold ? 1 : 0}" dirty="0">${paint(ink)}</a:rPr><a:t>${runText(text)}</a:t></a:r>`;
  }
  text(
    name: string,
    box: Box,
    lines: readonly string[],
    points: number,
    ink: Token,
    more: { readonly bold?: boolean; readonly title?: boolean; readonly fill?: Token } = {},
  ): void {
    const paragraphs = lines
      .map(
        (line) =>
          `<a:p><a:pPr marL="0" indent="0" algn="l"><a:buNone/></a:pPr>${this.run(line, points, ink, more.bold)}</a:p>`,
      )
      .join('');
    this.raw(
      `<p:sp><p:nvSpPr><p:cNvPr id="${this.next()}" name="${xmlText(name)}"/><p:cNvSpPr${more.title === true ? '><a:spLocks noGrp="1"/></p:cNvSpPr>' : ' txBox="1"/>'}<p:nvPr>${more.title === true ? '<p:ph type="title"/>' : ''}</p:nvPr></p:nvSpPr><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${more.fill === undefined ? '<a:noFill/>' : paint(more.fill)}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${more.fill === undefined ? 't' : 'ctr'}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs || '<a:p/>'}</p:txBody></p:sp>`,
    );
  }
  bar(name: string, box: Box, ink: Token): void {
    this.raw(
      `<p:sp><p:nvSpPr><p:cNvPr id="${this.next()}" name="${xmlText(name)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${paint(ink)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${this.#lang}"/></a:p></p:txBody></p:sp>`,
    );
  }
  toString(): string {
    return this.#xml.join('');
  }
}

/** Draws a QR code as one vector shape. */
function qrShape(shapes: Shapes, address: string, box: Box): void {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) =>
      row.flatMap((dark, x) =>
        dark
          ? [
              `<a:moveTo><a:pt x="${x}" y="${y}"/></a:moveTo><a:lnTo><a:pt x="${x + 1}" y="${y}"/></a:lnTo><a:lnTo><a:pt x="${x + 1}" y="${y + 1}"/></a:lnTo><a:lnTo><a:pt x="${x}" y="${y + 1}"/></a:lnTo><a:close/>`,
            ]
          : [],
      ),
    )
    .join('');
  shapes.raw(
    `<p:sp><p:nvSpPr><p:cNvPr id="${shapes.next()}" name="QR" descr="${xmlText(address)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${place(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${size}" h="${size}">${path}</a:path></a:pathLst></a:custGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`,
  );
}

function chartFrame(shapes: Shapes, box: Box, alt: string): void {
  shapes.raw(
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${shapes.next()}" name="Chart" descr="${xmlText(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId3"/></a:graphicData></a:graphic></p:graphicFrame>`,
  );
}

const total = (lengths: readonly number[]): number =>
  lengths.reduce((sum, length) => sum + length, 0);

function grid(shapes: Shapes, box: Box, { columns, rows }: SlideTable): void {
  const { widths, heights } = gridLayout({ columns, rows }, box.width * 72);
  const emu = (points: number): number => inches(points / 72);
  const edge = (tag: string, ink: Token | undefined): string =>
    `<a:${tag} w="${ink === undefined ? 0 : 9525}">${ink === undefined ? '<a:noFill/>' : paint(ink)}</a:${tag}>`;
  const cell = (text: string, right: boolean, first: boolean): string =>
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="${right ? 'r' : 'l'}"/>${shapes.run(text, gridPoints, first ? 'ink' : 'ink-2', first)}</a:p></a:txBody><a:tcPr marL="${emu(cellRoom.side)}" marR="${emu(cellRoom.side)}" marT="${emu(cellRoom.above)}" marB="${emu(cellRoom.above)}" anchor="ctr">${edge('lnL', undefined)}${edge('lnR', undefined)}${edge('lnT', undefined)}${edge('lnB', first ? 'rule-strong' : 'rule')}<a:noFill/></a:tcPr></a:tc>`;
  const line = (texts: readonly string[], height: number, first = false): string =>
    `<a:tr h="${emu(height)}">${columns.map(({ right = false }, at) => cell(texts[at] ?? '', right, first)).join('')}</a:tr>`;
  shapes.raw(
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${shapes.next()}" name="Table"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place({ ...box, width: total(widths) / 72, height: total(heights) / 72 }, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')}</a:tblGrid>${line(
      columns.map(({ label }) => label),
      heights[0] ?? 0,
      true,
    )}${rows.map((row, at) => line(row, heights[at + 1] ?? 0)).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
  );
}

/**
 * Adds the band that marks invented data.
 *
 * @returns the top of the title in inches
 */
function addBand(shapes: Shapes, band: string | undefined): number {
  if (band === undefined) return 0.35;
  shapes.bar('Band', { x: 0, y: 0, width: slideSize.width, height: 0.36 }, 'illus-bg');
  const box = { x: margin, y: 0.02, width: room, height: 0.32 };
  shapes.text('Status', box, [band], 12, 'illus-ink', { bold: true, fill: 'illus-bg' });
  return 0.5;
}

/**
 * Adds title and subtitle below `top`.
 *
 * @returns the top of the body in inches
 */
function addTitles(shapes: Shapes, { title, subtitle }: Slide, top: number): number {
  const lines = balanceText(title, room * 72, 26, true).length;
  const points = lines > 2 ? 20 : 26;
  const height = Math.min(2, lines) * 0.44;
  const box = { x: margin, y: top, width: room, height };
  shapes.text('Title', box, [title], points, 'ink', { bold: true, title: true });
  const below = top + height + 0.04;
  if (subtitle === '') return below;
  const line = { x: margin, y: below, width: room, height: 0.32 };
  shapes.text('Subtitle', line, [subtitle], 15, 'ink-2');
  return below + 0.4;
}

/** Adds a rule, then status, source and day, and the address as a QR code. */
function addFoot(shapes: Shapes, { foot, address }: Slide, bottom: number, height: number): void {
  const width = footWidth(address);
  shapes.bar('Rule', { x: margin, y: bottom - 0.05, width: room, height: 0.01 }, 'rule');
  shapes.text('Source', { x: margin, y: bottom + 0.03, width, height }, foot, 10.5, 'ink-3');
  if (address === undefined) return;
  const x = slideSize.width - margin - 0.9;
  qrShape(shapes, address, { x, y: bottom + 0.02, width: 0.9, height: 0.9 });
}
const footWidth = (address: string | undefined): number =>
  room - (address === undefined ? 0 : 1.05);

/** Writes the part `ppt/slides/slideN.xml`: band, titles, one chart, table or text, and foot. */
export function slideXml(slide: Slide, language: Language): string {
  const shapes = new Shapes(language);
  const y = addTitles(shapes, slide, addBand(shapes, slide.band));
  const lines = slide.foot.flatMap((line) => wrapText(line, footWidth(slide.address) * 72, 10.5));
  const footHeight = Math.max(lines.length * 0.18, slide.address === undefined ? 0 : 0.9);
  const bottom = slideSize.height - 0.3 - footHeight;
  const body = { x: margin, y: y + 0.1, width: room, height: bottom - 0.2 - y };
  if (slide.chart !== undefined) chartFrame(shapes, body, slide.chart.alt);
  else if (slide.grid !== undefined) grid(shapes, body, slide.grid);
  else if (slide.lines !== undefined) shapes.text('Body', body, slide.lines, 18, 'ink');
  addFoot(shapes, slide, bottom, footHeight);
  return `${head}<p:sld ${namespaces}><p:cSld><p:bg><p:bgPr>${paint('surface')}<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

export function notesXml(notes: readonly string[], language: Language): string {
  const tag = languageTag[language];
  const paragraphs = notes
    .map(
      (note) => `<a:p><a:r><a:rPr lang="${tag}" dirty="0"/><a:t>${runText(note)}</a:t></a:r></a:p>`,
    )
    .join('');
  return `${head}<p:notes ${namespaces}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs || '<a:p/>'}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
