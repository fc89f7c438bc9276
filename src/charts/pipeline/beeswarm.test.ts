import fc from 'fast-check';
import { expect, it } from 'vitest';
import { swarmOffsets } from './beeswarm.ts';

it('dots that do not touch stay on their line', () => {
  expect(swarmOffsets([0, 20, 40], 10, 10)).toEqual([0, 0, 0]);
});

it('dots at one place move up and down, and none leaves its row', () => {
  const offsets = swarmOffsets([5, 5, 5], 10, 9);
  expect(new Set(offsets).size).toBe(3);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 240 }),
      fc.integer({ min: 0, max: 30 }),
      (xs, room) => {
        const all = swarmOffsets(xs, 10, room);
        expect(all).toHaveLength(xs.length);
        for (const offset of all) expect(Math.abs(offset)).toBeLessThanOrEqual(room + 0.01);
      },
    ),
  );
});

it('equal dots get equal places', () => {
  const xs = [3, 1, 4, 1, 5, 9, 2, 6];
  expect(swarmOffsets(xs, 10, 12)).toEqual(swarmOffsets([...xs], 10, 12));
});
