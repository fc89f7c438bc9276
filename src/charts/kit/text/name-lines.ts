import { limitLines, wrapSentence } from '#charts/kit/style/font-advances.ts';

/** The distance of two lines of a name, in px. */
export const nameLine = 15;
/**
 * The largest number of lines of a name. A longer one ends in an ellipsis; the table has the whole
 * name.
 */
const mostNameLines = 12;

/** A name of a register in lines that fit beside or over a mark. */
export const nameLines = (
  name: string,
  room: number,
  { size = 12, bold = false }: { readonly size?: number; readonly bold?: boolean } = {},
): readonly string[] =>
  limitLines(wrapSentence(name, room, size, bold), room, size, bold, mostNameLines);

/**
 * Measures the additional height of a row whose name has several lines.
 * @returns px; 0 for one line
 */
export const moreForName = (lines: readonly string[]): number =>
  Math.max(0, lines.length - 1) * nameLine;
