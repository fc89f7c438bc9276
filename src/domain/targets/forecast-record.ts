import { compact } from '#domain/values/compact.ts';
import { type DataStatus, weakestStatus } from '#domain/values/data-status.ts';
import { compareDecimal, type Decimal, fromNumber } from '#domain/values/decimal.ts';
import { forecast } from './forecast.ts';
import { scoreChances } from './forecasting/brier.ts';
import { makePlanOn } from './forecasting/straight-plan.ts';
import {
  type Indicator,
  isBrokenBetween,
  type Observation,
  type Target,
} from '#domain/zone/indicator.ts';
import type { Text } from '#domain/values/language.ts';
import { makeTargetRow } from './make-target-row.ts';
import type { Forecast, ForecastRefusal } from './target-row.ts';
import {
  addMonths,
  monthEnd,
  toMonth,
  type IsoDate,
  type Month,
  lastWholeMonth,
} from '#domain/values/date.ts';
import { makeHistory, type Level } from './series.ts';
import { sameWords } from '#domain/values/term.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { findMonthEnds } from '#domain/zone/zone-days.ts';
import {
  type PastForecast,
  type ForecastScores,
  leastResults,
  scoreForecasts,
} from '#domain/targets/forecasting/forecast-scores.ts';

/** Horizons of a forecast record: the deadline of the target, or a number of months. */
export const recordHorizons = ['deadline', '3', '6', '12', '24'] as const;
export type RecordHorizon = (typeof recordHorizons)[number];

/**
 * A value of a month from its recording until it was replaced or undone. `until` is omitted for a
 * current value.
 */
export interface ObservationVersion extends Omit<Observation, 'earlier'> {
  readonly recorded_at: string;
  readonly until?: string;
}

/** The past forecasts of one indicator, oldest first. */
export interface ForecastRecord {
  readonly indicator: string;
  readonly name: Text;
  readonly unit: string;
  readonly data_status: DataStatus;
  /** Forecasts to a deadline. */
  readonly deadline?: IsoDate;
  readonly forecasts: readonly PastForecast[];
  /** The number of forecasts with a result. */
  readonly results: number;
  /** Omitted under eight results. */
  readonly scores?: ForecastScores;
  /** Why no month has a forecast. */
  readonly refused?: ForecastRefusal;
}
export interface ForecastRecords {
  readonly as_of: IsoDate;
  readonly ahead: RecordHorizon;
  readonly items: readonly ForecastRecord[];
}

/** The input of the forecast records of a zone. */
export interface ForecastRecordInput {
  readonly profile: Pick<ZoneProfile, 'indicators' | 'targets' | 'thresholds' | 'time_zone'>;
  readonly as_of: IsoDate;
  readonly ahead: RecordHorizon;
  readonly versions: readonly ObservationVersion[];
}

/**
 * Selects the values of an indicator that were known at the end of a month. A month that was
 * recorded later has its current value.
 */
function selectValuesAt(
  versions: readonly ObservationVersion[],
  month: Month,
  /** The last moment of the month in the zone. */
  moment: string,
): { readonly observations: Observation[]; readonly later: boolean } {
  const observations: Observation[] = [];
  let later = false;
  for (const [period, list] of Map.groupBy(versions, (version) => version.period)) {
    if (period > month) continue;
    const currentValue = list.find(
      ({ recorded_at, until }) => recorded_at <= moment && (until === undefined || until > moment),
    );
    const storedValue = currentValue ?? list.find(({ until }) => until === undefined);
    if (storedValue !== undefined) observations.push(storedValue);
    later ||= currentValue === undefined && storedValue !== undefined;
  }
  return { observations, later };
}

/** The subject of a record. `target` is set for forecasts to its deadline. */
interface Subject {
  readonly indicator: Indicator;
  readonly target?: Target;
  readonly input: ForecastRecordInput;
  readonly endOf: (month: Month) => string;
}

/** Makes the forecast at the end of a month. To a deadline it is that of the targets table. */
function makeForecastAt(
  { indicator, target, input }: Subject,
  period: Month,
  at: IsoDate,
  observations: readonly Observation[],
): Forecast {
  const as_of = monthEnd(period);
  if (target === undefined)
    return forecast({
      indicator,
      history: makeHistory(indicator, observations, as_of, as_of),
      period,
      at,
      as_of,
      met: false,
      stale: false,
    });
  const { thresholds } = input.profile;
  return makeTargetRow(target, indicator, {
    as_of,
    path: 'straight',
    checkpoints: [],
    thresholds,
    observations,
    notes: [],
    sourceTitle: sameWords,
  }).forecast;
}

function findOutcome(
  forecast: Forecast,
  result: Decimal | undefined,
): Pick<PastForecast, 'result' | 'inside'> {
  if (result === undefined) return {};
  if (forecast.kind === 'refused') return { result };
  const [low, high] = [fromNumber(forecast.p10), fromNumber(forecast.p90)];
  return { result, inside: compareDecimal(result, low) >= 0 && compareDecimal(result, high) <= 0 };
}

function makePastForecasts(
  subject: Subject,
  versions: readonly ObservationVersion[],
  levels: readonly Level[],
): PastForecast[] {
  const { target, input, endOf } = subject;
  const past: PastForecast[] = [];
  const first = levels[0]?.period ?? '9999-12';
  const last =
    [
      lastWholeMonth(input.as_of),
      ...(target === undefined ? [] : [addMonths(toMonth(target.deadline), -1)]),
    ].sort()[0] ?? first;
  for (let period = first; period <= last; period = addMonths(period, 1)) {
    const at = target?.deadline ?? monthEnd(addMonths(period, Number(input.ahead)));
    // a result on another definition is no result of this forecast
    if (isBrokenBetween(subject.indicator, period, toMonth(at))) continue;
    const { observations, later } = selectValuesAt(versions, period, endOf(period));
    const forecast = makeForecastAt(subject, period, at, observations);
    const result = levels.find((level) => level.period === toMonth(at))?.value;
    past.push({ period, at, recomputed: later, forecast, ...findOutcome(forecast, result) });
  }
  return past;
}

/** Adds the score of the chances to the others. */
function addBrier(
  scores: ForecastScores | undefined,
  subject: Subject,
  forecasts: readonly PastForecast[],
  history: ReturnType<typeof makeHistory>,
): ForecastScores | undefined {
  const plan = makePlanOn(subject.indicator, subject.input.profile.targets, history.levels);
  if (scores === undefined || plan === undefined || subject.target !== undefined) return scores;
  const judgements = forecasts.flatMap(({ forecast: past, at, result }) => {
    const value = plan.on(at);
    return past.kind === 'range' && result !== undefined && value !== undefined
      ? [{ forecast: past, result, plan: value }]
      : [];
  });
  return {
    ...scores,
    ...compact({
      brier:
        judgements.length < leastResults ? undefined : scoreChances(judgements, plan.direction),
    }),
  };
}

function makeForecastRecord(subject: Subject): ForecastRecord {
  const { indicator, target, input } = subject;
  const versions = input.versions.filter((version) => version.indicator === indicator.id);
  const now = versions.filter(({ until }) => until === undefined);
  const history = makeHistory(indicator, now, input.as_of, input.as_of);
  const levels = history.levels.filter((level) => level.basis !== 'year_to_date');
  const forecasts = makePastForecasts(subject, versions, levels);
  const ranges = forecasts.filter(({ forecast: past }) => past.kind === 'range');
  const last = forecasts.at(-1)?.forecast;
  const scores = addBrier(scoreForecasts(forecasts), subject, forecasts, history);
  return {
    indicator: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    data_status: weakestStatus(levels.map((level) => level.data_status)),
    ...compact({ deadline: target?.deadline }),
    forecasts: ranges.length === 0 ? [] : forecasts,
    results: ranges.filter(({ result }) => result !== undefined).length,
    ...compact({
      scores,
      refused:
        ranges.length > 0
          ? undefined
          : last?.kind === 'refused'
            ? last.reason
            : 'too_few_observations',
    }),
  };
}

/**
 * Makes the forecast records of all numeric indicators, or of all targets for forecasts to
 * deadlines. Each has the forecasts of every past month with their results, except those that a
 * break in the series separates from their day.
 */
export function makeForecastRecords(input: ForecastRecordInput): ForecastRecords {
  const { indicators, targets } = input.profile;
  const endOf = findMonthEnds(input.profile);
  const subjects: Subject[] =
    input.ahead === 'deadline'
      ? targets.flatMap((target) => {
          const indicator = indicators.find(({ id }) => id === target.indicator);
          return indicator === undefined || target.value === undefined
            ? []
            : [{ indicator, target, input, endOf }];
        })
      : indicators.map((indicator) => ({ indicator, input, endOf }));
  return {
    as_of: input.as_of,
    ahead: input.ahead,
    items: subjects
      .filter(({ indicator }) => indicator.kind !== 'qualitative')
      .map(makeForecastRecord),
  };
}
