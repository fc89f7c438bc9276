import { expect, test } from 'vitest';
import { reported, row } from '#domain/overview/target-row.fixture.ts';
import { sameWords } from '#domain/values/term.ts';
import { outputTemplates } from '#domain/zone/templates/output-templates.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { findJobsIndicators } from '#domain/zone/templates/jobs-indicators.ts';
import { findProjectMeasure } from './make-outlook.ts';

const words = { name: sameWords('Jobs'), definition: sameWords('') };
const observe = (id: string, value: string) => reported(id, '2021-03', [value]);

// seen to fail: the output of a zone abroad had no contribution of its projects
test.each(outputTemplates.map(({ indicator: { id } }) => id))(
  'projects add their output to a target for %s in the currency of the zone',
  (indicator) => {
    const target = { ...row('jobs'), indicator, unit: 'EUR', comparator: '>=' as const };
    expect(findProjectMeasure(target, { base_currency: 'EUR' })).toBe('output');
    expect(findProjectMeasure(target, { base_currency: 'USD' })).toBeUndefined();
  },
);

// seen to fail: all planned jobs of the register were added to the new jobs of one year
test('projects add their jobs to a level of jobs, and not to the new jobs of a year', () => {
  const jobs = { ...row('jobs'), unit: 'jobs', comparator: '>=' as const };
  expect(findProjectMeasure({ ...jobs, kind: 'stock' }, { base_currency: 'EUR' })).toBe('jobs');
  expect(
    findProjectMeasure({ ...jobs, kind: 'annual_flow' }, { base_currency: 'EUR' }),
  ).toBeUndefined();
});

// seen to fail: the jobs of women got the planned jobs of the whole register
test('projects add their jobs to the jobs of the whole zone, and not to a part of them', () => {
  const jobs = { ...row('jobs'), kind: 'stock' as const, unit: 'jobs', comparator: '>=' as const };
  const rules = { base_currency: 'EUR', jobs_indicators: ['jobs'] };
  expect(findProjectMeasure(jobs, rules)).toBe('jobs');
  expect(findProjectMeasure({ ...jobs, indicator: 'jobs_women' }, rules)).toBeUndefined();
});

test('all jobs are those of the template, else the largest of each kind', () => {
  const make = (id: string, kind: 'stock' | 'cum_flow' = 'stock') => ({
    ...words,
    id,
    kind,
    unit: 'jobs',
  });
  const values = [observe('women', '40'), observe('staff', '90'), observe('new', '7')].flat();
  const find = (...list: Indicator[]) =>
    findJobsIndicators(list, values, '2021-03').map(({ id }) => id);
  expect(find(make('women'), make('staff'), make('new', 'cum_flow'))).toEqual(['staff', 'new']);
  expect(find(make('women'), make('staff'), make('jobs'))).toEqual(['jobs']);
  expect(find(make('women'))).toEqual(['women']);
  expect(find({ ...make('homes'), unit: 'households' })).toEqual([]);
});
