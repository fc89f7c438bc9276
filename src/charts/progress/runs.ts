import { formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { missingTerms } from '#domain/labels/index.ts';
import { type MeasureUnit, toDisplayValue } from '#charts/kit/text/units.ts';
import type { ProgressSeries } from './series-types.ts';
import { isJanuaryByRule, type MeasurePoint } from './points.ts';
import { progressWords } from './labels/index.ts';

/** Unbroken stretches of the values; `yearly` begins a new one each year. */
export function runs(
  points: readonly MeasurePoint[],
  unit: MeasureUnit,
  yearly: boolean,
): ProgressSeries['runs'] {
  const all: { from: number; year: string; points: { day: number; v: number }[] }[] = [];
  let isBroken = true;
  for (const { day, month, value, breakReason } of points.filter(
    (point) => !isJanuaryByRule(point),
  )) {
    const year = month.slice(0, 4);
    isBroken ||= breakReason !== undefined;
    if (value !== undefined && (isBroken || (yearly && all.at(-1)?.year !== year)))
      all.push({ from: day, year, points: [] });
    if (value !== undefined) all.at(-1)?.points.push({ day, v: toDisplayValue(value, unit) });
    isBroken = value === undefined;
  }
  return all.map(({ from, points: run }) => ({ from, points: run }));
}

/**
 * Lists the day in the middle between each value at which the series breaks and the value before. A
 * January that the rule includes in February is no value.
 */
export function breakDays(points: readonly MeasurePoint[]): readonly number[] {
  const months = points.filter((point) => !isJanuaryByRule(point) && point.value !== undefined);
  return months.flatMap(({ day, breakReason }, at) => {
    const before = months[at - 1];
    return breakReason === undefined || before === undefined ? [] : [(before.day + day) / 2];
  });
}

/**
 * Makes bands of months without a value between two that have one, or after the last, with their
 * reason. A January that the rule includes in February is none.
 */
export function gapBands(
  points: readonly MeasurePoint[],
  language: Language,
): ProgressSeries['gaps'] {
  const bands: { from: number; to: number; label: string }[] = [];
  let before: MeasurePoint | undefined;
  let missing: MeasurePoint[] = [];
  for (const point of points.filter((each) => !isJanuaryByRule(each))) {
    if (point.value === undefined) missing.push(point);
    else {
      if (before !== undefined && missing.length > 0)
        bands.push({ from: before.day, to: point.day, label: gapLabel(missing, language) });
      before = point;
      missing = [];
    }
  }
  const end = missing.at(-1);
  if (before !== undefined && end !== undefined)
    bands.push({ from: before.day, to: end.day, label: gapLabel(missing, language) });
  return bands;
}

interface Span {
  readonly from: string;
  readonly to: string;
}
/** Writes why there is no value, and for which months; a common year is written once. */
function gapLabel(points: readonly MeasurePoint[], language: Language): string {
  // a month with an amount of its own is reported, although its year to date is unknown
  const missing = points.filter(({ inMonth }) => inMonth === undefined);
  const [first, last] = [missing[0], missing.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [short, name] = (['short', 'name'] as const).map((style) => ({
    from: formatMonth(first.month, language, style),
    to: formatMonth(last.month, language, style),
  })) as [Span, Span];
  const oneYear = first.month.slice(0, 4) === last.month.slice(0, 4);
  const [from, to] = !oneYear
    ? [short.from, short.to]
    : language === 'en'
      ? [name.from, short.to]
      : [short.from, name.to];
  const months = first === last ? short.from : `${from}–${to}`;
  return progressWords[language].missing(
    missingTerms[first.missing ?? 'not_reported'][language],
    months,
  );
}
