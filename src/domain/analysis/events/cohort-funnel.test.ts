import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '#domain/values/date.ts';
import { makeCohortFunnel, type CohortFunnelInput } from './cohort-funnel.ts';
import { traceIncidence, type CaseEnd, type CaseTimes } from './incidence.ts';

/** One case by its own days: an independent way to the same estimate, by inverse weights. */
interface Case {
  readonly days: number;
  readonly end: CaseEnd;
}
/**
 * Cumulative incidence by weighting each event with the chance of being followed so long
 * (Kaplan–Meier of the end of following, events first): equal to Aalen–Johansen.
 */
function incidenceByWeights(cases: readonly Case[], end: CaseEnd, until: number): number {
  const followed = (days: number): number => {
    let chance = 1;
    for (const day of [...new Set(cases.map((one) => one.days))].toSorted((a, b) => a - b)) {
      if (day >= days) break;
      const risk = cases.filter(
        (one) => one.days > day || (one.days === day && one.end === 'open'),
      );
      const endings = cases.filter((one) => one.days === day && one.end === 'open');
      if (risk.length > 0) chance *= 1 - endings.length / risk.length;
    }
    return chance;
  };
  return cases
    .filter((one) => one.end === end && one.days <= until)
    .reduce((sum, one) => sum + 1 / (cases.length * followed(one.days)), 0);
}
const toTimes = (cases: readonly Case[]): CaseTimes[] => cases.map((one) => ({ ...one, count: 1 }));
const anyCase = fc.record({
  days: fc.integer({ min: 0, max: 800 }),
  end: fc.constantFrom<CaseEnd>('moved', 'left', 'open'),
});

describe('cumulative incidence', () => {
  it('equals the estimate by inverse weights', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1, maxLength: 40 }), (cases) => {
        for (const { months, moved, left } of traceIncidence(toTimes(cases), 24, 1)) {
          const until = Math.floor(months * 30.4375);
          expect(moved).toBeCloseTo(incidenceByWeights(cases, 'moved', until), 9);
          expect(left).toBeCloseTo(incidenceByWeights(cases, 'left', until), 9);
        }
      }),
    );
  });
  it('is the plain share where every case was followed to its end', () => {
    const cases = fc.array(
      anyCase.filter(({ end }) => end !== 'open'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(cases, (list) => {
        for (const { months, moved } of traceIncidence(toTimes(list), 24, 5)) {
          const by = list.filter(({ days, end }) => end === 'moved' && days <= months * 30.4375);
          expect(moved).toBeCloseTo(by.length / list.length, 9);
        }
      }),
    );
  });
  it('never falls, and both ends together never exceed 1', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1 }), (cases) => {
        const points = traceIncidence(toTimes(cases), 24, 1);
        for (const [at, { moved, left }] of points.entries()) {
          const before = points[at - 1] ?? { moved: 0, left: 0 };
          expect(moved).toBeGreaterThanOrEqual(before.moved);
          expect(left).toBeGreaterThanOrEqual(before.left);
          expect(moved + left).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
  it('ends where fewer than five cases are followed, and is never extrapolated', () => {
    const cases = Array.from(
      { length: 9 },
      (_, at): Case => ({ days: at < 5 ? 100 : 400, end: 'open' }),
    );
    expect(traceIncidence(toTimes(cases), 24, 5).at(-1)?.months).toBe(3);
  });
});

const funnel = (more: Partial<CohortFunnelInput>) =>
  makeCohortFunnel({
    as_of: '2026-10-31',
    size: 'half_year',
    from: 'lead',
    to: 'signed',
    records: {
      first_known_day: '2023-01-01',
      last_day: '2026-10-31',
      months: Array.from({ length: 46 }, (_, at) => addMonths('2023-01', at)),
    },
    entries: [],
    times: [],
    ...more,
  });

describe('the funnel by cohort of entry', () => {
  it('is consistent: each cohort is the sum of its ends, and the cohorts are all projects', () => {
    const cell = fc.record({
      month: fc.integer({ min: 0, max: 45 }).map((at) => addMonths('2023-01', at)),
      end: fc.constantFrom('moved', 'open', 'left', 'unlisted' as const),
      count: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(
        fc.array(cell),
        fc.constantFrom('month', 'quarter', 'half_year', 'year' as const),
        (entries, size) => {
          const { cohorts, all } = funnel({ entries, size });
          for (const one of [...cohorts, all])
            expect(one.moved + one.open + one.left + one.unlisted).toBe(one.n);
          expect(cohorts.reduce((sum, { n }) => sum + n, 0)).toBe(all.n);
          expect(all.n).toBe(entries.reduce((sum, { count }) => sum + count, 0));
        },
      ),
    );
  });
  it('leaves out entries without a day or before the records, and counts them', () => {
    const { all, left_out } = funnel({
      entries: [
        { end: 'open', count: 3 },
        { month: 'before', end: 'moved', count: 4 },
        { month: '2026-10', end: 'open', count: 1 },
        { month: '2026-10', end: 'passed', count: 6 },
        { end: 'stage_unset', count: 5 },
      ],
    });
    expect(left_out).toEqual({ undated: 3, before: 4, passed: 6, stage_unset: 5 });
    expect(all).toEqual({ n: 1, moved: 0, open: 1, left: 0, unlisted: 0 });
  });
  it('has counts only under five projects, and no incidence', () => {
    const { cohorts, incidence } = funnel({
      entries: [
        { month: '2023-02', end: 'moved', count: 5 },
        { month: '2026-08', end: 'open', count: 4 },
      ],
      times: [{ days: 3, end: 'open', count: 4 }],
    });
    expect(cohorts.map(({ key, is_small, n }) => [key, n, is_small])).toEqual([
      ['2023-H1', 5, false],
      ...['2023-H2', '2024-H1', '2024-H2', '2025-H1', '2025-H2', '2026-H1'].map((key) => [
        key,
        0,
        true,
      ]),
      ['2026-H2', 4, true],
    ]);
    expect(cohorts.at(-1)?.state).toBe('open');
    expect(incidence).toBeUndefined();
  });
  it('gives the shares after two years, one year or the last followed month', () => {
    const times = (days: number) => [
      { days, end: 'open' as const, count: 6 },
      { days: 50, end: 'moved' as const, count: 2 },
    ];
    expect(funnel({ times: times(731) }).incidence?.headline?.months).toBe(24);
    expect(funnel({ times: times(500) }).incidence?.headline?.months).toBe(12);
    expect(funnel({ times: times(160) }).incidence?.headline?.months).toBe(5);
    expect(funnel({ times: times(60) }).incidence?.headline).toBeUndefined();
  });
});
