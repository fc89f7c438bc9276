import { writeComputed } from '#domain/values/decimal.ts';
import { compareDecimal, subtractDecimal } from '#domain/values/decimal.ts';
import { cumulate, findMonthAmount } from '#domain/targets/annual-flow.ts';
import {
  type Indicator,
  isBrokenBetween,
  isYearToDate,
  type Observation,
} from '#domain/zone/indicator.ts';
import { planPoints } from '#domain/targets/points-ahead.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { addMonths, lastWholeMonth, monthEnd } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { basisTerms } from '#domain/labels/index.ts';
import { formatDate } from '#domain/values/format.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { ReadyTable } from '#server/exports/tables/table.ts';
import { registerTableLabels } from '#server/exports/tables/labels/index.ts';
import { layoutLabels as w } from './labels/index.ts';

type Values = ReadonlyMap<string, string>;
type MeasuredSeries = Pick<Indicator, 'kind' | 'cumulation' | 'breaks'>;
type Indicators = Pick<ZoneProfile, 'indicators'>;
interface RowInput {
  readonly profile: Indicators;
  readonly observations: readonly Observation[];
}
const readValues = (observations: readonly Observation[], indicator: string): Values =>
  new Map(
    observations.flatMap((o) =>
      o.indicator === indicator && o.value !== undefined ? [[o.period, o.value] as const] : [],
    ),
  );

/** Converts a yearly flow to values to date, even when it is reported month by month. */
const toDate = (values: Values, indicator: MeasuredSeries): Values =>
  indicator.kind === 'annual_flow' && !isYearToDate(indicator)
    ? cumulate(values, indicator)
    : values;

/**
 * Computes the value of the month alone: the growth of a stock, or the month's amount of a yearly
 * flow.
 *
 * @param reported - the values as they are reported
 * @returns null if the previous month is missing or not comparable
 */
function computeMonth(reported: Values, month: string, indicator: MeasuredSeries): string | null {
  if (isYearToDate(indicator)) return findMonthAmount(reported, month, indicator) ?? null;
  if (indicator.kind === 'annual_flow') return reported.get(month) ?? null;
  if (isBrokenBetween(indicator, addMonths(month, -1), month)) return null;
  const [now, before] = [reported.get(month), reported.get(addMonths(month, -1))];
  return now === undefined || before === undefined ? null : subtractDecimal(now, before);
}

/**
 * Computes the growth over the same month of the previous year, as a ratio.
 * @returns null if the base is missing, zero or negative
 */
function computeGrowth(values: Values, month: string): string | null {
  const [now, base] = [values.get(month), values.get(addMonths(month, -12))];
  if (now === undefined || base === undefined || compareDecimal(base, '0') <= 0) return null;
  return String(Number(now) / Number(base) - 1);
}

/**
 * Computes the lead over the plan in points of the target. It is negative behind plan, also if less
 * is better.
 */
const computeLead = (row: TargetRow): string | null => writeComputed(planPoints(row)?.points);

/**
 * Describes the period that a value covers. Adds its day unless that is the end of the table's
 * month.
 */
function describePeriod(
  { basis, date }: NonNullable<TargetRow['now']>,
  month: string,
  language: Language,
): string {
  const covers = sentenceStart(basisTerms[basis][language]);
  return monthEnd(month) === date
    ? covers
    : `${covers}${kitLabels[language].brackets(formatDate(date, language))}`;
}

/**
 * Makes the cells of one target. A value of an earlier month fills only the completed value, with
 * its day, and never the value of this month.
 */
function makeRow(
  row: TargetRow,
  month: string,
  input: RowInput,
  language: Language,
): readonly (string | null)[] {
  const { profile, observations } = input;
  const indicator: MeasuredSeries =
    profile.indicators.find(({ id }) => id === row.indicator) ?? row;
  const reported = readValues(observations, row.indicator);
  const values = toDate(reported, indicator);
  const latest = [...values.keys()].sort().at(-1);
  const last =
    latest === undefined
      ? undefined
      : observations.find((o) => o.indicator === row.indicator && o.period === latest);
  return [
    row.name[language],
    row.unit,
    row.target ?? null,
    computeMonth(reported, month, indicator),
    values.get(month) ?? null,
    isBrokenBetween(indicator, addMonths(month, -12), month) ? null : computeGrowth(values, month),
    writeComputed(row.completion),
    writeComputed(row.elapsed),
    row.unit_in_charge ?? row.owner ?? null,
    row.deadline,
    row.now?.value ?? null,
    row.now === undefined ? null : describePeriod(row.now, month, language),
    writeComputed(row.plan?.value),
    computeLead(row),
    latest === undefined ? null : monthEnd(latest),
    last === undefined ? (row.missing ?? 'not_reported') : last.data_status,
    row.target_source[language],
  ];
}

/**
 * Makes 主要经济指标完成情况表 (domain reference 2.5, form 5): every numeric target with its values of month
 * and year and its share of target.
 */
export const indicatorTable = (
  overview: Overview,
  profile: Indicators,
  observations: readonly Observation[],
  language: Language,
): ReadyTable => ({
  id: 'indicators',
  title: w.indicators,
  columns: [
    { id: 'name', label: registerTableLabels.indicator, kind: 'text' },
    { id: 'unit_id', label: registerTableLabels.unit, kind: 'text' },
    { id: 'target', label: w.year_target, kind: 'amount', unit_in: 'unit_id', large: true },
    { id: 'this_month', label: w.this_month, kind: 'amount', unit_in: 'unit_id', large: true },
    { id: 'cumulative', label: w.cumulative, kind: 'amount', unit_in: 'unit_id', large: true },
    { id: 'year_on_year', label: w.year_on_year, kind: 'ratio' },
    { id: 'completion', label: w.completion, kind: 'ratio' },
    { id: 'elapsed', label: w.elapsed, kind: 'ratio' },
    { id: 'responsible', label: registerTableLabels.unit_in_charge, kind: 'text' },
    { id: 'deadline', label: registerTableLabels.deadline, kind: 'date' },
    {
      id: 'completed_value',
      label: w.completed_value,
      kind: 'amount',
      unit_in: 'unit_id',
      large: true,
    },
    { id: 'basis', label: w.basis, kind: 'text' },
    {
      id: 'plan_to_date',
      label: registerTableLabels.plan_to_date,
      kind: 'amount',
      unit_in: 'unit_id',
      large: true,
      digits: 1,
    },
    { id: 'ahead', label: w.ahead, kind: 'number', digits: 1 },
    { id: 'value_date', label: registerTableLabels.value_date, kind: 'date' },
    { id: 'value_status', label: registerTableLabels.data_status, kind: 'text' },
    { id: 'source', label: registerTableLabels.source, kind: 'text' },
  ],
  rows: overview.targets
    .filter(({ kind }) => kind !== 'qualitative')
    .map((row) =>
      makeRow(row, lastWholeMonth(overview.as_of), { profile, observations }, language),
    ),
});
