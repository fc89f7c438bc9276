import type { Measure } from '#domain/measures/measure.ts';
import { noteTexts } from './labels/analysis/index.ts';

const version = 1;

/** The figures that only the notes of charts state. */
export const noteMeasures = {
  pair_projects: {
    ...noteTexts.pair_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  pair_difference: {
    ...noteTexts.pair_difference,
    unit: 'money',
    source: 'register',
    version,
  },
  outside_projects: {
    ...noteTexts.outside_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  series_by_edition: {
    ...noteTexts.series_by_edition,
    unit: 'projects',
    source: 'register',
    version,
  },
  series_unknown: {
    ...noteTexts.series_unknown,
    unit: 'projects',
    source: 'register',
    version,
  },
  series_left: {
    ...noteTexts.series_left,
    unit: 'projects',
    source: 'register',
    version,
  },
  cohort_outside: {
    ...noteTexts.cohort_outside,
    unit: 'projects',
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
