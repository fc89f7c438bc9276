import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hatchPath } from './hatch-path.ts';

type Point = readonly [number, number];
/** Reads the corners of the stripes: each step of a path starts from the point before it. */
function read(path: string): readonly (readonly Point[])[] {
  const stripes: Point[][] = [];
  for (const [, command, across, down] of path.matchAll(/([Mml])(-?[\d.]+) (-?[\d.]+)/g)) {
    const stripe = command === 'l' ? stripes.at(-1) : [];
    const [x, y] = (command === 'l' ? stripe?.at(-1) : stripes.at(-1)?.[0]) ?? [0, 0];
    stripe?.push([x + Number(across), y + Number(down)]);
    if (stripe !== undefined && command !== 'l') stripes.push(stripe);
  }
  return stripes;
}
const area = (points: readonly Point[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
const size = fc.double({ min: 0.5, max: 400, noNaN: true });
const place = fc.double({ min: -50, max: 500, noNaN: true });

test('stripes stay within their box and cover their share of it', () => {
  fc.assert(
    fc.property(place, place, size, size, fc.boolean(), (x, y, width, height, rising) => {
      const box = { x, y, width, height };
      const stripes = read(hatchPath(box, { step: 5, width: 2.3, rising }));
      for (const [across, down] of stripes.flat()) {
        expect(across).toBeGreaterThanOrEqual(x - 0.01);
        expect(across).toBeLessThanOrEqual(x + width + 0.01);
        expect(down).toBeGreaterThanOrEqual(y - 0.01);
        expect(down).toBeLessThanOrEqual(y + height + 0.01);
      }
      const covered = stripes.reduce((sum, points) => sum + area(points), 0) / (width * height);
      expect(covered).toBeGreaterThan(0);
      if (Math.min(width, height) > 60) expect(Math.abs(covered - 0.46)).toBeLessThan(0.05);
    }),
  );
});
// seen to fail: each stripe had its own coordinates, 90 of the 170 kB of the page of changes
test('whole stripes of a bar are written alike', () => {
  const path = hatchPath(
    { x: 255.56, y: 30.567, width: 420.721, height: 14.88 },
    { step: 5, width: 2.3, rising: true },
  );
  const stripes = path.split('z').filter((stripe) => stripe !== '');
  expect(stripes).toHaveLength(62);
  expect(new Set(stripes).size).toBeLessThanOrEqual(7);
});
test('an empty box has no stripes', () => {
  for (const box of [
    { x: 0, y: 0, width: 0, height: 5 },
    { x: 0, y: 0, width: 5, height: -1 },
  ])
    expect(hatchPath(box, { step: 4, width: 1.6, rising: false })).toBe('');
});
