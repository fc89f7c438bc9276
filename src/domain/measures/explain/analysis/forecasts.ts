import type { ForecastRecord } from '#domain/targets/forecast-record.ts';
import type { PastForecast } from '#domain/targets/forecasting/forecast-scores.ts';
import { refusalTerms } from '#domain/labels/targets/forecast.ts';
import type { Month } from '#domain/values/date.ts';
import { fromNumber, roundNoise } from '#domain/values/decimal.ts';
import { formatDate, formatMonth, formatNumber, formatValue } from '#domain/values/format.ts';
import { analysisTerms } from './labels/index.ts';
import type {
  DayExplanation,
  ExplainedPart,
  ExplainedValue,
} from '#domain/measures/explanation.ts';
import { absences, inAll, leftOut } from '#domain/measures/explain/texts.ts';

/** The past forecasts of an indicator, and the months behind them. */
export interface RecordSubject {
  readonly record: ForecastRecord;
  readonly values: readonly ExplainedValue[];
  readonly sources: NonNullable<DayExplanation['sources']>;
}
export const bandPoints = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;
export type BandPoint = (typeof bandPoints)[number];

const common = ({ record, sources }: RecordSubject) => ({
  subject: record.name,
  sources,
  data_status: record.data_status,
});
const withoutResult = ({ record }: RecordSubject) =>
  leftOut(
    analysisTerms.reasons.no_result,
    record.forecasts.filter(
      ({ forecast, result }) => forecast.kind === 'range' && result === undefined,
    ).length,
  );

function describePast({ at, recomputed, forecast }: PastForecast): ExplainedPart[] {
  return [
    {
      name: analysisTerms.parts.forecast_day,
      text: inAll((language) => formatDate(at, language, 'long')),
    },
    ...(forecast.kind === 'range'
      ? [
          {
            name: analysisTerms.parts.months_ahead,
            text: inAll(
              (language) =>
                formatValue(String(forecast.months), 'months', language, { digits: 0 }).text,
            ),
          },
        ]
      : []),
    {
      name: analysisTerms.parts.values_used,
      text: recomputed ? analysisTerms.values.recomputed : analysisTerms.values.as_recorded,
    },
  ];
}

/** Explains one point of the band of a past forecast. */
export function explainPast(
  subject: RecordSubject,
  period: Month | undefined,
  point: BandPoint,
): DayExplanation {
  const { record, values } = subject;
  const past =
    period === undefined
      ? record.forecasts.findLast(({ forecast }) => forecast.kind === 'range')
      : record.forecasts.find((one) => one.period === period);
  const rows = {
    kind: 'values',
    items: values.filter((one) => past === undefined || one.period <= past.period),
  } as const;
  const base = { ...common(subject), rows };
  if (past === undefined) return { ...base, absent: absences.no_value };
  const { forecast } = past;
  const names = {
    ...base,
    subject: inAll(
      (language) =>
        `${record.name[language]} · ${formatMonth(past.period, language, 'long')} · ${point.slice(1)}%`,
    ),
    parts: describePast(past),
  };
  if (forecast.kind === 'refused') return { ...names, absent: refusalTerms[forecast.reason] };
  const value = roundNoise(forecast[point]);
  return {
    ...names,
    text: inAll((language) => formatValue(value, record.unit, language).text),
    exact: [{ value, unit: record.unit }],
    data_status: 'forecast',
  };
}

/** Explains how many results are inside the band. */
export function explainInside(subject: RecordSubject, far: boolean): DayExplanation {
  const { record, values } = subject;
  const counts = far ? record.scores?.far : record.scores?.near;
  const rows = { kind: 'values', items: values } as const;
  if (counts === undefined)
    return {
      ...common(subject),
      absent: absences.few_results,
      left_out: withoutResult(subject),
      rows,
    };
  return {
    ...common(subject),
    text: inAll(
      (language) =>
        `${formatNumber(String(counts.inside), language, 0)} / ${formatNumber(String(counts.results), language, 0)}`,
    ),
    exact: [{ value: String(counts.inside), unit: 'items' }],
    parts: [
      {
        name: analysisTerms.parts.how_far,
        text: far ? analysisTerms.how_far.over_two_years : analysisTerms.how_far.two_years,
      },
    ],
    left_out: withoutResult(subject),
    rows,
  };
}

/** Explains the score of the chances, beside the score of a constant chance. */
export function explainBrier(subject: RecordSubject): DayExplanation {
  const brier = subject.record.scores?.brier;
  const rows = { kind: 'values', items: subject.values } as const;
  if (brier === undefined)
    return {
      ...common(subject),
      absent: absences.few_results,
      left_out: withoutResult(subject),
      rows,
    };
  const number = (value: number) => inAll((language) => formatNumber(String(value), language, 2));
  return {
    ...common(subject),
    text: number(brier.score),
    exact: [{ value: String(brier.score), unit: '' }],
    parts: [
      {
        name: analysisTerms.parts.constant_chance,
        text: number(brier.constant),
      },
    ],
    left_out: withoutResult(subject),
    rows,
  };
}

/** Explains the median difference of results from the middle of their forecasts. */
export function explainError(subject: RecordSubject): DayExplanation {
  const { record, values } = subject;
  const error = record.scores?.median_error;
  const rows = { kind: 'values', items: values } as const;
  if (error === undefined)
    return {
      ...common(subject),
      absent: absences.few_results,
      left_out: withoutResult(subject),
      rows,
    };
  const value = fromNumber(error);
  return {
    ...common(subject),
    text: inAll((language) => formatValue(value, record.unit, language, { signed: true }).text),
    exact: [{ value, unit: record.unit }],
    left_out: withoutResult(subject),
    rows,
  };
}
