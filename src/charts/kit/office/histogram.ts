import type { Token } from '#charts/kit/style/tokens.ts';
import { type OfficeSeries, rowPlace } from './office-chart.ts';

/** A bar of a histogram in a row of a scatter. */
export interface OfficeBin {
  readonly row: number;
  /** Its ends on the axis. */
  readonly from: number;
  readonly to: number;
  /** The share of the highest bar, 0 to 1. */
  readonly height: number;
  readonly colour: Token;
  readonly name: string;
}
/** Bars stand on this line of a row and rise by at most this much; a row has the height 1. */
const baseShift = -0.44;
const mostHeight = 0.84;
/** The share of its class that a bar fills. */
const fillShare = 0.94;

const roundWidth = (width: number): number => Math.round(width * 1e4) / 1e4;

/**
 * Draws histograms in the rows of a scatter. A bar is a thick upright line, so that bars and dots
 * share one axis; bars of one width and colour are one series.
 */
export function drawBins(bins: readonly OfficeBin[], rows: number): readonly OfficeSeries[] {
  const groups = Map.groupBy(
    bins,
    ({ from, to, colour }) => `${colour} ${roundWidth((to - from) * fillShare)}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        name: first.name,
        colour: first.colour,
        symbol: 'none' as const,
        thickness: roundWidth((first.to - first.from) * fillShare),
        places: group.flatMap(({ from, to }) => {
          const middle = String(roundWidth((from + to) / 2));
          return [middle, middle, null];
        }),
        values: group.flatMap(({ row, height }) => [
          rowPlace(rows, row, baseShift),
          rowPlace(rows, row, baseShift + Math.max(0.03, height * mostHeight)),
          null,
        ]),
      },
    ];
  });
}

/** Draws the line on which the histogram of each row stands, along the whole axis. */
export function drawBases(
  ofRows: readonly number[],
  rows: number,
  { min, max }: { readonly min: number; readonly max: number },
): readonly OfficeSeries[] {
  if (ofRows.length === 0) return [];
  return [
    {
      name: '·',
      colour: 'axis',
      symbol: 'none',
      line: 0.75,
      places: ofRows.flatMap(() => [String(min), String(max), null]),
      values: ofRows.flatMap((row) => {
        const place = rowPlace(rows, row, baseShift);
        return [place, place, null];
      }),
    },
  ];
}
