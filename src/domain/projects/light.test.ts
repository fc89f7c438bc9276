import { compact } from '#domain/values/compact.ts';
import { expect, it } from 'vitest';
import { projectLight } from './light.ts';
import type { Milestone } from './project.ts';

const as_of = '2021-04-16';
const light = (milestones: readonly Milestone[], last_update?: string) =>
  projectLight({ milestones, stage: 'registered', ...compact({ last_update }) }, as_of);

it('the light is unknown without any original date, also for a new record', () => {
  expect(light([])).toBe('not_known');
  expect(light([], '2021-04-15')).toBe('not_known');
  expect(light([], '2020-01-01')).toBe('not_known');
  expect(light([{ type: 'start', actual: '2021-01-01' }], '2021-04-15')).toBe('not_known');
});

it('the light is at risk up to 90 days after the original date and then behind, whatever the present plan', () => {
  const start = (baseline: string): Milestone[] => [
    { type: 'start', baseline, plan: '2022-01-01' },
  ];
  expect(light(start('2021-04-16'))).toBe('on_track');
  expect(light(start('2021-04-15'))).toBe('at_risk');
  expect(light(start('2021-01-16'))).toBe('at_risk');
  expect(light(start('2021-01-15'))).toBe('behind');
  expect(light([{ type: 'start', plan: '2022-01-01', first_plan: { date: '2021-01-15' } }])).toBe(
    'behind',
  );
});

it('the light is stale where the record was not updated for more than 35 days', () => {
  const ahead: Milestone[] = [{ type: 'operation', baseline: '2022-01-01' }];
  expect([light(ahead, '2021-03-12'), light(ahead, '2021-03-11')]).toEqual(['on_track', 'stale']);
});

// seen to fail: a project in operation was on track, although nobody knows whether it began in time
it('the light is unknown where the stage alone shows that the milestones happened', () => {
  const operation: Milestone = { type: 'operation', baseline: '2021-03-31' };
  const inOperation = (milestones: readonly Milestone[]) =>
    projectLight({ milestones, stage: 'operation' }, as_of);
  expect(inOperation([operation])).toBe('not_known');
  expect(inOperation([{ ...operation, actual: '2021-03-30' }])).toBe('on_track');
  expect(inOperation([operation, { type: 'full_capacity', baseline: '2022-01-01' }])).toBe(
    'on_track',
  );
});
