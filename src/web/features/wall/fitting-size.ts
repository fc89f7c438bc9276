import { textWidth } from '#charts/kit/style/font-advances.ts';

/** The largest of the sizes at which a text has room, else the last. */
export const fittingSize = (
  text: string,
  room: number,
  sizes: readonly number[],
  bold = true,
): number => sizes.find((size) => textWidth(text, size, bold) * 1.04 <= room) ?? sizes.at(-1) ?? 28;
