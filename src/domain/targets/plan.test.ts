import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPaths } from '#domain/zone/indicator.ts';
import { addDays } from '#domain/values/date.ts';
import { elapsedShare, planShare, planStatus, planValue } from './plan.ts';
import { checkpoints } from '#domain/overview/overview.fixture.ts';

const start = '2020-04-30';
const deadline = '2025-12-31';
const day = fc.integer({ min: -400, max: 2600 }).map((n) => addDays(start, n));
const anyCheckpoints = fc.array(
  fc.record({
    date: day,
    share: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
    data_status: fc.constant('reported' as const),
  }),
  { maxLength: 6 },
);

describe('the plan to date', () => {
  it('the plan never falls and reaches the target at the deadline with any checkpoints', () => {
    fc.assert(
      fc.property(anyCheckpoints, day, day, fc.constantFrom(...planPaths), (points, a, b, path) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const at = (d: string): number => planShare({ start, deadline }, d, path, points);
        expect(at(early)).toBeLessThanOrEqual(at(late) + 1e-12);
        expect([at(start), at(deadline)]).toEqual([0, 1]);
        expect(planValue(14, 200, at(deadline))).toBe(200);
      }),
    );
  });
  it('the plan meets each checkpoint on its day', () =>
    expect(
      checkpoints.map((c) => planShare({ start, deadline }, c.date, 'checkpoints', checkpoints)),
    ).toEqual([0.05, 0.4, 1]));
  it('the plan is the baseline before the route and the target after it', () => {
    expect([
      planShare({ start, deadline }, '2019-01-01', 'straight', []),
      planShare({ start, deadline }, '2030-01-01', 'checkpoints', checkpoints),
    ]).toEqual([0, 1]);
  });
  it('the elapsed shares of the three published days are correct', () => {
    const from = { start: '2020-04-27', deadline };
    expect(
      ['2020-05-14', '2021-02-08', '2021-04-16'].map(
        (d) => Math.round(elapsedShare(from, d) * 1000) / 10,
      ),
    ).toEqual([0.8, 13.8, 17.1]);
  });
  it('a route without length is over', () =>
    expect(elapsedShare({ start: deadline, deadline }, deadline)).toBe(1));
  it('a plan is illustrative only with illustrative checkpoints', () =>
    expect([planStatus('checkpoints', checkpoints), planStatus('straight', checkpoints)]).toEqual([
      'illustrative',
      'reported',
    ]));
});
