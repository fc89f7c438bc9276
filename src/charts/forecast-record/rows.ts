import { compact } from '#domain/values/compact.ts';
import { roundHalfUp, scaleByTen } from '#domain/values/decimal.ts';
import type { ForecastRecord } from '#domain/targets/forecast-record.ts';
import type { PastForecast } from '#domain/targets/forecasting/forecast-scores.ts';
import type { Language } from '#domain/values/language.ts';
import type { Forecast } from '#domain/targets/target-row.ts';
import { keepDecimals, type MeasureUnit, measureUnit, valueText } from '#charts/kit/text/units.ts';

/** A past month that has a forecast. */
export interface MadeForecast extends PastForecast {
  readonly forecast: Extract<Forecast, { kind: 'range' }>;
}
/** Whether a past forecast gave a range, so that its result can be checked. */
export const isMade = (past: PastForecast): past is MadeForecast => past.forecast.kind === 'range';
/** Lists the past forecasts that gave a range. */
export const madeForecasts = ({ forecasts }: ForecastRecord): readonly MadeForecast[] =>
  forecasts.filter(isMade);

/** The position of a result relative to the band. */
export type Side = 'inside' | 'below' | 'above';
/** Finds the position of a result relative to its band. @returns undefined without a result */
export const findSide = ({ forecast, result, inside }: MadeForecast): Side | undefined =>
  result === undefined
    ? undefined
    : inside === true
      ? 'inside'
      : Number(result) < forecast.p10
        ? 'below'
        : 'above';

/** The unit in which a record is written: that of its largest result or middle. */
export function recordUnit(record: ForecastRecord, language: Language): MeasureUnit {
  const forecasts = madeForecasts(record);
  const sizes = forecasts.flatMap(({ forecast, result }) => [forecast.p50, Number(result ?? 0)]);
  const unit = measureUnit(record.unit, language, Math.max(0, ...sizes));
  return keepDecimals(
    unit,
    forecasts.flatMap(({ result }) => result ?? []),
  );
}

/**
 * Writes band, middle and result, with as many decimals as put the result on its side of the band.
 */
export function writeForecast(
  past: MadeForecast,
  unit: MeasureUnit,
): Readonly<Record<'p10' | 'p50' | 'p90', string>> & { readonly result?: string } {
  const { forecast, result } = past;
  const at = (value: number | string, digits: number) =>
    Number(roundHalfUp(scaleByTen(String(value), -unit.scale), digits));
  const agrees = (digits: number): boolean =>
    result === undefined ||
    (at(result, digits) >= at(forecast.p10, digits) &&
      at(result, digits) <= at(forecast.p90, digits)) ===
      (past.inside === true);
  const digits = [0, 1, 2].map((more) => unit.digits + more).find(agrees) ?? unit.digits + 2;
  const text = (value: number | string) => valueText(value, unit, digits);
  return {
    p10: text(forecast.p10),
    p50: text(forecast.p50),
    p90: text(forecast.p90),
    ...compact({
      result:
        result === undefined
          ? undefined
          : valueText(
              result,
              unit,
              Number.isInteger(Number(result)) && unit.scale === 0 ? 0 : digits,
            ),
    }),
  };
}
