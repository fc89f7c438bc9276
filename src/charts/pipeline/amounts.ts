import { convertToSecondary } from '#domain/overview/secondary-currency.ts';
import type { Language } from '#domain/values/language.ts';
import { largestAmount, pageUnits } from '#domain/overview/money-units.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/values/money.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type MeasureUnit, measureUnit } from '#charts/kit/text/units.ts';

/**
 * An amount in major units, exact.
 * @throws RangeError if `minor` is no integer
 */
export const toMajorUnits = (money: WireMoney): string => toMajor(fromWire(money));

/** The currency of the axis: that of the zone, or the main one where no amount is in it. */
export const chartCurrency = ({ strip, zone }: Pick<Overview, 'strip' | 'zone'>): string =>
  strip.currency ?? zone.base_currency;
/** The unit of the axis and all sums of the figure: that of sums on the page. */
export function pipelineUnit(overview: Overview, language: Language): MeasureUnit {
  const currency = chartCurrency(overview);
  return measureUnit(
    currency,
    language,
    pageUnits(overview)(currency)?.sum ??
      largestAmount(
        overview.strip.groups.flatMap(({ amounts }) => amounts),
        currency,
      ),
  );
}

/**
 * Finds the unit of the secondary currency, of the same magnitude as the first.
 * @returns undefined without a secondary currency or its rate
 */
export function secondaryUnit(overview: Overview, language: Language): MeasureUnit | undefined {
  const { beside } = overview;
  const like =
    beside === undefined
      ? undefined
      : convertToSecondary(beside, pipelineUnit(overview, language).like, chartCurrency(overview));
  return beside === undefined || like === undefined || beside.currency === chartCurrency(overview)
    ? undefined
    : measureUnit(beside.currency, language, like);
}
