/** What XML 1.0 can't hold is left out; lone surrogates become U+FFFD. */
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for XML content and attributes. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(unfit, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * Text of a cell: `_x0041_` is how a workbook writes a character by number, so what looks like it
 * is written so that it stays as it is.
 */
export const cellText = (text: string): string =>
  xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
