import { xml } from '#charts/kit/style/xml.ts';
import type { PdfInfo } from '#server/core/pdf-info.ts';

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
export function writeMetadata(document: PDFKit.PDFDocument, info: PdfInfo): void {
  const writer = document as unknown as MetadataWriter;
  writer._addInfo = () => writer.appendXML(makeMetadata(info));
}
