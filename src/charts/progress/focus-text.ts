import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { addDays } from '#domain/values/date.ts';
import { absenceTerms, dataStatusTerms } from '#domain/labels/index.ts';
import { addSecondary } from '#charts/kit/text/secondary-currency.ts';
import {
  computedDigits,
  fullText,
  type MeasureUnit,
  toDisplayValue,
  displayGap,
} from '#charts/kit/text/units.ts';
import type { DrawnPoint, ProgressSeries } from './series-types.ts';
import { isJanuaryByRule, type MeasurePoint } from './points.ts';
import { progressLabels } from './labels/index.ts';
import type { DrawnValues } from './series-marks.ts';

/** Writes why a month has no value. */
export const missingText = (point: MeasurePoint, language: Language): string =>
  isJanuaryByRule(point)
    ? progressLabels[language].inFebruary
    : absenceTerms[point.missing ?? 'not_reported'][language];

/** The lines of one month in a tooltip: value, plan, gap, status and correction. */
export function monthLines(
  point: MeasurePoint,
  plan: number | undefined,
  unit: MeasureUnit,
  overview: Pick<Overview, 'beside'>,
  language: Language,
): DrawnPoint['lines'] {
  const words = progressLabels[language];
  const pair = (exact: string | number, digits: number): string =>
    addSecondary(fullText(exact, unit, digits), exact, unit.unit, overview, language);
  if (point.value === undefined)
    return point.inMonth === undefined
      ? [{ label: words.now, value: missingText(point, language) }]
      : [{ label: words.inMonth, value: pair(point.inMonth, unit.digits) }];
  const gap = plan === undefined ? undefined : displayGap(point.value, plan, unit);
  const lines = [
    {
      label: words.columns.value,
      value: pair(point.value, gap?.nowDigits ?? computedDigits(point.value, unit)),
    },
  ];
  if (plan !== undefined && gap !== undefined)
    lines.push(
      { label: words.plan, value: pair(plan, gap.digits) },
      { label: words.gap, value: gap.gap },
    );
  if (point.inMonth !== undefined)
    lines.push({ label: words.inMonth, value: pair(point.inMonth, unit.digits) });
  lines.push({ label: words.columns.status, value: dataStatusTerms[point.status][language] });
  if (point.breakReason !== undefined)
    lines.push({ label: '', value: words.seriesBreak(point.breakReason) });
  if (point.revisedFrom !== undefined)
    lines.push({ label: '', value: words.revised(fullText(point.revisedFrom, unit, unit.digits)) });
  return lines;
}

/**
 * Lists the expected values at the future corners of the plan, and at the deadline the forecast.
 */
export function futurePoints(
  row: TargetRow,
  { points, line }: DrawnValues,
  forecast: ProgressSeries['forecast'],
  unit: MeasureUnit,
  language: Language,
): ProgressSeries['ahead'] {
  const words = progressLabels[language];
  const last = points.at(-1)?.day ?? Number.NEGATIVE_INFINITY;
  return line
    .filter(({ day }) => day > last)
    .map(({ day, value }) => ({
      day,
      v: toDisplayValue(value, unit),
      figure: {
        measure: 'plan_at' as const,
        of: { target: targetKey(row), day: addDays('1970-01-01', day) },
      },
      date: formatDate(addDays('1970-01-01', day), language, 'long'),
      lines: [
        { label: words.plan, value: fullText(value, unit, computedDigits(value, unit)) },
        ...(forecast !== undefined && Math.abs(forecast.day - day) < 32
          ? [
              { label: words.forecast, value: forecast.text.slice(words.forecast.length + 1) },
              { label: words.band, value: forecast.band.slice(words.band.length + 1) },
            ]
          : []),
      ],
    }));
}
