const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);

/**
 * What a spreadsheet would run or guess at is kept as text by a leading apostrophe, full-width
 * signs too; numbers and the dash that means no data stay as they are. The import takes the
 * apostrophe off again.
 */
export const spreadsheetSafe = (text: string): string =>
  /^[=+\-@\t\r\0＝＋－＠]/.test(text) && text !== '-' && !isNumber(text) ? `'${text}` : text;
