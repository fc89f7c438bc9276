import { compareDecimal, divideDecimal, scaleByTen } from '#domain/values/decimal.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';

/** Decimal places of a computed ratio. */
const places = 8;

/**
 * Adds the values of ratios: numerator ÷ denominator of the same month, × 100 in percent. A month
 * without one of them, or with a denominator of 0, has none. Entered values of a ratio stay.
 */
export function addRatios(
  indicators: readonly Indicator[],
  observations: readonly Observation[],
): readonly Observation[] {
  const ratios = indicators.flatMap((indicator) =>
    indicator.ratio === undefined ? [] : ratioValues(indicator, indicator.ratio, observations),
  );
  return ratios.length === 0 ? observations : [...observations, ...ratios];
}

function ratioValues(
  { id, unit }: Indicator,
  { numerator, denominator }: NonNullable<Indicator['ratio']>,
  observations: readonly Observation[],
): Observation[] {
  const ownPeriods = new Set(observations.flatMap((o) => (o.indicator === id ? [o.period] : [])));
  const below = new Map(
    observations.flatMap((o) => (o.indicator === denominator ? [[o.period, o] as const] : [])),
  );
  return observations.flatMap((above) => {
    const under = below.get(above.period);
    if (above.indicator !== numerator || ownPeriods.has(above.period)) return [];
    if (above.value === undefined || under?.value === undefined) return [];
    if (compareDecimal(under.value, '0') === 0) return [];
    return [
      {
        indicator: id,
        period: above.period,
        value: divideDecimal(
          scaleByTen(above.value, unit === 'percent' ? 2 : 0),
          under.value,
          places,
        ),
        data_status: weakestStatus([above.data_status, under.data_status]),
        origin: above.origin,
        revision: Math.max(above.revision, under.revision),
      },
    ];
  });
}
