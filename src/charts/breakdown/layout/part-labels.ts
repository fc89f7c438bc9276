import type { Shape } from '#charts/kit/shapes/shapes.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';

export const labelLine = 14;

export interface PartLabel {
  readonly text: string;
  /** The middle of the segment. */
  readonly x: number;
}
interface LabelPlace extends PartLabel {
  readonly start: number;
  /** Counted from the bar upwards. */
  readonly line: number;
}

/**
 * Places the names of segments above a bar. Each begins at its leader, on the lowest free line. It
 * goes from right to left, so that no leader crosses a name.
 */
function placeNames(
  names: readonly PartLabel[],
  width: number,
  size: number,
): readonly LabelPlace[] {
  const labels: LabelPlace[] = [];
  for (const { text, x } of names.toReversed()) {
    const neededWidth = textWidth(text, size);
    const start = Math.max(0, Math.min(x - 3, width - neededWidth));
    const isFree = (line: number): boolean =>
      labels.every((other) => {
        const ends = other.start + textWidth(other.text, size);
        const besides = start + neededWidth + 6 <= other.start || start >= ends + 6;
        // the leader passes the lines below
        const passes = other.line >= line || x < other.start - 2 || x > ends + 2;
        return (other.line !== line || besides) && passes;
      });
    let line = 0;
    while (line < names.length && !isFree(line)) line += 1;
    labels.push({ text, x, start, line });
  }
  return labels;
}

/** The number of lines for the names of a bar. */
export const countLines = (names: readonly PartLabel[], width: number, size: number): number =>
  Math.max(0, ...placeNames(names, width, size).map(({ line }) => line + 1));

/** Draws the names above a bar that begins at `top`, with their leaders. */
export const drawNames = (
  names: readonly PartLabel[],
  width: number,
  top: number,
  size: number,
): readonly Shape[] =>
  placeNames(names, width, size).flatMap(({ text, x, start, line }): Shape[] => {
    const y = top - 6 - line * labelLine;
    return [
      { kind: 'line', from: [x, y + 3], to: [x, top], colour: 'axis' },
      { kind: 'text', x: start, y, text, size, colour: 'ink-3' },
    ];
  });
