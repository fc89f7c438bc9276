import { expect, test } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import { defaultStageMapping, type Stage } from '#domain/projects/stage.ts';
import { makeOutlook } from './make-outlook.ts';
import type { StageExposures } from './make-chance.ts';

const makeJobs = (stages: readonly Stage[], exposures: StageExposures, scenario = {}) => {
  const projects = stages.map((stage, at) => ({
    code: `P${at}`,
    name: `P${at}`,
    stage,
    adds: '9000',
  }));
  const { targets } = makeOutlook({
    as_of: '2021-04-16',
    revision: 1,
    rows: [row('jobs')],
    mapping: defaultStageMapping,
    measures: {
      jobs: { projects, other_currencies: [] },
      output: { projects: [], other_currencies: [] },
    },
    exposures,
    projects: projects.length,
    base_currency: 'CNY',
    scenario,
  });
  return targets[0];
};
const history = { on: 4, out: 1, months: 24 };

// seen to fail: a register of one undated edition said "over 99 in 100" by default rates alone
test('an outlook without own history computes no chance, and keeps floor and ceiling', () => {
  const stages = ['lead', 'construction'] as const;
  const jobs = makeJobs(stages, { construction: { on: 4, out: 0, months: 90 } }, { rate: 1.25 });
  expect(jobs?.refused).toBe('default_rates');
  expect(jobs?.chance).toBeUndefined();
  expect(jobs?.sensitivity).toBeUndefined();
  expect(jobs?.scenario?.chance).toBeUndefined();
  expect(jobs?.range?.ceiling).toBeDefined();
  expect(jobs?.fewest?.count).toBeGreaterThan(0);
});

test('the own history of a stage that a project still passes is enough for a chance', () => {
  const jobs = makeJobs(['signed'], { construction: history });
  expect(jobs?.refused).toBeUndefined();
  expect(jobs?.chance?.basis.map(({ own }) => own)).toEqual([0, 0, 0, 0, 0.5]);
  expect(makeJobs(['construction'], { signed: history })?.refused).toBe('default_rates');
});

test('projects in operation move on no more, so their chance needs no history', () => {
  const jobs = makeJobs(['operation'], {});
  expect(jobs?.refused).toBeUndefined();
  expect(jobs?.chance).toBeDefined();
});
