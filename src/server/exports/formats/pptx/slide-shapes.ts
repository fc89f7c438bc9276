import { encode } from 'uqr';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { Language } from '#domain/values/language.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';
import type { Ink } from './chart-paint.ts';
import { inches, runText, solid } from './ooxml.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Writes the place and the size of a shape; the box is in inches. */
export const placeBox = ({ x, y, width, height }: Box, tag = 'a'): string =>
  `<${tag}:xfrm><a:off x="${inches(x)}" y="${inches(y)}"/><a:ext cx="${inches(width)}" cy="${inches(height)}"/></${tag}:xfrm>`;

const languageTag: Readonly<Record<Language, string>> = {
  'zh-CN': 'zh-CN',
  ja: 'ja-JP',
  en: 'en-GB',
};
/** Returns the language tag that PowerPoint uses for proofing. */
export const tagOf = (language: Language): string => languageTag[language];

/** The body fonts of the theme. Otherwise programs may use others for titles and slide numbers. */
const bodyFonts = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>';
/** The font of signs: one font beside words of each script, so that they have one size. */
const signFonts = '<a:latin typeface="Arial"/><a:ea typeface="Arial"/>';

/** A piece of text of one look. */
export interface Run {
  readonly text: string;
  readonly points: number;
  readonly ink: Token;
  readonly bold?: boolean;
  /** Whether it is a sign of a key. */
  readonly sign?: boolean;
}
/** Placeholders of the layout that a slide fills. */
export type Placeholder = 'title' | 'ftr' | 'sldNum';
const placeholderIndex = {
  title: '',
  ftr: ' sz="quarter" idx="11"',
  sldNum: ' sz="quarter" idx="12"',
};

export interface TextOptions {
  readonly align?: 'l' | 'r' | 'ctr';
  readonly anchor?: 't' | 'ctr' | 'b';
  readonly placeholder?: Placeholder;
  readonly fill?: Token;
  readonly edge?: Token;
  readonly space?: number;
}

/** Collects the shapes of one slide and numbers them in order. */
export class Shapes {
  readonly ink: Ink;
  readonly #xml: string[] = [];
  readonly #lang: string;
  #id = 1;
  constructor(language: Language, ink: Ink) {
    this.#lang = languageTag[language];
    this.ink = ink;
  }
  next(): number {
    this.#id += 1;
    return this.#id;
  }
  raw(xml: string): void {
    this.#xml.push(xml);
  }
  paint(token: Token): string {
    return solid(this.ink(token));
  }
  run({ text, points, ink, bold = false, sign = false }: Run): string {
    return `<a:r><a:rPr lang="${this.#lang}" sz="${Math.round(points * 100)}" b="${bold ? 1 : 0}" dirty="0">${this.paint(ink)}${sign ? signFonts : bodyFonts}</a:rPr><a:t>${runText(text)}</a:t></a:r>`;
  }
  /**
   * Writes a paragraph.
   *
   * @param space - the room after it in points
   * @param leading - the height of its lines in points, which fonts decide without it
   */
  paragraph(runs: readonly Run[], align = 'l', space = 0, leading?: number): string {
    const after =
      space > 0 ? `<a:spcAft><a:spcPts val="${Math.round(space * 100)}"/></a:spcAft>` : '';
    const line =
      leading === undefined
        ? ''
        : `<a:lnSpc><a:spcPts val="${Math.round(leading * 100)}"/></a:lnSpc>`;
    return `<a:p><a:pPr marL="0" indent="0" algn="${align}">${line}${after}<a:buNone/></a:pPr>${runs.map((run) => this.run(run)).join('')}</a:p>`;
  }
  /** Adds a text box, one paragraph for each list of runs. */
  text(
    name: string,
    box: Box,
    lines: readonly (readonly Run[])[],
    options: TextOptions = {},
  ): void {
    const { align = 'l', anchor = 't', placeholder, fill, edge, space = 0 } = options;
    const kind =
      placeholder === undefined
        ? '<p:cNvSpPr txBox="1"/><p:nvPr/>'
        : `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${placeholder}"${placeholderIndex[placeholder]}/></p:nvPr>`;
    const inset = fill === undefined ? 0 : 45_720;
    const body = lines.map((runs) => this.paragraph(runs, align, space)).join('');
    this.raw(
      `<p:sp><p:nvSpPr><p:cNvPr id="${this.next()}" name="${xmlText(name)}"/>${kind}</p:nvSpPr><p:spPr>${placeBox(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill === undefined ? '<a:noFill/>' : this.paint(fill)}${edge === undefined ? '' : `<a:ln w="9525">${this.paint(edge)}</a:ln>`}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="${inset}" tIns="0" rIns="${inset}" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${body || '<a:p/>'}</p:txBody></p:sp>`,
    );
  }
  /** Adds the number of the slide as a field that programs update. */
  pageNumber(box: Box, page: number, points: number): void {
    const look = `<a:rPr lang="${this.#lang}" sz="${points * 100}" b="1" dirty="0">${this.paint('ink')}${bodyFonts}</a:rPr>`;
    this.raw(
      `<p:sp><p:nvSpPr><p:cNvPr id="${this.next()}" name="Number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum"${placeholderIndex.sldNum}/></p:nvPr></p:nvSpPr><p:spPr>${placeBox(box)}</p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/><a:p><a:pPr algn="r"/><a:fld id="{6F1D5E2A-3C47-4B8E-9A10-5D2B7C9E0F31}" type="slidenum">${look}<a:t>${page}</a:t></a:fld></a:p></p:txBody></p:sp>`,
    );
  }
  bar(name: string, box: Box, ink: Token): void {
    this.raw(
      `<p:sp><p:nvSpPr><p:cNvPr id="${this.next()}" name="${xmlText(name)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${placeBox(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${this.paint(ink)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${this.#lang}"/></a:p></p:txBody></p:sp>`,
    );
  }
  /** Adds the frame of a chart, which is a part of its own. */
  chart(box: Box, alt: string, relation: string): void {
    this.raw(
      `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${this.next()}" name="Chart" descr="${xmlText(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placeBox(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/></a:graphicData></a:graphic></p:graphicFrame>`,
    );
  }
  toString(): string {
    return this.#xml.join('');
  }
}

/** Draws a QR code as one vector shape on white, so that scanners read it in both themes. */
export function qrShape(shapes: Shapes, address: string, box: Box): void {
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
  const geometry = (name: string, descr: string, shape: string, hex: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${shapes.next()}" name="${name}"${descr}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${placeBox(box)}${shape}${solid(hex)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
  shapes.raw(
    geometry('QR ground', '', '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', '#FFFFFF') +
      geometry(
        'QR',
        ` descr="${xmlText(address)}"`,
        `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${size}" h="${size}">${path}</a:path></a:pathLst></a:custGeom>`,
        '#000000',
      ),
  );
}
