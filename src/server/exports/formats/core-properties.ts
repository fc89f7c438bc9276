import { xmlText } from './xlsx/xml.ts';

/** The properties of an Office file. Its times are those of the data. */
interface OfficeInfo {
  readonly title: string;
  readonly subject: string;
  readonly made_at: string;
  readonly language: string;
}
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Writes the part docProps/core.xml of an Office file. */
export const coreProperties = ({ title, subject, made_at, language }: OfficeInfo): string =>
  `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>Headway</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(made_at)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${xmlText(made_at)}</dcterms:modified></cp:coreProperties>`;
