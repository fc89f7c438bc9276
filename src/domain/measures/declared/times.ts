import type { Measure } from '#domain/measures/measure.ts';
import { timeTexts } from './labels/analysis/index.ts';

const version = 1;

/** The measures of durations and delays. */
export const timeMeasures = {
  stage_cases: {
    ...timeTexts.stage_cases,
    unit: 'projects',
    source: 'register',
    version,
  },
  stage_case_days: {
    ...timeTexts.stage_case_days,
    unit: 'days',
    source: 'register',
    version,
  },
  stage_limit: {
    ...timeTexts.stage_limit,
    unit: 'days',
    source: 'register',
    version,
  },
  stage_over: {
    ...timeTexts.stage_over,
    unit: 'projects',
    source: 'register',
    version,
  },
  stage_undated: {
    ...timeTexts.stage_undated,
    unit: 'projects',
    source: 'register',
    version,
  },
  project_behind: {
    ...timeTexts.project_behind,
    unit: 'days',
    source: 'register',
    version,
  },
  projects_behind: {
    ...timeTexts.projects_behind,
    unit: 'projects',
    source: 'register',
    version,
  },
  quarter_milestones: {
    ...timeTexts.quarter_milestones,
    unit: 'items',
    source: 'register',
    version,
  },
  due_dates: {
    ...timeTexts.due_dates,
    unit: 'items',
    source: 'register',
    version,
  },
  field_projects: {
    ...timeTexts.field_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  field_share: {
    ...timeTexts.field_share,
    unit: 'percent',
    source: 'register',
    version,
  },
  update_age: {
    ...timeTexts.update_age,
    unit: 'projects',
    source: 'register',
    version,
  },
  oldest_update: {
    ...timeTexts.oldest_update,
    unit: 'days',
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
