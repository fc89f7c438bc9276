import type { Measure } from '#domain/measures/measure.ts';
import { forecastTexts } from './labels/targets/index.ts';

const version = 1;

/** The figures of forecasts and of their results, and the figures of a target over time. */
export const forecastMeasures = {
  outlook_unknown: {
    ...forecastTexts.outlook_unknown,
    unit: 'projects',
    source: 'register',
    version,
  },
  outlook_effect: {
    ...forecastTexts.outlook_effect,
    unit: 'of_target',
    source: 'register_and_values',
    version,
  },
  past_forecast: {
    ...forecastTexts.past_forecast,
    unit: 'of_target',
    source: 'values',
    version,
  },
  forecast_inside: {
    ...forecastTexts.forecast_inside,
    unit: 'items',
    source: 'values',
    version,
  },
  forecast_brier: {
    ...forecastTexts.forecast_brier,
    unit: 'index',
    source: 'values',
    version,
  },
  forecast_error: {
    ...forecastTexts.forecast_error,
    unit: 'of_target',
    source: 'values',
    version,
  },
  plan_at: {
    ...forecastTexts.plan_at,
    unit: 'of_target',
    source: 'targets',
    version,
  },
  baseline: {
    ...forecastTexts.baseline,
    unit: 'of_target',
    source: 'targets',
    version,
  },
  size_projects: {
    ...forecastTexts.size_projects,
    unit: 'projects',
    source: 'register',
    version,
  },
  converted_amount: {
    ...forecastTexts.converted_amount,
    unit: 'money',
    source: 'register_and_values',
    version,
  },
} as const satisfies Record<string, Measure>;
