import type { ChartContext } from '#charts/kit/definition.ts';
import {
  type ChartTable,
  type FigureOf,
  makeIds,
  type NumberColumn,
  type TableColumn,
} from '#charts/kit/table.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { periodName } from '#domain/analysis/events/period-name.ts';
import type { EventRow, EventSeries, EventSum } from '#domain/analysis/events/event-series.ts';
import type { IndicatorSeries } from '#domain/analysis/events/indicator-series.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { addMonths } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import { findKnownSum } from '#domain/analysis/events/event-series.ts';
import type { Language } from '#domain/values/language.ts';
import { seriesLabels } from './labels/index.ts';
import { countUnit, eventOf } from './period-figures.ts';
import {
  baseCurrency,
  listCurrencies,
  indicatorUnit,
  isCumulative,
  findSeriesUnit,
  sumValue,
} from './series.ts';

type Cell = string | null;
interface Column {
  readonly column: TableColumn & NumberColumn;
  /** Makes the cell of a period, or that of the row before the first period. */
  readonly cellOf: (at: number) => Cell;
  readonly opening: Cell;
}

/** The id of the column of an event, as `signing` or `signing_total_cny`. */
export const columnId = (
  event: string,
  kind: 'value' | 'before' | 'total' | 'undisclosed',
  currency: string,
): string =>
  [
    event,
    ...(kind === 'value' ? [] : [kind]),
    ...(currency === countUnit ? [] : [currency.toLowerCase()]),
  ].join('_');

/** The subject of the figures of the year before. */
const yearsBefore = (periods: readonly { readonly first_month: string }[]): readonly FigureOf[] =>
  periods.map(({ first_month }) => ({ first_month: addMonths(first_month, -12) }));

function eventColumns(
  row: EventRow,
  events: EventSeries,
  currency: string,
  language: Language,
  isTotal: boolean,
): Column[] {
  const { columns, groups } = seriesLabels[language];
  const unit = findSeriesUnit(events, currency, language, isTotal);
  const name = groups[row.event];
  const money = currency === countUnit ? {} : { currency, scale: unit.scale, unit: unit.word };
  const brackets = currency === countUnit ? '' : kitLabels[language].brackets(currency);
  const measure = currency === countUnit ? 'event_projects' : 'event_amount';
  const make = (
    kind: 'value' | 'before' | 'total',
    read: (at: number) => EventSum | undefined,
    opening: Cell,
  ): Column => ({
    column: {
      id: columnId(row.event, kind, currency),
      label: columns[kind](name, brackets),
      kind: 'number',
      measure: kind === 'total' ? 'event_total' : measure,
      of: eventOf(row.event, currency),
      ...compact({ of_rows: kind === 'before' ? yearsBefore(row.periods) : undefined }),
      digits: unit.digits,
      ...money,
    },
    cellOf: (at) => sumValue(read(at), currency) ?? null,
    opening,
  });
  const { periods } = row;
  const value = make('value', (at) => periods[at] && findKnownSum(periods[at]), null);
  return isTotal
    ? [value, make('total', (at) => periods[at]?.total, sumValue(row.opening, currency) ?? null)]
    : [value, make('before', (at) => periods[at]?.before, null)];
}

const undisclosedColumn = (row: EventRow, language: Language): Column => ({
  column: {
    id: columnId(row.event, 'undisclosed', countUnit),
    label: seriesLabels[language].columns.undisclosed(seriesLabels[language].groups[row.event]),
    kind: 'number',
    measure: 'event_unknown',
    of: { event: row.event },
    digits: 0,
  },
  cellOf: (at) => {
    const undisclosed = row.periods[at]?.sum?.undisclosed;
    return undisclosed === undefined ? null : String(undisclosed);
  },
  opening: String(row.opening.undisclosed),
});

function indicatorColumns(series: IndicatorSeries, language: Language): Column[] {
  const { columns } = seriesLabels[language];
  const unit = indicatorUnit(series, language);
  const name = series.indicator.name[language];
  const brackets = kitLabels[language].brackets(unit.word);
  return (['value', 'before'] as const).map((kind) => ({
    column: {
      id: kind,
      label: columns[kind](name, brackets),
      kind: 'number',
      measure: 'period_value',
      ...compact({ of_rows: kind === 'before' ? yearsBefore(series.periods) : undefined }),
      unit: unit.word,
      digits: unit.digits,
      scale: unit.scale,
    },
    cellOf: (at) => series.periods[at]?.[kind] ?? null,
    opening: null,
  }));
}

/** The subject of the figures of a period. */
const rowOf = ({ series }: Overview, first_month: string | undefined): FigureOf => ({
  target: series?.events?.measure ?? series?.indicator?.indicator.id ?? '',
  period: series?.events?.size ?? series?.indicator?.size ?? 'quarter',
  ...compact({ first_month }),
});

/** Makes the periods as rows, oldest first. A total has a row for the events before them. */
export function seriesTable(overview: Overview, context: ChartContext): ChartTable {
  const { language } = context;
  const text = seriesLabels[language];
  const { events, indicator } = overview.series ?? {};
  const isTotal = isCumulative(overview, context);
  const periods = events?.rows[0]?.periods ?? indicator?.periods ?? [];
  const columns: Column[] =
    indicator !== undefined
      ? indicatorColumns(indicator, language)
      : (events?.rows ?? []).flatMap((row) => [
          ...(events === undefined
            ? []
            : listCurrencies(events, baseCurrency(overview)).flatMap((currency) =>
                eventColumns(row, events, currency, language, isTotal),
              )),
          ...(events?.measure === 'projects' ? [] : [undisclosedColumn(row, language)]),
        ]);
  const first = events?.first_known_day;
  const periodIds: readonly { readonly first_month?: string; readonly state?: string }[] = [
    ...(isTotal && first !== undefined && periods.length > 0 ? [{}] : []),
    ...periods,
  ];
  const opening: Cell[][] =
    isTotal && first !== undefined && periods.length > 0
      ? [
          [
            text.opening(formatDate(first, language)),
            first,
            '',
            ...columns.map((one) => one.opening),
          ],
        ]
      : [];
  return {
    columns: [
      { id: 'period_name', label: text.columns.period, kind: 'text' },
      { id: 'end', label: text.columns.end, kind: 'date' },
      { id: 'record', label: text.columns.state, kind: 'text' },
      ...columns.map(({ column }) => column),
    ],
    rows: [
      ...opening,
      ...periods.map((period, at) => [
        periodName(period, language),
        period.end,
        text.states[period.state],
        ...columns.map(({ cellOf }) => cellOf(at)),
      ]),
    ],
    row_of: periodIds.map(({ first_month }) => rowOf(overview, first_month)),
    ids: {
      period_name: [makeIds('first_month', periodIds, ({ first_month }) => first_month)],
      record: [makeIds('record', periodIds, ({ state }) => state)],
    },
  };
}
