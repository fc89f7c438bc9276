import type { Measure } from '#domain/measures/measure.ts';
import { outlookTexts } from './labels/targets/index.ts';

const version = 1;

/** The figures that say whether a target will be met. */
export const outlookMeasures = {
  outlook_adds: {
    ...outlookTexts.outlook_adds,
    unit: 'of_target',
    source: 'register',
    version,
  },
  outlook_signed: {
    ...outlookTexts.outlook_signed,
    unit: 'of_target',
    source: 'register_and_values',
    version,
  },
  outlook_ceiling: {
    ...outlookTexts.outlook_ceiling,
    unit: 'of_target',
    source: 'register_and_values',
    version,
  },
  outlook_missing: {
    ...outlookTexts.outlook_missing,
    unit: 'of_target',
    source: 'register_and_values',
    version,
  },
  outlook_by_date: {
    ...outlookTexts.outlook_by_date,
    unit: 'of_target',
    source: 'register',
    version,
  },
  outlook_in_time: {
    ...outlookTexts.outlook_in_time,
    unit: 'of_target',
    source: 'register',
    version,
  },
  outlook_fewest: {
    ...outlookTexts.outlook_fewest,
    unit: 'projects',
    source: 'register_and_values',
    version,
  },
  outlook_chance: {
    ...outlookTexts.outlook_chance,
    unit: 'percent',
    source: 'register_and_values',
    version,
  },
  outlook_likely: {
    ...outlookTexts.outlook_likely,
    unit: 'of_target',
    source: 'register_and_values',
    version,
  },
} as const satisfies Record<string, Measure>;
