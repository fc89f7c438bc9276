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

/** Whether two names are apart, and neither leader crosses the other name. */
function areApart(one: LabelPlace, other: LabelPlace, size: number): boolean {
  const endOf = ({ text, start }: LabelPlace): number => start + textWidth(text, size);
  if (one.line === other.line)
    return endOf(one) + 6 <= other.start || endOf(other) + 6 <= one.start;
  // the leader of the upper name passes the lines below
  const [upper, lower] = one.line > other.line ? [one, other] : [other, one];
  return upper.x < lower.start - 2 || upper.x > endOf(lower) + 2;
}

/** A name with the places where it may begin. */
interface Name extends PartLabel {
  readonly starts: readonly number[];
}

/** Finds places for the names after the placed ones; undefined if so few lines have no room. */
function findPlaces(
  [name, ...rest]: readonly Name[],
  placed: readonly LabelPlace[],
  lines: number,
  size: number,
): readonly LabelPlace[] | undefined {
  if (name === undefined) return placed;
  const { text, x, starts } = name;
  for (const start of starts)
    for (let line = 0; line < lines; line += 1) {
      const own = { text, x, start, line };
      if (!placed.every((other) => areApart(own, other, size))) continue;
      const all = findPlaces(rest, [...placed, own], lines, size);
      if (all !== undefined) return all;
    }
  return undefined;
}

/**
 * Places the names of segments above a bar on as few lines as possible. Each begins at its leader;
 * where they have no room so, a name may end at its leader.
 */
function placeNames(
  names: readonly PartLabel[],
  width: number,
  size: number,
): readonly LabelPlace[] {
  const all = names.toReversed().map(({ text, x }): Name => {
    const neededWidth = textWidth(text, size);
    const clamp = (start: number): number => Math.max(0, Math.min(start, width - neededWidth));
    return { text, x, starts: [clamp(x - 3), clamp(x + 3 - neededWidth)] };
  });
  const usual = all.map((name) => ({ ...name, starts: name.starts.slice(0, 1) }));
  for (const choice of [usual, all])
    for (let lines = 1; lines <= names.length; lines += 1) {
      const places = findPlaces(choice, [], lines, size);
      if (places !== undefined) return places;
    }
  return all.map(({ text, x, starts: [start = 0] }, line) => ({ text, x, start, line }));
}

/** Counts the lines for the names of a bar. @returns 0 without a name */
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
