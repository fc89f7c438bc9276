import {
  type BreakdownSeries,
  type DrawnBlock,
  type DrawnRow,
  rowsOnScale,
  rowsWithText,
} from '#charts/breakdown/data/series.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';

/** A narrower drawing has the words above and below its bars. */
const leastBeside = 480;
const columnGap = 16;
/** The room behind a bar for the ring of projects without a value; their number follows it. */
const noteRoom = 22;

/** The positions of names, bars and number columns. */
export interface Frame {
  readonly width: number;
  readonly beside: boolean;
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
  /** Right ends of the number columns. */
  readonly columns: readonly number[];
  readonly names: number;
}

/** The numbers of a row, from left to right. */
export const listTexts = (row: DrawnRow): readonly string[] => [...row.columns, row.total.text];

/** Places the columns of a block; the widest texts decide. */
export function placeFrame(
  { heads, small }: BreakdownSeries,
  block: DrawnBlock,
  width: number,
): Frame {
  const { unit, total } = block;
  const beside = width >= leastBeside;
  const longest = Math.max(
    ...rowsOnScale(block).map(({ name }) => textWidth(name, 12)),
    textWidth(total.name, 12, true),
  );
  const names = beside ? Math.min(longest, width * 0.36) : width;
  const widths = heads.map((head, at) => {
    const all = rowsWithText(block).map((row) => textWidth(listTexts(row)[at] ?? '', 12, true));
    const words = at === heads.length - 1 ? [head, unit] : [head];
    return Math.max(...all, ...words.map((word) => textWidth(word, small)));
  });
  let columnEnd = width;
  const columns = beside
    ? widths
        .toReversed()
        .map((own) => {
          const here = columnEnd;
          columnEnd -= own + columnGap;
          return here;
        })
        .toReversed()
    : [];
  const left = beside ? names + 14 : 0;
  const right = beside ? Math.max(left + 60, columnEnd) : width - 6;
  const values = rowsOnScale(block).map((row) => row.total.value ?? 0);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = values.some((value) => value > 0 || value < 0) ? most : 1;
  // a bar ends where the note behind it still fits before the numbers
  const ends = rowsOnScale(block).flatMap(({ total: { unknown, value = 0 } }) => {
    const share = (Math.max(0, value) - least) / (room - least);
    const note = unknown === undefined ? 0 : noteRoom + (beside ? textWidth(unknown, small) : 0);
    const last = beside ? right + 8 : width;
    return note === 0 || share === 0 ? [] : [left + (last - note - left) / share];
  });
  const end = Math.max(left + 60, Math.min(right, ...ends));
  return { width, beside, left, right, names, columns, x: linear(least, room, left, end) };
}
