import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile } from '#domain/targets/pace.ts';
import { daysAt, daysOfEightInTen } from './stage-days.ts';

describe('days in stage', () => {
  it('the median is the middle project, or half-way between the two in the middle', () => {
    const stays = [
      { days: 30, count: 2 },
      { days: 10, count: 1 },
    ];
    expect([daysAt(stays, 0.5), daysAt([...stays, { days: 11, count: 1 }], 0.5)]).toEqual([
      30, 20.5,
    ]);
  });
  it('the median is unknown without a project', () => {
    expect([daysAt([], 0.5), daysAt([{ days: 4, count: 0 }], 0.8)]).toEqual([undefined, undefined]);
  });
  it('the 80 % quantile covers 8 in 10, is the days of a project, and is unknown under five projects', () => {
    const each = (...days: number[]) =>
      daysOfEightInTen(days.map((one) => ({ days: one, count: 1 })));
    expect([each(1, 2, 3, 4), each(1, 2, 3, 4, 99), each(1, 2, 3, 4, 5, 6)]).toEqual([
      undefined,
      4,
      5,
    ]);
    const stays = fc.array(
      fc.record({ days: fc.integer({ min: 0, max: 900 }), count: fc.integer({ min: 0, max: 5 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(stays, (list) => {
        const days = list.flatMap((one) => Array.from({ length: one.count }, () => one.days));
        const within = daysOfEightInTen(list);
        if (days.length < 5) return within === undefined;
        const share = (most: number): number => days.filter((one) => one <= most).length * 10;
        return (
          within !== undefined &&
          days.includes(within) &&
          share(within) >= days.length * 8 &&
          share(within - 1) < days.length * 8
        );
      }),
    );
  });
  it('counted groups give the same result as single projects', () => {
    const stays = fc.array(
      fc.record({ days: fc.integer({ min: 0, max: 9000 }), count: fc.integer({ min: 0, max: 5 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(stays, fc.constantFrom(0, 0.1, 0.5, 0.8, 1), (list, share) => {
        const each = list.flatMap(({ days, count }) => Array.from({ length: count }, () => days));
        const [one, other] = [daysAt(list, share), percentile(each, share)];
        if (other === undefined) expect(one).toBeUndefined();
        else expect(one).toBeCloseTo(other, 6);
      }),
    );
  });
});
