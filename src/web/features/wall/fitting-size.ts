import { textWidth } from '#charts/kit/style/font-advances.ts';

/** Finds the largest size at which a text fits, else the last one. @returns a size in pixels */
export const fittingSize = (
  text: string,
  room: number,
  sizes: readonly number[],
  bold = true,
): number => sizes.find((size) => textWidth(text, size, bold) * 1.04 <= room) ?? sizes.at(-1) ?? 28;

/** The width of a drawing below which it puts its texts above each other, in units of the wall. */
export const narrowWidth = 1200;
