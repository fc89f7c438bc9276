import type { OfficeSeries } from '#charts/kit/office/office-chart.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { isKnown, type PlacedDot, type Plot, toPoints } from './plot.ts';

/** Points of which only the texts are visible. */
export const hiddenPoints = {
  name: '·',
  colour: 'ink',
  symbol: 'none',
  label_colour: 'ink-2',
} as const;

/** The usual width of the plot, in points: columns of a distribution take some of it. */
const usualPlot = { linear: 430, log: 330 } as const;

/** A dot with the name that is written beside it. */
type NamedDot = PlacedDot & { readonly top: string };

/** The width of a name beside its dot, on the axis of the plot. */
const nameRoom = ({ top }: NamedDot, { axis: { min, max }, isLog }: Plot): number =>
  ((textWidth(top, 12) / 0.86 + 24) / usualPlot[isLog ? 'log' : 'linear']) * (max - min);

/** Whether a name right of its dot ends inside the plot: a longer one makes the plot smaller. */
const hasRoomRight = (one: NamedDot, plot: Plot): boolean =>
  Number(one.x) + nameRoom(one, plot) <= plot.axis.max;

/** Whether a name left of its dot is inside the axis, and no other dot of its row is there. */
function hasRoomLeft(one: NamedDot, plot: Plot): boolean {
  const { dot, row, x } = one;
  const from = Number(x) - nameRoom(one, plot);
  return (
    from >= plot.start &&
    plot.placed.every(
      (other) =>
        other.row !== row ||
        other.dot === dot ||
        Number(other.x) < from ||
        Number(other.x) > Number(x),
    )
  );
}

/** Writes the name of the largest project of each stage, on the side with room, if any has. */
export function topSeries(plot: Plot): readonly OfficeSeries[] {
  const { rows, placed, isLog } = plot;
  const tops = rows.flatMap(({ top }, row) => {
    const one = placed
      .filter((dot) => dot.row === row && isKnown(dot, plot))
      .toSorted((a, b) => Number(b.x) - Number(a.x))[0];
    return top === undefined || one === undefined ? [] : [{ ...one, top }];
  });
  const write = (list: typeof tops, place: 'l' | 'r'): readonly OfficeSeries[] => {
    if (list.length === 0) return [];
    const labels = list.map(({ top }) =>
      place === 'r' ? `\u00a0\u00a0${top}` : `${top}\u00a0\u00a0`,
    );
    return [{ ...hiddenPoints, ...toPoints(list, plot), label_place: place, labels }];
  };
  return [
    ...write(
      tops.filter((one) => hasRoomRight(one, plot)),
      'r',
    ),
    // on a log axis other dots are to the left of the largest one
    ...(isLog
      ? []
      : write(
          tops.filter((one) => !hasRoomRight(one, plot) && hasRoomLeft(one, plot)),
          'l',
        )),
  ];
}
