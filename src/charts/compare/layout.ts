import type { BlockSeries } from '#charts/kit/comparison.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { compact } from '#domain/values/compact.ts';
import { balanceText, limitLines, wrapSentence } from '#charts/kit/style/font-advances.ts';
import type { FigureOf } from '#charts/kit/table.ts';

/** One side as it is drawn. */
export interface DrawnSide<S> {
  readonly name: string;
  readonly series: S;
  /** The further subject of its figures. */
  readonly of?: FigureOf;
  /** The text in place of the marks. */
  readonly unknown?: string;
}
export interface PairSeries<S> {
  readonly sides: readonly [DrawnSide<S>, DrawnSide<S>];
}
/** A chart alone or beside another. */
export type SeriesOrPair<S> = S | PairSeries<S>;
/** Whether a series holds two sides that are compared. */
export const isPair = <S>(series: SeriesOrPair<S>): series is PairSeries<S> =>
  typeof series === 'object' && series !== null && 'sides' in series;

/** A narrower drawing has the second side below the first, block by block. */
const leastBeside = 640;
const gap = 36;
/** The room of a name of one line with the rule below it, in px. */
export const headHeight = 28;
/** The distance of two lines of a name, in px. */
export const nameLine = 17;
export const nameSize = 13;
/** The most lines of a name. The title has the whole name. */
const mostNameLines = 4;
/** The distance of two lines of the text in place of the marks, in px. */
export const unknownLine = 16;
const unknownSize = 12;
/** The room below a drawing, and further room below both sides of a block, in px. */
const roomBelow = { drawing: 12, block: 16 };

export interface PlacedSide<S> {
  readonly side: DrawnSide<S>;
  /** The lines of its name. */
  readonly nameLines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The lines of the text in place of the marks. */
  readonly unknownLines?: readonly string[];
}

/** How the chart of a comparison is drawn. */
export interface PairDrawing<S> {
  readonly heightOf: (width: number, series: S) => number;
  /** Divides the drawing of a side into its blocks. */
  readonly divide: (side: DrawnSide<S>) => readonly BlockSeries<S>[];
}

/** A block on both sides. A side without it is undefined. */
type Band<S> = readonly (DrawnSide<S> | undefined)[];

/**
 * Lists the blocks with both sides of each. Sides of which one has no blocks, or is unknown, stay
 * whole.
 */
function listBands<S>(
  { sides }: PairSeries<S>,
  divide: PairDrawing<S>['divide'],
): readonly Band<S>[] {
  const divisions = sides.map((side) => (side.unknown === undefined ? divide(side) : []));
  if (divisions.some(({ length }) => length === 0)) return [sides];
  const keys = new Set(divisions.flatMap((blocks) => blocks.map(({ key }) => key)));
  return [...keys].map((key) =>
    sides.map((side, at) => {
      const series = divisions[at]?.find((block) => block.key === key)?.series;
      return series === undefined ? undefined : { ...side, series };
    }),
  );
}

/** Places both sides of a block with their heads, from `top` down. */
function placeBand<S>(
  band: Band<S>,
  { width, top }: { readonly width: number; readonly top: number },
  heightOf: PairDrawing<S>['heightOf'],
): readonly PlacedSide<S>[] {
  const beside = width >= leastBeside;
  const own = beside ? (width - gap) / 2 : width;
  const names = band.map((side) =>
    limitLines(
      balanceText(side?.name ?? '', own, nameSize, true),
      own,
      nameSize,
      true,
      mostNameLines,
    ),
  );
  const mostLines = Math.max(...names.map(({ length }) => length));
  const headOf = (lines: readonly string[]): number =>
    headHeight + nameLine * Math.max(0, (beside ? mostLines : lines.length) - 1);
  let y = top;
  return band.flatMap((side, at): PlacedSide<S>[] => {
    if (side === undefined) return [];
    const nameLines = names[at] ?? [];
    const head = headOf(nameLines);
    const unknownLines =
      side.unknown === undefined ? undefined : wrapSentence(side.unknown, own, unknownSize);
    const height =
      unknownLines === undefined
        ? heightOf(own, side.series)
        : 24 + unknownLines.length * unknownLine;
    const place = {
      side,
      nameLines,
      x: beside ? at * (own + gap) : 0,
      y: y + head,
      width: own,
      height,
      ...compact({ unknownLines }),
    };
    if (!beside) y += head + height + roomBelow.drawing;
    return [place];
  });
}

const bottomOf = (places: readonly PlacedSide<unknown>[]): number =>
  Math.max(...places.map(({ y, height }) => y + height));

/** Places both sides of each block with their heads, one block below the other. */
export function layPair<S>(
  pair: PairSeries<S>,
  width: number,
  { heightOf, divide }: PairDrawing<S>,
): { readonly placed: readonly PlacedSide<S>[]; readonly height: number } {
  const placed: PlacedSide<S>[] = [];
  for (const band of listBands(pair, divide)) {
    const top =
      placed.length === 0 ? 0 : Math.ceil(bottomOf(placed)) + roomBelow.drawing + roomBelow.block;
    placed.push(...placeBand(band, { width, top }, heightOf));
  }
  return { placed, height: Math.ceil(bottomOf(placed)) + 4 };
}

/** The points of both sides, each named by its side. */
export const pairFocusPoints = <S>(
  sideLayouts: readonly PlacedSide<S>[],
  pointsOf: (series: S, width: number, height: number) => readonly FocusPoint[],
): readonly FocusPoint[] =>
  sideLayouts.flatMap(({ side, x, y, width, height }) =>
    side.unknown === undefined
      ? pointsOf(side.series, width, height).map((point) => ({
          ...point,
          x: point.x + x,
          y: point.y + y,
          title: `${side.name} · ${point.title}`,
          ...compact({
            figure:
              point.figure === undefined
                ? undefined
                : { ...point.figure, of: { ...point.figure.of, ...side.of } },
          }),
        }))
      : [{ x, y: y + 16, title: side.name, lines: [{ label: '', value: side.unknown }] }],
  );
