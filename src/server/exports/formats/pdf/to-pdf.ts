import PDFDocument from 'pdfkit';
import type { PdfInfo } from '#server/core/pdf-info.ts';
import { PdfPainter } from './pdf-painter.ts';
import { svgTree } from '#server/exports/formats/svg/svg-tree.ts';
import { xml } from '#charts/kit/style/xml.ts';

/** The library's writer of metadata, which does not escape a title. */
interface MetadataWriter {
  _addInfo: () => void;
  appendXML(xml: string): void;
}

/** Makes the metadata of a PDF: title, description, time, and the claim of PDF/UA-1. */
const makeMetadata = ({ title, subject, keywords, made_at }: PdfInfo): string => {
  const inAnyLanguage = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
  const at = new Date(made_at).toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    `<dc:title>${inAnyLanguage(title)}</dc:title>`,
    `<dc:description>${inAnyLanguage(subject)}</dc:description>`,
    `<pdf:Keywords>${xml(keywords)}</pdf:Keywords><pdf:Producer>Headway</pdf:Producer>`,
    `<xmp:CreatorTool>Headway</xmp:CreatorTool><xmp:CreateDate>${at}</xmp:CreateDate>`,
    '<pdfuaid:part>1</pdfuaid:part></rdf:Description>',
  ].join('');
};

/** Makes the library write this metadata instead of its own. */
function writeMetadata(document: PDFKit.PDFDocument, info: PdfInfo): void {
  const writer = document as unknown as MetadataWriter;
  writer._addInfo = () => writer.appendXML(makeMetadata(info));
}

/**
 * Writes pages as a PDF. Each page is an SVG of this product (rectangles, circles, lines, paths,
 * texts, nested drawings, hatches). Its width and height are those of the page in points, or in
 * units of its viewBox where it has one. Shapes stay vectors. Text stays text, in subsets of the
 * Noto faces, with fallbacks in order. A mark replaces a character that no font has. It calls
 * `goOn` before each page, which throws to cancel.
 * @throws Error for a mark that the painter does not know
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
    tagged: true,
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
  writeMetadata(document, info);
  const parts: Uint8Array[] = [];
  document.on('data', (part: Uint8Array) => parts.push(part));
  const end = new Promise<void>((resolve, fail) => {
    document.on('end', resolve);
    document.on('error', fail);
  });
  const painter = new PdfPainter(document, info.language);
  for (const page of pages) {
    await goOn();
    painter.page(svgTree(page));
    await painter.settle();
  }
  painter.end();
  document.end();
  await end;
  return new Uint8Array(Buffer.concat(parts));
}
