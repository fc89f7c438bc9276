import type { Measure } from '#domain/measures/measure.ts';
import { registerTexts } from './labels/register/index.ts';

const version = 1;

/** The figures of the register on one day. */
export const registerMeasures = {
  established_projects: {
    ...registerTexts.established_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  established_investment: {
    ...registerTexts.established_investment,
    unit: 'money',
    source: 'register',
    version,
  },
  pipeline_projects: {
    ...registerTexts.pipeline_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  class_projects: {
    ...registerTexts.class_projects,
    unit: 'projects',
    source: 'values',
    version,
  },
  projects_not_counted: {
    ...registerTexts.projects_not_counted,
    unit: 'projects',
    source: 'register',
    version,
  },
  undisclosed_projects: {
    ...registerTexts.undisclosed_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  listed_projects: {
    ...registerTexts.listed_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  stage_projects: {
    ...registerTexts.stage_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  stage_investment: {
    ...registerTexts.stage_investment,
    unit: 'money',
    source: 'register',
    version,
  },
  stage_median_days: {
    ...registerTexts.stage_median_days,
    unit: 'days',
    source: 'register',
    version,
  },
  stage_days_8_in_10: {
    ...registerTexts.stage_days_8_in_10,
    unit: 'days',
    source: 'register',
    version,
  },
  projects_on_hold: {
    ...registerTexts.projects_on_hold,
    unit: 'projects',
    source: 'register',
    version,
  },
  stage_moves: {
    ...registerTexts.stage_moves,
    unit: 'projects',
    source: 'register',
    version,
  },
  needs_action: {
    ...registerTexts.needs_action,
    unit: 'projects',
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
