import { compact } from '#domain/values/compact.ts';
import type { FigureOf } from '#charts/kit/table.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { addMonths } from '#domain/values/date.ts';
import type { SeriesValue } from './series-types.ts';

/** Counts have no currency. */
export const countUnit = '';

/** Makes the figures of one period: itself, the year before, and the total up to it. */
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

/** The subject of the figures of an event, besides the period. */
export const eventOf = (event: string, currency: string): FigureOf => ({
  event,
  ...compact({ in: currency === countUnit ? undefined : currency }),
});
