import {
  fullText,
  type MeasureUnit,
  numberText,
  toDisplayValue,
  valueText,
} from '#charts/kit/text/units.ts';
import type { AxisUnit } from '#charts/kit/annotation-axis.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import { toMonth } from '#domain/values/date.ts';
import { roundTicks, tickDigits } from '#charts/kit/style/scale.ts';
import type { ForecastRecord } from '#domain/targets/forecast-record.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import { recordLabels } from './labels/index.ts';
import {
  findSide,
  madeForecasts,
  recordUnit,
  writeForecast,
  type MadeForecast,
  type Side,
} from './rows.ts';

/** The band of one past forecast with its result, in the display unit. */
export interface RecordMark {
  readonly id: string;
  /** The month below the mark. */
  readonly month: string;
  /** Its name alone: 9月, Sep. */
  readonly shortMonth: string;
  readonly name: string;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly result?: number;
  readonly side?: Side;
  /** The value of a result outside the band, written beside its mark. */
  readonly outsideText?: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** The figures of the middle of the band and of the result. */
  readonly figures: { readonly band: TableFigure; readonly result: TableFigure };
}
export interface RecordSeries {
  /** The unit of its values. */
  readonly axis: AxisUnit;
  readonly marks: readonly RecordMark[];
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  readonly from: number;
  readonly to: number;
}

/** The indicators that have a number, in the order of the overview. */
export const recordMeasures = (overview: Overview) =>
  overview.targets
    .filter(({ kind }) => kind !== 'qualitative')
    .filter(({ indicator }, at, all) => all.findIndex((one) => one.indicator === indicator) === at);

/**
 * The record of the chosen indicator, else of the first target. A link to a chart has no targets;
 * it has the records in the same order.
 * @returns undefined if the indicator has no past forecasts
 */
export function findRecord(
  overview: Overview,
  { measure }: ChartOptions,
): ForecastRecord | undefined {
  const items = overview.forecasts?.items ?? [];
  const chosenMeasure = measure ?? recordMeasures(overview)[0]?.indicator ?? items[0]?.indicator;
  return items.find(({ indicator }) => indicator === chosenMeasure);
}

function makeMark(
  past: MadeForecast,
  unit: MeasureUnit,
  { indicator, deadline }: ForecastRecord,
  ahead: string,
  language: Language,
): RecordMark {
  const text = recordLabels[language];
  const side = findSide(past);
  const at = (value: number | string): number => toDisplayValue(value, unit);
  const { p10, p25, p50, p75, p90 } = past.forecast;
  const month = deadline !== undefined ? past.period : past.at.slice(0, 7);
  const words = writeForecast(past, unit);
  return {
    id: past.period,
    month,
    shortMonth: formatMonth(month, language, 'name'),
    name: formatMonth(month, language, 'long'),
    p10: at(p10),
    p25: at(p25),
    p50: at(p50),
    p75: at(p75),
    p90: at(p90),
    ...compact({
      result: past.result === undefined ? undefined : at(past.result),
      side,
      outsideText:
        side === undefined || side === 'inside' ? undefined : valueText(past.result ?? '0', unit),
    }),
    figures: {
      band: {
        measure: 'past_forecast',
        of: { ahead, target: indicator, month: past.period, point: 'p50' },
      },
      result: {
        measure: 'period_value',
        of: { target: indicator, period: 'month', first_month: toMonth(past.at) },
      },
    },
    lines: [
      { label: text.low, value: words.p10 },
      { label: text.middle, value: words.p50 },
      { label: text.high, value: words.p90 },
      { label: text.columns.result, value: words.result ?? text.pending },
    ],
  };
}

/** The bands of the past forecasts of one indicator with their results, oldest first. */
export function recordSeries(
  record: ForecastRecord | undefined,
  ahead: string,
  language: Language,
): RecordSeries {
  if (record === undefined)
    return { axis: { unit: '', scale: 0, word: '' }, marks: [], ticks: [], from: 0, to: 1 };
  const unit = recordUnit(record, language);
  const marks = madeForecasts(record).map((past) => makeMark(past, unit, record, ahead, language));
  const values = marks.flatMap(({ p10, p90, result }) => [p10, p90, result ?? p90]);
  // without a forecast there is no scale to draw
  const ticks = marks.length === 0 ? [] : roundTicks(Math.max(0, ...values), 3);
  const digits = tickDigits(ticks);
  return {
    axis: { unit: unit.unit, scale: unit.scale, word: unit.word },
    marks,
    ticks: ticks.map((value, at) => ({
      value,
      label:
        at === ticks.length - 1
          ? fullText(value * 10 ** unit.scale, unit, digits)
          : numberText(value, digits),
    })),
    from: Math.min(0, ...values),
    to: Math.max(...values, ticks.at(-1) ?? 1),
  };
}
