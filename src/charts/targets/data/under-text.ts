import type { MeasureUnit } from '#charts/kit/text/units.ts';
import { tableValueText } from './row-unit.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { absentValue, writeMissingMonths } from '#domain/labels/targets/absent-value.ts';
import { basisTerms } from '#domain/labels/index.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';

/** Writes from when a total counts; from the last day of a year on, it is of the years after it. */
function writeSumStart(day: IsoDate, language: Language): string {
  const words = targetsChartLabels[language];
  return day.endsWith('-12-31')
    ? words.sumFrom(String(Number(day.slice(0, 4)) + 1))
    : words.sumSince(formatDate(day, language, 'long'));
}

/** Writes what stands below the name of a target: what its value covers, or where its plan starts. */
export function underText(row: TargetRow, unit: MeasureUnit, language: Language): string {
  const words = targetsChartLabels[language];
  if (row.kind === 'qualitative') return sentenceStart(row.wording[language]);
  if (row.now !== undefined && row.later !== undefined)
    return sentenceStart(absentValue(row, language));
  if (row.now !== undefined && row.now.basis !== 'level')
    return sentenceStart(
      [
        basisTerms[row.now.basis][language],
        ...(row.missing_months === undefined
          ? []
          : [writeMissingMonths(row.missing_months, language)]),
      ].join(kitLabels[language].list),
    );
  if (row.baseline === undefined) return row.definition[language];
  if (Number(row.baseline.value) === 0)
    return row.kind === 'cum_flow'
      ? writeSumStart(row.baseline.date, language)
      : row.definition[language];
  const start = row.baseline.kind === 'first_value' ? words.firstValue : words.start;
  return start(
    tableValueText(row.baseline.value, unit),
    formatMonth(row.baseline.date.slice(0, 7), language, 'long'),
  );
}
