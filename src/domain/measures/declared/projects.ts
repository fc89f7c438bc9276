import type { Measure } from '#domain/measures/measure.ts';
import { projectTexts } from './labels/register/index.ts';

const version = 1;

/** The figures of one project. */
export const projectMeasureList = {
  project_amount: {
    ...projectTexts.project_amount,
    unit: 'money',
    source: 'register',
    version,
  },
  project_jobs: {
    ...projectTexts.project_jobs,
    unit: 'jobs',
    source: 'register',
    version,
  },
  project_fact: {
    ...projectTexts.project_fact,
    unit: 'of_target',
    source: 'register',
    version,
  },
  project_stage_days: {
    ...projectTexts.project_stage_days,
    unit: 'days',
    source: 'register',
    version,
  },
  project_delay: {
    ...projectTexts.project_delay,
    unit: 'days',
    source: 'register',
    version,
  },
  project_overdue: {
    ...projectTexts.project_overdue,
    unit: 'days',
    source: 'register',
    version,
  },
  project_light: {
    ...projectTexts.project_light,
    unit: 'words',
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
