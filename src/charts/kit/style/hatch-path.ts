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

type Point = readonly [number, number];
/** Lengths are whole hundredths of a pixel, so that stripes of one length are written alike. */
const inHundredths = (px: number): number => Math.round(px * 100);
const writeStep = ([fromX, fromY]: Point, [toX, toY]: Point): string =>
  `${(toX - fromX) / 100} ${(toY - fromY) / 100}`;

/**
 * Makes the stripes of 45° within a box, as the path of their parts. They start at the box, so that
 * a box looks the same wherever it is. Each step is written from the point before it: a path of
 * whole stripes is one text again and again, which takes hardly any bytes in a page.
 */
export function hatchPath(box: HatchBox, { step, width: thick, rising }: Stripes): string {
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(inHundredths) as [
    number,
    number,
    number,
    number,
  ];
  if (width <= 0 || height <= 0) return '';
  const [along, part] = [inHundredths(step * Math.SQRT2), inHundredths(thick * Math.SQRT2)];
  // a stripe holds the points whose across + down, from the upper left corner, is in its span
  const edge = (sum: number): readonly [Point, Point] => [
    [Math.min(sum, width), Math.max(0, sum - width)],
    [Math.max(0, sum - height), Math.min(sum, height)],
  ];
  let path = '';
  let last: Point = [0, 0];
  for (let from = 0; from < width + height; from += along) {
    const to = Math.min(from + part, width + height);
    const [[upperFrom, lowerFrom], [upperTo, lowerTo]] = [edge(from), edge(to)];
    const [first, ...corners] = [
      upperFrom,
      ...(from < width && to > width ? [[width, 0] as const] : []),
      upperTo,
      lowerTo,
      ...(from < height && to > height ? [[0, height] as const] : []),
      lowerFrom,
    ].map(([across, down]): Point => [rising ? x + across : x + width - across, y + down]);
    if (first === undefined) continue;
    path += `${path === '' ? 'M' : 'm'}${writeStep(last, first)}`;
    corners.forEach((corner, at) => {
      path += `l${writeStep(corners[at - 1] ?? first, corner)}`;
    });
    path += 'z';
    last = first;
  }
  return path;
}
