import type { Cell } from './table.ts';

/** Removes the accent of a Latin letter, so that É and E are equal in headers and words. */
export const stripAccent = (letter: string): string => letter.normalize('NFD').charAt(0);
/**
 * Cleans the text of a cell for every export: no control characters, no lone surrogates, NFC,
 * single blanks.
 */
export function cleanText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  let text = cell;
  // "CSV for Excel" puts ' before text that a spreadsheet would run. The import removes it.
  if (/^'[=+\-@\t\r＝＋－＠]/.test(text)) text = text.slice(1);
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\ufeff\ufffe\uffff]/g, '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\r\n ]+/g, ' ')
    .trim();
}

/** Whether a cell has control characters, whose removal is then reported. */
export const hasControls = (cell: Cell): boolean =>
  typeof cell === 'string' && /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(cell);

/** Cuts a text to a number of characters, between graphemes. */
export function cutText(text: string, characters: number): string {
  if (text.length <= characters) return text;
  let out = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(
    text.slice(0, characters + 64),
  )) {
    if (out.length + segment.length > characters) break;
    out += segment;
  }
  return out;
}
