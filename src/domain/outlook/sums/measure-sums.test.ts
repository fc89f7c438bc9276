import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitProjects } from './chance-projects.ts';
import { findFewest, makeRange } from '#domain/outlook/make-range.ts';
import type { OutlookProject } from '#domain/outlook/outlook-project.ts';
import { applyScenario } from '#domain/outlook/scenario/apply-scenario.ts';
import { defaultStageMapping, stages } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import { sumDecimals } from '#domain/values/decimal.ts';
import { changeSums, type MeasureSums, sumProjects } from './measure-sums.ts';
import { changeByScenario } from './scenario-sums.ts';

const project = (code: string): fc.Arbitrary<OutlookProject> =>
  fc
    .record({
      stage: fc.constantFrom(...stages),
      adds: fc.constantFrom('0', '5', '5.00', '12.5', '100000000000000000.01', undefined),
      opens: fc.constantFrom('2026-01-31', '2028-06-30', undefined),
      full_capacity: fc.constantFrom('2029-01-31', '2030-12-31', '2031-01-30', undefined),
    })
    .map(({ stage, ...facts }) => ({ code, name: code, stage, ...compact(facts) }));
const codes = Array.from({ length: 60 }, (_, at) => `P${at}`);
const register = fc.tuple(...codes.map(project));

/** What an outlook shows of the sums. */
const show = (sums: MeasureSums) => ({
  range: makeRange({
    as_of: '2027-03-31',
    is_yearly: true,
    now: '3',
    target: '1000',
    deadline: '2030-12-31',
    sums,
    mapping: defaultStageMapping,
  }),
  fewest: ['4', '80', '300000000000000000', '9000000000000000000'].map((target) =>
    findFewest('3', target, sums),
  ),
  chance: splitProjects(sums),
});

describe('the sums of what projects add', () => {
  it('show the same after any change as the sums of the projects that there are then', () => {
    fc.assert(
      fc.property(
        register,
        register,
        fc.array(fc.subarray(codes, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (first, other, changes) => {
          let projects: readonly OutlookProject[] = first;
          let sums = sumProjects(projects);
          for (const [at, changed] of changes.entries()) {
            const out = new Set(changed);
            const before = projects.filter(({ code }) => out.has(code));
            // every other change removes the projects
            const after = at % 2 === 0 ? other.filter(({ code }) => out.has(code)) : [];
            projects = [...projects.filter(({ code }) => !out.has(code)), ...after];
            const change = { before: sumProjects(before), after: sumProjects(after), codes: out };
            sums = changeSums(sums, change) ?? sumProjects(projects);
            expect(show(sums)).toEqual(show(sumProjects(projects)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('add up to the sum of the projects, whatever their order', () => {
    fc.assert(
      fc.property(register, (projects) => {
        const sums = sumProjects(projects);
        const adds = projects.flatMap((one) => one.adds ?? []);
        const { steps, unknown, known } = show(sums).range;
        expect(sumDecimals(sums.days.map((day) => day.adds))).toBe(sumDecimals(adds));
        expect([known, unknown]).toEqual([adds.length, projects.length - adds.length]);
        expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(known + unknown);
        expect(show(sumProjects(projects.toReversed()))).toEqual(show(sums));
      }),
      { numRuns: 60 },
    );
  });

  it('show the same under a scenario as the sums of its projects', () => {
    const scenario = {
      without: ['P1', 'P7', 'Z9'],
      delay_months: 13,
      added: [{ stage: 'signed', measure: 'jobs', adds: '7.5' } as const],
    };
    fc.assert(
      fc.property(register, (projects) => {
        const excluded = projects.filter(({ code }) => scenario.without.includes(code));
        const sums = changeByScenario(sumProjects(projects), 'jobs', scenario, excluded);
        const whole = sumProjects(applyScenario(projects, 'jobs', scenario));
        const [{ range, chance }, expected] = [show(sums), show(whole)];
        expect({ range, chance }).toEqual({ range: expected.range, chance: expected.chance });
      }),
      { numRuns: 60 },
    );
  });

  it('must be made again if too few of the largest projects are known after a change', () => {
    const many = (from: number, count: number, adds: string): OutlookProject[] =>
      Array.from({ length: count }, (_, at) => ({
        code: `Q${from + at}`,
        name: '',
        stage: 'signed',
        adds,
      }));
    const [large, small] = [many(0, 40, '9'), many(40, 60, '1')];
    const sums = sumProjects([...large, ...small]);
    const remove = (count: number) => {
      const before = large.slice(0, count);
      const out = new Set(before.map(({ code }) => code));
      return changeSums(sums, { before: sumProjects(before), after: sumProjects([]), codes: out });
    };
    expect(remove(35)?.largest.projects).toHaveLength(5);
    expect(remove(36)).toBeUndefined();
  });
});
