import { expect, test } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import { outputTemplates } from '#domain/zone/templates/output-templates.ts';
import { findProjectMeasure } from './make-outlook.ts';

// seen to fail: the output of a zone abroad had no contribution of its projects
test.each(outputTemplates.map(({ indicator: { id } }) => id))(
  'projects add their output to a target for %s in the currency of the zone',
  (indicator) => {
    const target = { ...row('jobs'), indicator, unit: 'EUR', comparator: '>=' as const };
    expect(findProjectMeasure(target, 'EUR')).toBe('output');
    expect(findProjectMeasure(target, 'USD')).toBeUndefined();
  },
);

// seen to fail: all planned jobs of the register were added to the new jobs of one year
test('projects add their jobs to a level of jobs, and not to the new jobs of a year', () => {
  const jobs = { ...row('jobs'), unit: 'jobs', comparator: '>=' as const };
  expect(findProjectMeasure({ ...jobs, kind: 'stock' }, 'EUR')).toBe('jobs');
  expect(findProjectMeasure({ ...jobs, kind: 'annual_flow' }, 'EUR')).toBeUndefined();
});
