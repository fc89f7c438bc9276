import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#domain/values/date.ts';
import { findPhaseLanes, orderPhases } from './phase-lanes.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 900 }))
  .map(([from, days]) => {
    const start = addDays('2020-01-01', from);
    return { start, end: addDays(start, days) };
  });

test('phases share a lane only if they never overlap, in as few lanes as possible', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
      const phases = orderPhases(spans);
      const lanes = findPhaseLanes(phases);
      for (const [n, phase] of phases.entries()) {
        const earlier = phases.slice(0, n);
        const atStart = earlier.filter(({ end }) => end >= phase.start).length;
        expect(lanes[n]).toBeLessThanOrEqual(atStart);
        for (const [m, other] of earlier.entries())
          if (lanes[m] === lanes[n]) expect(other.end < phase.start).toBe(true);
      }
    }),
  );
});

test('phases that follow each other are in one lane, in the order of their days', () => {
  const [late, early] = [
    { start: '2027-01-01', end: '2029-12-31' },
    { start: '2024-01-01', end: '2026-12-31' },
  ];
  expect(orderPhases([late, early])).toEqual([early, late]);
  expect(findPhaseLanes([early, late])).toEqual([0, 0]);
});
