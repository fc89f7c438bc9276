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

/** A narrower drawing has the second side below the first. */
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

/** Places both sides with their heads. */
export function layPair<S>(
  { sides }: PairSeries<S>,
  width: number,
  heightOf: (width: number, series: S) => number,
): { readonly placed: readonly PlacedSide<S>[]; readonly height: number } {
  const beside = width >= leastBeside;
  const own = beside ? (width - gap) / 2 : width;
  const names = sides.map(({ name }) =>
    limitLines(balanceText(name, own, nameSize, true), own, nameSize, true, mostNameLines),
  );
  const mostLines = Math.max(...names.map(({ length }) => length));
  const headOf = (lines: readonly string[]): number =>
    headHeight + nameLine * Math.max(0, (beside ? mostLines : lines.length) - 1);
  let y = 0;
  const sideLayouts = sides.map((side, at): PlacedSide<S> => {
    const nameLines = names[at] ?? [];
    const head = headOf(nameLines);
    const unknownLines =
      side.unknown === undefined ? undefined : wrapSentence(side.unknown, own, unknownSize);
    const height =
      unknownLines === undefined
        ? heightOf(own, side.series)
        : 24 + unknownLines.length * unknownLine;
    const place = {
      ...{ side, nameLines, x: beside ? at * (own + gap) : 0, y: y + head, width: own, height },
      ...compact({ unknownLines }),
    };
    if (!beside) y += head + height + 12;
    return place;
  });
  return {
    placed: sideLayouts,
    height: Math.ceil(Math.max(...sideLayouts.map((one) => one.y + one.height))) + 4,
  };
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
          ...(point.figure === undefined
            ? {}
            : { figure: { ...point.figure, of: { ...point.figure.of, ...side.of } } }),
        }))
      : [{ x, y: y + 16, title: side.name, lines: [{ label: '', value: side.unknown }] }],
  );
