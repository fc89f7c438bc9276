import type { FigureOf } from '#charts/kit/table.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { addMonths } from '#domain/values/date.ts';
import type { SeriesValue } from './series-types.ts';

/** Counts have no currency. */
export const counted = '';

/** The figures of one period: itself, the year before, and everything up to it. */
export function periodFigures(
  measure: MeasureId,
  total: MeasureId,
  of: FigureOf,
  first_month: string,
): SeriesValue['figures'] {
  const value = { measure, of: { ...of, first_month } };
  const before = { measure, of: { ...of, first_month: addMonths(first_month, -12) } };
  return { value, before, total: { measure: total, of: value.of } };
}

/** What the figures of an event are of, beside the period. */
export const eventOf = (event: string, currency: string): FigureOf => ({
  event,
  ...(currency === counted ? {} : { in: currency }),
});
