const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);

/**
 * Keeps a text that a spreadsheet would run or reinterpret as text, by a leading apostrophe;
 * full-width signs too. Numbers and the dash that means no data do not change. The import removes
 * the apostrophe.
 */
export const spreadsheetSafe = (text: string): string =>
  /^[=+\-@\t\r\0＝＋－＠]/.test(text) && text !== '-' && !isNumber(text) ? `'${text}` : text;
