import { keepResults } from '#charts/kit/keep-results.ts';
import type { FigureOf } from '#charts/kit/table.ts';
import type { AxisUnit } from '#charts/kit/annotation-axis.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { periodName, periodTick } from '#domain/analysis/events/period-name.ts';
import {
  keepDecimals,
  measureUnit,
  toDisplayValue,
  type MeasureUnit,
} from '#charts/kit/text/units.ts';
import {
  type EventRow,
  type EventSeries,
  type EventSum,
  findKnownSum,
  type SeriesPeriod,
} from '#domain/analysis/events/event-series.ts';
import type { IndicatorPeriod, IndicatorSeries } from '#domain/analysis/events/indicator-series.ts';
import { isWhole, type RecordedPeriod } from '#domain/analysis/events/record-periods.ts';
import { compact } from '#domain/values/compact.ts';
import { type Decimal, subtractDecimal } from '#domain/values/decimal.ts';
import { dayNumber } from '#domain/values/date.ts';
import { formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { largestValue } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { seriesLabels } from './labels/index.ts';
import { makeBrackets, writeValue } from './brackets.ts';
import { countUnit, eventOf, periodFigures } from './period-figures.ts';
import type {
  AxisPeriod,
  ChartSeries,
  SeriesBlock,
  SeriesRow,
  SeriesValue,
} from './series-types.ts';

/**
 * Finds the value of a sum in a currency, or its count.
 * @returns major units; undefined if nothing is disclosed
 */
export function sumValue(sum: EventSum | undefined, currency: string): Decimal | undefined {
  if (sum === undefined) return undefined;
  if (currency === countUnit) return String(sum.count);
  const money = sum.amounts.find((one) => one.currency === currency);
  if (money !== undefined) return toMajor(fromWire(money));
  return sum.undisclosed > 0 && sum.amounts.length === 0 ? undefined : '0';
}

/** Lists the currencies of a series, that of the zone first; one empty text for counts. */
export function listCurrencies({ measure, rows }: EventSeries, base: string): readonly string[] {
  if (measure === 'projects') return [countUnit];
  const currencies = new Set(
    rows.flatMap(({ opening, periods }) =>
      [opening, ...periods.map(({ sum }) => sum)].flatMap((sum) =>
        (sum?.amounts ?? []).map(({ currency }) => currency),
      ),
    ),
  );
  const inOrder = [...currencies].toSorted();
  if (currencies.size === 0) return [base];
  return currencies.has(base) ? [base, ...inOrder.filter((one) => one !== base)] : inOrder;
}

/** Returns the currency in which the zone counts, as an ISO 4217 code. */
export const baseCurrency = ({ zone }: Overview): string => zone.base_currency;

/**
 * Events of one side of a comparison. Both sides take the multiple of the larger value of each
 * currency.
 */
export type SizedEvents = EventSeries & { readonly like?: Readonly<Record<string, Decimal>> };
/** An indicator of one side of a comparison with another day. */
export type SizedIndicator = IndicatorSeries & { readonly like?: Decimal };

/** The largest value of a currency. */
export function largestSum({ rows }: EventSeries, currency: string, isTotal: boolean): Decimal {
  const sums = rows.flatMap(({ opening, periods }) =>
    isTotal ? [opening, ...periods.map(({ total }) => total)] : periods.map(({ sum }) => sum),
  );
  return largestValue(sums.flatMap((sum) => sumValue(sum, currency) ?? []));
}

/** Finds the format of the values of a block: all of one currency in one multiple. */
export function findSeriesUnit(
  events: SizedEvents,
  currency: string,
  language: Language,
  isTotal: boolean,
): MeasureUnit {
  const like = events.like?.[currency] ?? largestSum(events, currency, isTotal);
  return measureUnit(currency === countUnit ? 'projects' : currency, language, like);
}

function makeValue(
  period: SeriesPeriod,
  of: FigureOf,
  currency: string,
  unit: MeasureUnit,
): SeriesValue {
  const [value, before, total] = [findKnownSum(period), period.before, period.total].map((sum) =>
    sumValue(sum, currency),
  );
  const show = (one: Decimal | undefined): number | undefined =>
    one === undefined ? undefined : toDisplayValue(one, unit);
  const write = (one: Decimal | undefined): string | undefined =>
    one === undefined ? undefined : writeValue(one, unit);
  return {
    text: write(value) ?? (period.sum === undefined ? '' : '—'),
    undisclosed: period.sum?.undisclosed ?? 0,
    figures: periodFigures(
      currency === countUnit ? 'event_projects' : 'event_amount',
      'event_total',
      of,
      period.first_month,
    ),
    ...compact({
      value: show(value),
      before: show(before),
      beforeText: write(before),
      total: show(total),
      totalText: write(total),
    }),
  };
}

/** The year to date, the year before, and the difference. */
function makeHead({ to_date }: EventRow, currency: string, unit: MeasureUnit): string[] {
  const text = seriesLabels[unit.language];
  if (to_date === undefined) return [];
  const [now, before] = [sumValue(to_date.now, currency), sumValue(to_date.before, currency)];
  if (now === undefined) return [];
  const months = text.months(String(to_date.year), String(to_date.months));
  const first = text.toDate(months, writeValue(now, unit));
  if (before === undefined) return [first, text.noYearBefore];
  const difference = toDisplayValue(subtractDecimal(now, before), unit);
  return [
    first,
    text.yearBefore(writeValue(before, unit)),
    formatNumber(difference, unit.language, unit.digits, true),
  ];
}

function makeRow(
  row: EventRow,
  { measure, size }: EventSeries,
  currency: string,
  unit: MeasureUnit,
): SeriesRow {
  const text = seriesLabels[unit.language];
  return {
    key: row.event,
    event: row.event,
    name: text.groups[row.event],
    lineName: text.lines[row.event],
    head: makeHead(row, currency, unit),
    values: row.periods.map((period) =>
      makeValue(
        period,
        { target: measure, period: size, ...eventOf(row.event, currency) },
        currency,
        unit,
      ),
    ),
    opening: toDisplayValue(sumValue(row.opening, currency) ?? '0', unit),
  };
}

type DrawnPeriod = RecordedPeriod & Pick<IndicatorPeriod, 'breaks'>;
const makeAxis = (periods: readonly DrawnPeriod[], language: Language): AxisPeriod[] =>
  periods.map((period) => ({
    key: period.key,
    tick: periodTick(period, language),
    year: period.first_month.slice(0, 4),
    name: periodName(period, language),
    state: period.state,
    isPartial: period.state !== 'unknown' && !isWhole(period),
    hasBreak: period.breaks !== undefined,
    from: dayNumber(period.start),
    to: dayNumber(period.end) + 1,
  }));

const axisUnit = ({ unit, scale, word }: MeasureUnit): AxisUnit => ({ unit, scale, word });

/** Whether the cumulative form draws a row: leaving is no step forward. */
const isDrawn = ({ event }: EventRow, isTotal: boolean): boolean => !isTotal || event !== 'exit';

function eventBlocks(
  overview: Overview,
  events: EventSeries,
  language: Language,
  isTotal: boolean,
): SeriesBlock[] {
  return listCurrencies(events, baseCurrency(overview)).map((currency) => {
    const unit = findSeriesUnit(events, currency, language, isTotal);
    return {
      key: currency,
      heading: currency === countUnit ? '' : unit.word,
      axis: axisUnit(unit),
      isCounted: currency === countUnit,
      rows: events.rows
        .filter((row) => isDrawn(row, isTotal) || events.rows.length === 1)
        .map((row) => makeRow(row, events, currency, unit)),
      brackets: isTotal ? makeBrackets(events, currency, unit) : [],
    };
  });
}

/** The format of the values of an indicator. */
export const indicatorUnit = (
  { indicator, periods, like }: SizedIndicator,
  language: Language,
): MeasureUnit => {
  const values = periods.flatMap(({ value }) => value ?? []);
  return keepDecimals(measureUnit(indicator.unit, language, like ?? largestValue(values)), values);
};

function indicatorBlock(series: IndicatorSeries, language: Language): SeriesBlock {
  const unit = indicatorUnit(series, language);
  const show = (one: Decimal | undefined): number | undefined =>
    one === undefined ? undefined : toDisplayValue(one, unit);
  const write = (one: Decimal | undefined): string | undefined =>
    one === undefined ? undefined : writeValue(one, unit);
  return {
    key: series.indicator.id,
    heading: unit.word,
    axis: axisUnit(unit),
    isCounted: false,
    brackets: [],
    rows: [
      {
        key: series.indicator.id,
        name: series.indicator.name[language],
        lineName: series.indicator.name[language],
        head: [],
        opening: 0,
        values: series.periods.map(({ value, before, first_month }) => ({
          figures: periodFigures(
            'period_value',
            'period_value',
            { target: series.indicator.id, period: series.size },
            first_month,
          ),
          text: write(value) ?? '',
          undisclosed: 0,
          ...compact({ value: show(value), before: show(before), beforeText: write(before) }),
        })),
      },
    ],
  };
}

/** Whether totals are drawn. Only events have them. */
export const isCumulative = ({ series }: Overview, { options }: ChartContext): boolean =>
  options.form === 'cumulative' && series?.events !== undefined;

/** The periods and the rows of each unit, with their texts. */
export const chartSeries = keepResults((overview: Overview, context: ChartContext): ChartSeries => {
  const { language } = context;
  const { events, indicator } = overview.series ?? {};
  const isTotal = isCumulative(overview, context);
  const periods = events?.rows[0]?.periods ?? indicator?.periods ?? [];
  return {
    form: isTotal ? 'cumulative' : 'periods',
    size: events?.size ?? indicator?.size ?? 'quarter',
    isExample: overview.strip.data_status === 'illustrative',
    periods: makeAxis(periods, language),
    blocks:
      periods.length === 0
        ? []
        : events === undefined
          ? indicator === undefined
            ? []
            : [indicatorBlock(indicator, language)]
          : eventBlocks(overview, events, language, isTotal),
    words: seriesLabels[language].tips,
    noRecord: seriesLabels[language].noRecord,
  };
});
