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
