import type { Measure } from '#domain/measures/measure.ts';
import { changeTexts } from './labels/register/index.ts';

const version = 1;

/** The figures of the difference of two days. */
export const changeMeasures = {
  bridge_projects: {
    ...changeTexts.bridge_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  bridge_investment: {
    ...changeTexts.bridge_investment,
    unit: 'money',
    source: 'register',
    version,
  },
  changed_projects: {
    ...changeTexts.changed_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
