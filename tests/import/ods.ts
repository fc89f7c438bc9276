import { strToU8, zipSync, type Zippable } from 'fflate';

const namespaces = ['office', 'table', 'text', 'style', 'calcext', 'draw', 'fo', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/**
 * An OpenDocument workbook made by hand: the inside of `office:spreadsheet`, and of
 * `office:automatic-styles`.
 */
export function odsBook(tables: string, styles = '', more: Zippable = {}): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(`<manifest:manifest ${namespaces}/>`),
    ...more,
  });
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** A cell: text, a number, or the unchanged inside of the element where it begins with `<`. */
const cell = (value: string | number | null): string => {
  if (value === null) return '<table:table-cell/>';
  if (typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  return value.startsWith('<')
    ? value
    : `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`;
};
export const odsRow = (cells: readonly (string | number | null)[], attributes = ''): string =>
  `<table:table-row${attributes}>${cells.map(cell).join('')}</table:table-row>`;
export const odsTable = (name: string, rows: readonly string[], attributes = ''): string =>
  `<table:table table:name="${name}"${attributes}>${rows.join('')}</table:table>`;
/** A cell with a typed value. */
export const odsTyped = (attributes: string, text: string): string =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
