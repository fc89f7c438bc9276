import PDFDocument from 'pdfkit';
import type { Language } from '#domain/values/language.ts';
import { faceRuns } from '#server/exports/fonts/font-runs.ts';
import { svgTree } from './svg-tree.ts';

const textPattern = /<text([^>]*)>([^<]+)<\/text>/g;
/** The share of a text that is left of its x, by its anchor. */
const anchorShares: Readonly<Record<string, number>> = { middle: 0.5, end: 1 };

/** Makes the function that measures a text in px, in the faces of exported pictures. */
function makeMeasure(language: Language): (text: string, size: number, bold: boolean) => number {
  const document = new PDFDocument({ autoFirstPage: false });
  return (text, size, bold) =>
    faceRuns(text, language, bold).reduce(
      (sum, { face, text: part }) => sum + document.font(face, size).widthOfString(part),
      0,
    );
}

/**
 * Writes into each text of a drawing where it starts and how long it is. A program that reads no
 * embedded fonts draws both ends where a browser does, in whatever font it has. LibreOffice
 * positions a text by its anchor before it fits the length, therefore each text starts at its x.
 */
export function writeTextLengths(svg: string, language: Language): string {
  const measure = makeMeasure(language);
  return svg.replaceAll(textPattern, (whole, attributes: string, content: string) => {
    const read = (name: string): string | undefined =>
      new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    const size = Number(read('font-size'));
    const width = measure(svgTree(whole).text, size, Number(read('font-weight') ?? 400) >= 600);
    if (!(width > 0)) return whole;
    const left = Number(read('x') ?? 0) - width * (anchorShares[read('text-anchor') ?? ''] ?? 0);
    const others = attributes.replaceAll(/ (?:x|text-anchor)="[^"]*"/g, '');
    return `<text x="${left.toFixed(2)}" textLength="${width.toFixed(2)}"${others}>${content}</text>`;
  });
}
