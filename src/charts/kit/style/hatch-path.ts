import { roundCoordinate } from './coordinate.ts';

export interface HatchBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Stripes {
  /** The distance between two stripes, across them. */
  readonly step: number;
  /** The width of a stripe, across it. */
  readonly width: number;
  /** Whether stripes rise from the lower left to the upper right; otherwise they fall. */
  readonly rising: boolean;
}

/**
 * Makes the stripes of 45° within a box, as the path of their parts. They start at the box, so that
 * a box looks the same wherever it is.
 */
export function hatchPath(
  { x, y, width, height }: HatchBox,
  { step, width: thick, rising }: Stripes,
): string {
  if (width <= 0 || height <= 0) return '';
  const [along, part] = [step * Math.SQRT2, thick * Math.SQRT2];
  // a stripe holds the points whose across + down, from the upper left corner, is in its span
  const edge = (sum: number): readonly (readonly [number, number])[] => [
    [Math.min(sum, width), Math.max(0, sum - width)],
    [Math.max(0, sum - height), Math.min(sum, height)],
  ];
  const paths: string[] = [];
  for (let from = 0; from < width + height; from += along) {
    const to = Math.min(from + part, width + height);
    const [upperFrom = [0, 0], lowerFrom = [0, 0]] = edge(from);
    const [upperTo = [0, 0], lowerTo = [0, 0]] = edge(to);
    const corners = [
      upperFrom,
      ...(from < width && to > width ? [[width, 0] as const] : []),
      upperTo,
      lowerTo,
      ...(from < height && to > height ? [[0, height] as const] : []),
      lowerFrom,
    ];
    const points = corners.map(
      ([across, down]) =>
        `${roundCoordinate(rising ? x + across : x + width - across)} ${roundCoordinate(y + down)}`,
    );
    paths.push(`M${points.join('L')}Z`);
  }
  return paths.join('');
}
