import type { Measure } from '#domain/measures/measure.ts';
import { concentrationTexts } from './labels/analysis/index.ts';

const version = 1;

/** Measures of the concentration of a sum, and of the overlap of two rungs. */
export const concentrationMeasures = {
  largest_share: {
    ...concentrationTexts.largest_share,
    unit: 'percent',
    source: 'register',
    version,
  },
  largest_three: {
    ...concentrationTexts.largest_three,
    unit: 'percent',
    source: 'register',
    version,
  },
  effective_number: {
    ...concentrationTexts.effective_number,
    unit: 'index',
    source: 'register',
    version,
  },
  hhi: {
    ...concentrationTexts.hhi,
    unit: 'index',
    source: 'register',
    version,
  },
  hhi_normalised: {
    ...concentrationTexts.hhi_normalised,
    unit: 'index',
    source: 'register',
    version,
  },
  rung_share: {
    ...concentrationTexts.rung_share,
    unit: 'percent',
    source: 'register',
    version,
  },
  rung_over: {
    ...concentrationTexts.rung_over,
    unit: 'projects',
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
