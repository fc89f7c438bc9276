import { fromNumber } from '#domain/values/decimal.ts';
import { makeRowUnit } from '#charts/targets/data/row-unit.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { datedMarks } from './dated-marks.ts';
import { earlierLines } from './earlier-lines.ts';
import { findPlanRoute } from '#domain/targets/plan.ts';
import { dayNumber } from '#domain/values/date.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { basisTerms, missingTerms } from '#domain/labels/index.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import { keepLast } from '#charts/kit/keep-results.ts';
import { roundTicks, tickDigits } from '#charts/kit/style/scale.ts';
import { fullText, type MeasureUnit, numberText, toDisplayValue } from '#charts/kit/text/units.ts';
import type { ProgressSeries } from './series-types.ts';
import { type PlanCorner, planAt, planLine } from './plan-line.ts';
import { drawnPoints, isYearToDateDrawn, type MeasurePoint } from './points.ts';
import { breakDays, runs } from './runs.ts';
import { futurePoints } from './focus-text.ts';
import { drawnPoint, monthFigure } from './drawn-point.ts';
import { forecastMark, gapBands, lastMark, targetMark } from './series-marks.ts';
import { progressLabels } from './labels/index.ts';
import { timeAxis } from './time-axis.ts';

/**
 * Finds the row of a figure: the requested one, else the zone's main measure, else the first with a
 * number.
 * @returns undefined if no target has a number
 */
export const findRow = (overview: Overview, options: ChartOptions): TargetRow | undefined =>
  overview.targets.find((row) => targetKey(row) === (options.measure ?? overview.main_measure)) ??
  overview.targets.find((row) => targetKey(row) === overview.main_measure) ??
  overview.targets.find((row) => row.kind !== 'qualitative');

/**
 * Chooses the range: up to now while the value is under 15 % of the target, where the whole range
 * would flatten it; else the whole range.
 */
export const chooseRange = (
  row: TargetRow | undefined,
  options: ChartOptions,
): 'to_date' | 'to_target' =>
  options.range ??
  (row?.completion === undefined || row.target === undefined || row.completion < 0.15
    ? 'to_date'
    : 'to_target');

/**
 * Chooses the unit of the figure by the larger of target and values, so that a small start is not
 * written in another unit.
 */
export function progressUnit(row: TargetRow, language: Language): MeasureUnit {
  const most = row.series.reduce((top, { value }) => Math.max(top, Number(value ?? 0)), 0);
  return makeRowUnit(row, language, row.target ?? fromNumber(most));
}

/**
 * Chooses the plan. It is beside the months only where both measure the same: beside a year to date
 * only in the planned year.
 */
export const choosePlan = (
  row: TargetRow,
  range: 'to_date' | 'to_target',
  overview: Pick<Overview, 'plan'>,
): readonly PlanCorner[] =>
  row.kind === 'annual_flow' && range === 'to_date' && findPlanRoute(row)?.in_months !== true
    ? []
    : planLine(row, overview.plan);

/** Cuts the corners of the plan to the drawn span, with an end where the span ends. */
function drawnPlan(
  line: readonly PlanCorner[],
  from: number,
  to: number,
  unit: MeasureUnit,
): ProgressSeries['plan'] {
  const end = line.at(-1)?.day;
  const inside = line
    .filter(({ day }) => day >= from && day <= to)
    .map((corner, index) => ({
      day: corner.day,
      v: toDisplayValue(corner.value, unit),
      checkpoint: corner.marked && (index > 0 || corner.day > (line[0]?.day ?? 0)),
      target: corner.day === end,
    }));
  const cut = (day: number) => {
    const value = planAt(line, day);
    return value === undefined
      ? []
      : [{ day, v: toDisplayValue(value, unit), checkpoint: false, target: false }];
  };
  const before = inside[0]?.day === from ? [] : cut(from);
  const after = inside.at(-1)?.day === to || (end !== undefined && to > end) ? [] : cut(to);
  return [...before, ...inside, ...after];
}

/** The series of a chart without a measure. */
const emptySeries = (range: ProgressSeries['range'], language: Language): ProgressSeries => ({
  indicator: '',
  range,
  max: 1,
  yTicks: [],
  time: timeAxis(0, 1, [], '', language),
  points: [],
  runs: [],
  gaps: [],
  breaks: [],
  plan: [],
  ahead: [],
  earlier: [],
  marks: [],
  empty: missingTerms.not_reported[language],
});

/** Finds the first and the last day of the time axis; at least sixty days. */
function drawnDays(
  row: TargetRow,
  points: readonly MeasurePoint[],
  line: readonly PlanCorner[],
  { range, as_of }: { readonly range: ProgressSeries['range']; readonly as_of: string },
): { readonly from: number; readonly to: number } {
  const first = points[0]?.day ?? dayNumber(as_of);
  const last = points.at(-1)?.day ?? dayNumber(as_of);
  if (range === 'to_target')
    return {
      from: Math.min(first, line[0]?.day ?? first),
      to: Math.max(dayNumber(row.deadline), last),
    };
  return { from: last - first < 60 ? last - 60 : first, to: last };
}

/** Makes round ticks up to a height, the highest with its unit. */
function valueTicks(ticks: readonly number[], unit: MeasureUnit): ProgressSeries['yTicks'] {
  const digits = tickDigits(ticks);
  return ticks.map((v, index) => ({
    v,
    label:
      index === ticks.length - 1
        ? fullText(v * 10 ** unit.scale, unit, digits)
        : v === 0
          ? '0'
          : numberText(v, digits),
  }));
}

/** Names the last value; the targets table shows the value of twelve months as now. */
const nowName = (isYearToDate: boolean, language: Language): string =>
  isYearToDate ? sentenceStart(basisTerms.year_to_date[language]) : progressLabels[language].now;

/** The parts of an overview, beside the row of its target, that the chart draws. */
type DrawnParts = Pick<Overview, 'as_of' | 'phases' | 'plan' | 'beside'>;

function makeSeries(
  row: TargetRow,
  overview: DrawnParts,
  options: ChartOptions,
  language: Language,
): ProgressSeries {
  const range = chooseRange(row, options);
  const unit = progressUnit(row, language);
  const points = drawnPoints(row, range);
  const line = choosePlan(row, range, overview);
  const { from, to } = drawnDays(row, points, line, { range, as_of: overview.as_of });
  const forecast = forecastMark(row, unit, range, language);
  const plan = drawnPlan(line, from, to, unit);
  const target = row.target === undefined ? 0 : toDisplayValue(row.target, unit);
  const reach = Math.max(
    0,
    ...points.flatMap(({ value }) => (value === undefined ? [] : [toDisplayValue(value, unit)])),
    ...plan.map(({ v }) => v),
    ...(forecast === undefined ? [] : [forecast.p90]),
  );
  const top = range === 'to_target' || target <= reach * 1.3 ? Math.max(reach, target) : reach;
  const max = (top > 0 ? top : 1) * 1.1;
  // without a height there is no tick
  const ticks = top > 0 ? roundTicks(max / 1.02, 5).filter((v) => v <= max) : [0];
  const flow = isYearToDateDrawn(row, range);
  const now = nowName(flow, language);
  const marks = datedMarks(row, options, from, language);
  const last = lastMark(now, { points, line }, unit, overview, language);
  return {
    indicator: targetKey(row),
    range,
    max,
    yTicks: valueTicks(ticks, unit),
    time: timeAxis(from, to, overview.phases, overview.as_of, language),
    points: points.map((point) =>
      drawnPoint(point, monthFigure(row, point, flow), {
        marks,
        unit,
        overview,
        language,
        plan: planAt(line, point.day),
      }),
    ),
    runs: runs(points, unit, flow),
    gaps: gapBands(points, language),
    breaks: breakDays(points),
    plan,
    ahead: futurePoints(row, { points, line }, forecast, unit, language).filter(
      ({ day }) => day <= to,
    ),
    ...compact({
      empty: last === undefined ? sentenceStart(absentValue(row, language)) : undefined,
      last,
    }),
    earlier: earlierLines(row, unit, { from, to, max }, language),
    marks,
    ...compact({ target: targetMark(row, unit, max, overview, language), forecast }),
  };
}

/** A filter changes no row of a target, so its series is made once. */
const seriesOfRow = keepLast(makeSeries);

/**
 * Makes one measure over months, ready to draw: true time scale, plan, gaps, target and, in the
 * range up to the target, the forecast.
 */
export function progressSeries(
  overview: Overview,
  options: ChartOptions,
  language: Language,
): ProgressSeries {
  const row = findRow(overview, options);
  if (row === undefined) return emptySeries(chooseRange(row, options), language);
  const { as_of, phases, plan, beside } = overview;
  return seriesOfRow(row, { as_of, phases, plan, ...compact({ beside }) }, options, language);
}
