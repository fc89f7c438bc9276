import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hatchPath } from './hatch-path.ts';

type Point = readonly [number, number];
const read = (path: string): readonly (readonly Point[])[] =>
  path
    .split('Z')
    .filter((part) => part !== '')
    .map((part) =>
      part
        .slice(1)
        .split('L')
        .map((pair) => pair.split(' ').map(Number) as unknown as Point),
    );
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
test('an empty box has no stripes', () => {
  for (const box of [
    { x: 0, y: 0, width: 0, height: 5 },
    { x: 0, y: 0, width: 5, height: -1 },
  ])
    expect(hatchPath(box, { step: 4, width: 1.6, rising: false })).toBe('');
});
