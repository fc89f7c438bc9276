import PDFDocument from 'pdfkit';
import type { PdfInfo } from '#server/core/pdf-info.ts';
import { PdfPainter } from './pdf-painter.ts';
import { svgTree } from '#server/exports/formats/svg/svg-tree.ts';

/**
 * Pages as a PDF: each is an SVG as this product draws it (rectangles, circles, lines, paths,
 * texts, nested drawings, hatches),
 * whose width and height are the page's in points, or in the unit of its viewBox where it has one.
 * Drawn as vectors, with text
 * as text in subsets of the Noto faces, each filling in for what those before it lack. A mark
 * stands in place of a character of none.
 * `goOn` is asked before each page, and stops the work by throwing.
 */
export async function toPdf(
  pages: readonly string[],
  info: PdfInfo,
  goOn: () => Promise<void> = async () => undefined,
): Promise<Uint8Array> {
  const at = new Date(info.made_at);
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: info.language,
    displayTitle: true,
    info: {
      Title: info.title,
      Subject: info.subject,
      Keywords: info.keywords,
      Creator: 'Headway',
      Producer: 'Headway',
      CreationDate: at,
      ModDate: at,
    },
  });
  const parts: Uint8Array[] = [];
  document.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise<void>((done, fail) => {
    document.on('end', done);
    document.on('error', fail);
  });
  const painter = new PdfPainter(document, info.language);
  for (const page of pages) {
    await goOn();
    painter.page(svgTree(page));
  }
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
