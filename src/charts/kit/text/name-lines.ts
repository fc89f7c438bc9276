import { limitLines, wrapText } from '#charts/kit/style/font-advances.ts';

/** From one line of a name to the next, in px. */
export const nameLine = 15;
/** The most lines of a name. A longer one ends in an ellipsis; the table has it whole. */
const mostNameLines = 12;

/** A name of a register in lines that fit beside or over a mark. */
export const nameLines = (
  name: string,
  room: number,
  { size = 12, bold = false }: { readonly size?: number; readonly bold?: boolean } = {},
): readonly string[] =>
  limitLines(wrapText(name, room, size, bold), room, size, bold, mostNameLines);

/** How much higher a row is because its name has several lines, in px. */
export const moreForName = (lines: readonly string[]): number =>
  Math.max(0, lines.length - 1) * nameLine;
