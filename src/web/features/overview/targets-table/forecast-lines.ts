import { computedDigits, paceDigits, valueText } from '#charts/kit/text/units.ts';
import { outcomeText } from '#charts/targets/data/outcome.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { furtherTerm, refusalTerms } from '#domain/labels/targets/forecast.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';

/**
 * Writes how the forecast of a row is made, its result, and how often such bands held; or why there
 * is none.
 */
export function forecastLines(row: TargetRow, language: Language): (readonly [string, string])[] {
  const t = makeTranslate(detailLabels, language);
  const { forecast, now } = row;
  const unit = rowUnit(row, language);
  const number = (value: string | number) =>
    valueText(value, unit, computedDigits(Number(value), unit));
  if (forecast.kind === 'refused')
    return now === undefined || row.kind === 'qualitative'
      ? []
      : [
          [
            t('how_forecast'),
            t('no_forecast', { reason: refusalTerms[forecast.reason][language] }),
          ],
        ];
  const middle = number(forecast.p50);
  const [ytd = 0, before = 0, year = 0] = forecast.year ?? [];
  const sum = {
    from: number(forecast.from),
    pace: valueText(forecast.pace, unit, paceDigits(forecast.pace, unit)),
    months: forecast.months,
    middle,
  };
  const formula =
    forecast.year !== undefined
      ? t('how_forecast_year', {
          ytd: number(ytd),
          before: number(before),
          year: number(year),
          middle,
        })
      : t(
          forecast.p50 > forecast.from + forecast.pace * forecast.months
            ? 'how_forecast_least'
            : 'how_forecast_is',
          sum,
        );
  const outcome = outcomeText(row, language);
  return [
    [t('how_forecast'), formula],
    [
      t('how_band'),
      t('how_band_is', {
        low: number(forecast.p10),
        high: number(forecast.p90),
        further: forecast.further ? furtherTerm[language] : '',
      }),
    ],
    ...(outcome === undefined ? [] : [[t('how_outcome'), sentenceStart(outcome.long)] as const]),
  ];
}
