import { textWidth, wrapSentence } from '#charts/kit/style/font-advances.ts';
import type { Token } from '#charts/kit/style/tokens.ts';

/** A piece of text that is not broken where its line has room for it. */
export interface Piece {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: Token;
}
/** A piece with its position in its line, in px from the left edge of the line. */
export interface PlacedPiece extends Piece {
  readonly left: number;
}
export type Line = readonly PlacedPiece[];

/** The gap between two pieces of a line, in px. */
const pieceGap = 8;

/** Measures a piece on one line. @returns px */
export const pieceWidth = ({ text, size, bold = false }: Piece): number =>
  textWidth(text, size, bold);
/** Measures all pieces on one line. @returns px */
export const piecesWidth = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + pieceWidth(piece) + pieceGap, -pieceGap);

/** Breaks a piece that is wider than the room into pieces of one line each. */
const breakPiece = (piece: Piece, room: number): readonly Piece[] =>
  pieceWidth(piece) <= room
    ? [piece]
    : wrapSentence(piece.text, room, piece.size, piece.bold).map((text) => ({ ...piece, text }));

/** Places pieces side by side, on as many lines as the room needs; no piece is cut off. */
export function flow(pieces: readonly Piece[], room: number): readonly Line[] {
  const lines: PlacedPiece[][] = [];
  let left = Number.POSITIVE_INFINITY;
  for (const piece of pieces
    .filter(({ text }) => text !== '')
    .flatMap((each) => breakPiece(each, room))) {
    const width = pieceWidth(piece);
    if (left + width > room) {
      lines.push([]);
      left = 0;
    }
    lines.at(-1)?.push({ ...piece, left });
    left += width + pieceGap;
  }
  return lines;
}
