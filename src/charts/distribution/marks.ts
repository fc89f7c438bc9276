import type { FocusPoint } from '#charts/kit/focus.ts';
import type { Shape } from '#charts/kit/shapes/shapes.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { swarmOffsets } from '#charts/pipeline/beeswarm.ts';
import type { DrawnDot, DrawnSizes, SizeSeries } from './series.ts';

/** The height of the plot of a row and the radius of a dot, in logical px. */
export const plotHeight = 34;
export const radius = 4;

/** The places that all rows of a block share, in logical px. */
export interface Frame {
  readonly width: number;
  readonly beside: boolean;
  readonly left: number;
  readonly right: number;
  readonly x: (power: number) => number;
  readonly top: number;
  /** Right ends of the columns of numbers. */
  readonly columns: readonly number[];
  readonly small: number;
}
export interface Marks {
  readonly shapes: readonly Shape[];
  readonly points: readonly FocusPoint[];
}

/** Draws the bins of a row, which stand on `base`. */
export function drawBins(
  row: DrawnSizes,
  { x, top }: Frame,
  base: number,
  { words, heads }: SizeSeries,
): Marks {
  const marks = row.bins.map((bin) => {
    const height = Math.max(1, (bin.share / top) * (plotHeight - 4));
    const [from, to] = [x(bin.from), x(bin.to)];
    const shape: Shape = {
      kind: 'bar',
      x: from + 0.25,
      y: base - height,
      width: to - from - 0.5,
      height,
      fill: bin.strong ? 'accent' : 'stage-2',
    };
    const point: FocusPoint = {
      x: (from + to) / 2,
      y: base - height,
      half: (to - from) / 2,
      title: row.name,
      figure: bin.figure,
      lines: [
        { label: words.value, value: bin.range },
        { label: heads[0], value: bin.count },
        { label: words.share, value: bin.shareText },
      ],
    };
    return { shape, point };
  });
  return { shapes: marks.map(({ shape }) => shape), points: marks.map(({ point }) => point) };
}

/** Writes the size of the only project of a stage beside its dot. */
function labelOnly({ x, dot }: { x: number; dot: DrawnDot }, frame: Frame, y: number): Shape {
  const { right, small } = frame;
  const isLeft = x + textWidth(dot.text, small) + 10 > right;
  return {
    kind: 'text',
    x: x + (isLeft ? -8 : 8),
    y: y + 4,
    text: dot.text,
    size: small,
    anchor: isLeft ? 'end' : 'start',
    colour: 'ink-2',
  };
}

/** Draws one dot for each project of a row, around `middle`. */
export function drawDots(row: DrawnSizes, frame: Frame, middle: number): Marks {
  const xs = row.dots.map(({ at }) => frame.x(at));
  const offsets = swarmOffsets(xs, radius * 2 + 1, plotHeight / 2 - radius - 1);
  const places = row.dots.map((dot, at) => ({
    dot,
    x: xs[at] ?? 0,
    y: middle + (offsets[at] ?? 0),
  }));
  const [only, second] = places;
  const shapes = places.map(
    ({ dot, x, y }): Shape => ({
      kind: 'dot',
      x,
      y,
      radius,
      fill: dot.strong ? 'accent' : 'stage-2',
      stroke: dot.strong ? 'bg' : 'accent',
    }),
  );
  return {
    shapes:
      only === undefined || second !== undefined
        ? shapes
        : [...shapes, labelOnly(only, frame, middle)],
    points: places.map(({ dot, x, y }) => ({
      x,
      y,
      title: dot.name,
      open: dot.code,
      lines: [{ label: row.name, value: dot.text }],
    })),
  };
}
