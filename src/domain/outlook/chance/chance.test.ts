import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stage } from '#domain/projects/stage.ts';
import { arrivalByMonth } from './arrival.ts';
import { chanceVectors } from './chance-vectors.fixture.ts';
import {
  addOutcomes as addInput,
  chanceOfAtLeast,
  type Distribution,
  findQuantile,
} from './distribution.ts';
import type { OutlookRefusal } from '#domain/outlook/outlook.ts';
import type { Outcome } from './outcomes.ts';
import { makeRateTable, shrinkRates } from './stage-rates.ts';

const rates = makeRateTable({});
/** The outlook refuses amounts in two currencies before it sums them (tests/api/outlook). */
const refusal: OutlookRefusal = 'two_currencies';

const computeMean = ({ values, chances }: Distribution): number =>
  chances.reduce((sum, chance, at) => sum + chance * (values[at] ?? 0), 0);

const each = (projects: readonly (readonly Outcome[])[]) => ({
  each: projects.map((outcomes) => ({ outcomes, amount: 1 })),
  rest: [],
});
const addOutcomes = (projects: readonly (readonly Outcome[])[], sigma: number) =>
  addInput(each(projects), sigma);

type VectorProject = (typeof chanceVectors)[number]['projects'][number];
function outcomesOf(
  project: VectorProject,
  horizon: number,
  ramp: number | null,
  what: 'count' | 'amount',
): Outcome[] {
  if ((project.status ?? 'active') !== 'active') return [];
  const arrival = project.arrival ?? [...Array<number>(horizon - 1).fill(0), project.p ?? 0];
  return arrival.map((chance, at) => {
    const left = horizon - at - 1;
    const share = ramp === null ? 1 : Math.min(1, left / ramp);
    return { chance, amount: what === 'count' ? 1 : (project.amount ?? 0) * share };
  });
}

describe('the chance of what projects add', () => {
  it.each(chanceVectors)('$name: equals the listing of every joint outcome', (vector) => {
    const { name, projects, horizon, ramp_months, sigma, need, expect: expected } = vector;
    for (const what of ['count', 'amount'] as const) {
      const goal = expected[what];
      if ('refused' in goal) {
        expect([name, goal.refused]).toEqual(['two currencies', refusal]);
        continue;
      }
      const sums = addOutcomes(
        projects.map((project) => outcomesOf(project, horizon, ramp_months, what)),
        sigma,
      );
      expect(Math.abs(computeMean(sums) - goal.mean)).toBeLessThan(
        Math.max(1e-6, goal.mean * 1e-9),
      );
      for (const [key, share] of [
        ['p10', 0.1],
        ['p50', 0.5],
        ['p90', 0.9],
      ] as const)
        expect(findQuantile(sums, share)).toBeCloseTo(goal[key], 5);
      if ('at_least_need' in goal)
        expect(chanceOfAtLeast(sums, need)).toBeCloseTo(goal.at_least_need, 8);
    }
  });
  it('equals the vectors with the default rates, stage by stage', () => {
    const withDefaults = chanceVectors.filter(({ name }) => !name.startsWith('own history'));
    let count = 0;
    for (const { projects, horizon } of withDefaults)
      for (const { stage, arrival } of projects) {
        if (stage === undefined || arrival === undefined) continue;
        const goal = horizon === 12 ? 'registered' : 'operation';
        const arrivals = arrivalByMonth(stage as Stage, goal, horizon, rates);
        for (const [at, chance] of arrival.entries()) expect(arrivals[at]).toBeCloseTo(chance, 10);
        count += 1;
      }
    expect(count).toBe(5);
  });
  it('shrinks own history to the default', () => {
    const own = {
      ...rates,
      negotiation: shrinkRates('negotiation', { on: 4, out: 11, months: 190 }),
    };
    const arrivals = arrivalByMonth('negotiation', 'registered', 12, own);
    expect(arrivals[1]).toBeCloseTo(0.003480603013, 10);
    expect(arrivals[11]).toBeCloseTo(0.009111937446, 10);
  });
  it('does not depend on the order of the projects or on the unit', () => {
    const project = fc.array(
      fc.record({
        chance: fc.double({ min: 0, max: 0.2, noNaN: true }),
        amount: fc.integer({ min: 0, max: 50 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(project, { maxLength: 8 }), (projects) => {
        const sums = addOutcomes(projects, 0.5);
        const turned = addOutcomes(projects.toReversed(), 0.5);
        const scaled = addOutcomes(
          projects.map((one) =>
            one.map(({ chance, amount }) => ({ chance, amount: amount * 1000 })),
          ),
          0.5,
        );
        expect(computeMean(turned)).toBeCloseTo(computeMean(sums), 8);
        expect(computeMean(scaled) / 1000).toBeCloseTo(computeMean(sums), 8);
        expect(sums.chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 40 },
    );
  });
  it('preserves the mean on the grid of many projects', () => {
    const projects = Array.from({ length: 400 }, (_, at) => [
      { chance: 0.3 + (at % 5) / 10, amount: 1_000_003 * (at + 1) + at * at },
    ]);
    const exact = projects.reduce((sum, [one]) => sum + (one?.chance ?? 0) * (one?.amount ?? 0), 0);
    expect(computeMean(addOutcomes(projects, 0.5)) / exact).toBeCloseTo(1, 6);
  });
  it('gives the same result for the small projects of a long list by their cumulants', () => {
    const outcomes = [0.02, 0.1, 0.25].map((chance, at) => ({ chance, amount: (at + 1) / 3 }));
    const amounts = Array.from({ length: 300 }, (_, at) => 5 + ((at * 7919) % 400) ** 1.5);
    const descending = amounts.toSorted((a, b) => b - a);
    const [large, small] = [descending.slice(0, 48), descending.slice(48)];
    const power = (n: number) => small.reduce((sum, amount) => sum + amount ** n, 0);
    const whole = addInput(
      { each: descending.map((amount) => ({ outcomes, amount })), rest: [] },
      0.5,
    );
    const quick = addInput(
      {
        each: large.map((amount) => ({ outcomes, amount })),
        rest: [{ outcomes, sum: power(1), squares: power(2), cubes: power(3) }],
      },
      0.5,
    );
    const total = amounts.reduce((a, b) => a + b, 0);
    expect(computeMean(quick) / computeMean(whole)).toBeCloseTo(1, 6);
    for (const share of [0.1, 0.5, 0.9])
      expect(
        Math.abs(findQuantile(quick, share) - findQuantile(whole, share)) / total,
      ).toBeLessThan(1e-3);
    for (const need of [0.2, 0.3, 0.4])
      expect(chanceOfAtLeast(quick, need * total)).toBeCloseTo(
        chanceOfAtLeast(whole, need * total),
        2,
      );
  });
});
