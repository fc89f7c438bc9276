import type { Measure } from '#domain/measures/measure.ts';
import { eventTexts } from './labels/register/index.ts';

const version = 1;

/** The figures of project events over time. */
export const eventMeasureList = {
  event_projects: {
    ...eventTexts.event_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  event_amount: {
    ...eventTexts.event_amount,
    unit: 'money',
    source: 'register',
    version,
  },
  event_total: {
    ...eventTexts.event_total,
    unit: 'of_fact',
    source: 'register',
    version,
  },
  event_unknown: {
    ...eventTexts.event_unknown,
    unit: 'projects',
    source: 'register',
    version,
  },
  period_value: {
    ...eventTexts.period_value,
    unit: 'of_target',
    source: 'values',
    version,
  },
  cohort_projects: {
    ...eventTexts.cohort_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  cohort_share: {
    ...eventTexts.cohort_share,
    unit: 'percent',
    source: 'register',
    version,
  },
  incidence_share: {
    ...eventTexts.incidence_share,
    unit: 'percent',
    source: 'register',
    version,
  },
  incidence_followed: {
    ...eventTexts.incidence_followed,
    unit: 'projects',
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
