import { type DrawnText, emptyDrawing, type TargetsDrawing } from './drawing.ts';
import { linePx } from './row-text.ts';
import { type Line, type Piece, pieceWidth } from './text-flow.ts';

const lineWidth = (line: Line): number =>
  Math.max(0, ...line.map((piece) => piece.left + pieceWidth(piece)));
/** Measures the widest line. @returns px */
export const linesWidth = (lines: readonly Line[]): number => Math.max(0, ...lines.map(lineWidth));

const textAt = (
  { text, size, bold = false, colour }: Piece,
  x: number,
  y: number,
  anchor: DrawnText['anchor'],
): DrawnText => ({
  x,
  y,
  text,
  size,
  bold,
  colour,
  anchor,
});

/** Lines of words from their first baseline; `x` is their left edge or, `end`, their right one. */
export function drawLines(
  lines: readonly Line[],
  x: number,
  y: number,
  side: 'start' | 'end' = 'start',
): TargetsDrawing {
  const texts = lines.flatMap((line, index) => {
    const [only] = line;
    // a single piece ends at its edge in any font
    if (side === 'end' && only !== undefined && line.length === 1)
      return [textAt(only, x, y + index * linePx, 'end')];
    const from = side === 'start' ? x : x - lineWidth(line);
    return line.map((piece) => textAt(piece, from + piece.left, y + index * linePx, 'start'));
  });
  return { ...emptyDrawing, texts };
}
