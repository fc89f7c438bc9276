import { convertToSecondary } from '#domain/overview/secondary-currency.ts';
import type { Language } from '#domain/values/language.ts';
import { largestAmount, pageUnits } from '#domain/overview/money-units.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/values/money.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type MeasureUnit, measureUnit } from '#charts/kit/text/units.ts';

/** An amount in major units, exact. */
export const toMajorUnits = (money: WireMoney): string => toMajor(fromWire(money));

export const baseCurrency = (overview: Overview): string => overview.zone.base_currency;
/** The unit of the axis and all sums of the figure: that of sums on the page. */
export function pipelineUnit(overview: Overview, language: Language): MeasureUnit {
  const currency = baseCurrency(overview);
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
 * The unit of the secondary currency, of the same magnitude as the first; undefined without one.
 */
export function secondaryUnit(overview: Overview, language: Language): MeasureUnit | undefined {
  const { beside } = overview;
  const like =
    beside === undefined
      ? undefined
      : convertToSecondary(beside, pipelineUnit(overview, language).like, baseCurrency(overview));
  return beside === undefined || like === undefined
    ? undefined
    : measureUnit(beside.currency, language, like);
}
