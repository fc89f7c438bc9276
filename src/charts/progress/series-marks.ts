import { compact } from '#domain/values/compact.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { addSecondary } from '#charts/kit/text/secondary-currency.ts';
import {
  computedDigits,
  displayGap,
  type MeasureUnit,
  toDisplayValue,
  valueText,
} from '#charts/kit/text/units.ts';
import { tableValueText } from '#charts/targets/data/row-unit.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { secondaryText } from '#domain/overview/secondary-currency.ts';
import { addComparator } from '#domain/targets/format-target.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { addDays, addMonths, dayNumber, type Month } from '#domain/values/date.ts';
import { absenceTerms } from '#domain/labels/index.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { progressLabels } from './labels/index.ts';
import { type PlanCorner, planAt } from './plan-line.ts';
import { isJanuaryByRule, type MeasurePoint } from './points.ts';
import type { ProgressSeries } from './series-types.ts';

/** Makes the mark of the target with its words; undefined if no target is set. */
export function targetMark(
  row: TargetRow,
  unit: MeasureUnit,
  max: number,
  overview: Pick<Overview, 'beside'>,
  language: Language,
): ProgressSeries['target'] {
  if (row.target === undefined) return undefined;
  const words = progressLabels[language];
  const v = toDisplayValue(row.target, unit);
  const endOfYear = row.deadline.endsWith('-12-31');
  return {
    day: dayNumber(row.deadline),
    v,
    offScale: v > max,
    name: words.target,
    value: addComparator(row.comparator, tableValueText(row.target, unit), language),
    by: [
      endOfYear
        ? words.endOf(row.deadline.slice(0, 4))
        : words.by(formatDate(row.deadline, language, 'long')),
      secondaryText(row.target, row.unit, overview, language),
    ]
      .filter((part) => part !== '')
      .join(kitLabels[language].list),
  };
}

/** Makes the forecast with its band; undefined in the range up to now, and without a forecast. */
export function forecastMark(
  row: TargetRow,
  unit: MeasureUnit,
  range: string,
  language: Language,
): ProgressSeries['forecast'] {
  const { forecast } = row;
  if (forecast.kind === 'refused' || range === 'to_date') return undefined;
  const words = progressLabels[language];
  const at = (value: number): number => toDisplayValue(value, unit);
  return {
    day: dayNumber(forecast.at),
    p10: at(forecast.p10),
    p25: at(forecast.p25),
    p50: at(forecast.p50),
    p75: at(forecast.p75),
    p90: at(forecast.p90),
    text: `${words.forecast} ${valueText(forecast.p50, unit)}`,
    band: `${words.band} ${valueText(forecast.p10, unit)}–${valueText(forecast.p90, unit)}`,
    figure: { measure: 'forecast', of: { target: targetKey(row), point: 'p50' } },
  };
}

/** The values that the chart draws and the corners of their plan, both by day. */
export interface DrawnValues {
  readonly points: readonly MeasurePoint[];
  readonly line: readonly PlanCorner[];
}
/** Makes the last value with its words and its plan; undefined without a value. */
export function lastMark(
  name: string,
  { points, line }: DrawnValues,
  unit: MeasureUnit,
  overview: Pick<Overview, 'beside'>,
  language: Language,
): ProgressSeries['last'] {
  const point = points.findLast(({ value }) => value !== undefined);
  if (point?.value === undefined) return undefined;
  const words = progressLabels[language];
  const plan = planAt(line, point.day);
  const gap = plan === undefined ? undefined : displayGap(point.value, plan, unit);
  return {
    day: point.day,
    v: toDisplayValue(point.value, unit),
    now: addSecondary(
      `${name} ${valueText(point.value, unit, gap?.nowDigits ?? computedDigits(point.value, unit))}`,
      point.value,
      unit.unit,
      overview,
      language,
    ),
    date: formatDate(addDays('1970-01-01', point.day), language, 'long'),
    ...compact({
      plan: gap === undefined ? undefined : `${words.plan} ${gap.plan}`,
      planV: plan === undefined || gap === undefined ? undefined : toDisplayValue(plan, unit),
    }),
  };
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

/** Writes the months from one to another; a common year is written once. */
function writeMonths(first: Month, last: Month, language: Language): string {
  const write = (month: Month, style: 'short' | 'name') => formatMonth(month, language, style);
  if (first === last) return write(first, 'short');
  if (first.slice(0, 4) !== last.slice(0, 4))
    return `${write(first, 'short')}–${write(last, 'short')}`;
  return language === 'en'
    ? `${write(first, 'name')}–${write(last, 'short')}`
    : `${write(first, 'short')}–${write(last, 'name')}`;
}

/** Writes months in spans without a gap. */
function writeSpans(months: readonly Month[], language: Language): string {
  const starts = months.filter((month) => !months.includes(addMonths(month, -1)));
  const ends = months.filter((month) => !months.includes(addMonths(month, 1)));
  return starts
    .map((first, at) => writeMonths(first, ends[at] ?? first, language))
    .join(kitLabels[language].list);
}

/** Writes why there is no value, and for which months: each reason with its months. */
function gapLabel(points: readonly MeasurePoint[], language: Language): string {
  // a month with an amount of its own is reported, although its year to date is unknown
  const absent = points.filter(({ inMonth }) => inMonth === undefined);
  const named = absent.length > 0 ? absent : points.filter(({ missing }) => missing === 'no_sum');
  return [...Map.groupBy(named, ({ missing = 'not_reported' }) => missing)]
    .map(([reason, group]) =>
      progressLabels[language].missing(
        absenceTerms[reason][language],
        writeSpans(
          group.map(({ month }) => month),
          language,
        ),
      ),
    )
    .join(kitLabels[language].list);
}
