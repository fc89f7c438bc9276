import { type BreakdownMeasure, isCountMeasure } from './breakdown.ts';

/** The units of a measure. Where no project states a value, the unit that a value would have. */
export function listDisplayUnits(
  { measure, units }: { readonly measure: BreakdownMeasure; readonly units: readonly string[] },
  base_currency: string,
): readonly string[] {
  if (units.length > 0) return units;
  if (isCountMeasure(measure)) return ['projects'];
  return [measure === 'jobs_plan' || measure === 'jobs_actual' ? 'jobs' : base_currency];
}
