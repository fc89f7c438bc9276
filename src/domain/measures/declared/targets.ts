import type { Measure } from '#domain/measures/measure.ts';
import { targetTexts } from './labels/targets/index.ts';

const version = 1;

/** The figures of one target on one day. */
export const targetMeasures = {
  target_value: {
    ...targetTexts.target_value,
    unit: 'of_target',
    source: 'values',
    version,
  },
  target: {
    ...targetTexts.target,
    unit: 'of_target',
    source: 'targets',
    version,
  },
  target_share: {
    ...targetTexts.target_share,
    unit: 'percent',
    source: 'values',
    version,
  },
  plan_to_date: {
    ...targetTexts.plan_to_date,
    unit: 'of_target',
    source: 'targets',
    version,
  },
  plan_progress: {
    ...targetTexts.plan_progress,
    unit: 'percent',
    source: 'values',
    version,
  },
  plan_gap: {
    ...targetTexts.plan_gap,
    unit: 'of_target',
    source: 'values',
    version,
  },
  points_ahead: {
    ...targetTexts.points_ahead,
    unit: 'points',
    source: 'values',
    version,
  },
  remaining: {
    ...targetTexts.remaining,
    unit: 'of_target',
    source: 'values',
    version,
  },
  pace_needed: {
    ...targetTexts.pace_needed,
    unit: 'of_target_per_month',
    source: 'values',
    version,
  },
  pace: {
    ...targetTexts.pace,
    unit: 'of_target_per_month',
    source: 'values',
    version,
  },
  pace_ratio: {
    ...targetTexts.pace_ratio,
    unit: 'ratio',
    source: 'values',
    version,
  },
  forecast: {
    ...targetTexts.forecast,
    unit: 'of_target',
    source: 'values',
    version,
  },
  verdict: {
    ...targetTexts.verdict,
    unit: 'words',
    source: 'values',
    version,
  },
  checklist: {
    ...targetTexts.checklist,
    unit: 'items',
    source: 'values',
    version,
  },
  reported_value: {
    ...targetTexts.reported_value,
    unit: 'of_target',
    source: 'values',
    version,
  },
  indicator_change: {
    ...targetTexts.indicator_change,
    unit: 'of_target',
    source: 'values',
    version,
  },
} as const satisfies Record<string, Measure>;
