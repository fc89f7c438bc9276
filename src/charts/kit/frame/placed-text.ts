import type { Token } from '#charts/kit/style/tokens.ts';

/** A line of text at its place in a picture. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: Token;
  /** The address behind a text; a PDF makes it a link. */
  readonly address?: string;
}
type LineStyle = Pick<PlacedText, 'x' | 'size' | 'colour' | 'bold'> & {
  readonly lineHeight: number;
};
/** Places lines below each other from a height on. @returns one text for each line */
export const stackLines = (
  lines: readonly string[],
  top: number,
  { lineHeight, ...style }: LineStyle,
): readonly PlacedText[] =>
  lines.map((text, index) => ({
    ...style,
    text,
    y: top + lineHeight * (index + 1) - Math.round(lineHeight * 0.28),
  }));
