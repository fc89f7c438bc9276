import type { ChartContext } from '#charts/kit/definition.ts';
import {
  chooseAxis,
  drawnTable,
  joinCurrencies,
  type OfficeChart,
  type OfficeSeries,
} from '#charts/kit/office/office-chart.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { addDays } from '#domain/values/date.ts';
import type { ChartSeries, SeriesBlock, SeriesRow } from './series-types.ts';
import { chartSeries } from './series.ts';

const colours: readonly Token[] = ['accent', 'stage-3', 'ink-3', 'stage-6', 'stage-2', 'axis'];
const toText = (value: number | undefined): string | null =>
  value === undefined ? null : String(Math.round(value * 1e9) / 1e9);

/** The number of periods that fit on a slide: the last ones. */
const mostColumns = 14;

/** Makes the columns of one row with marks of the year before. */
function rowChart(
  row: SeriesRow,
  { periods, isExample, words }: ChartSeries,
  { most, heading, isLast }: { most: number; heading: string; isLast: boolean },
): OfficeChart {
  const from = Math.max(0, periods.length - mostColumns);
  const lastPeriods = periods.slice(from);
  const values = row.values.slice(from);
  const tick = ({ tick: text, year }: (typeof lastPeriods)[number], at: number): string =>
    at === 0 || lastPeriods[at - 1]?.year !== year ? `${text} ${year}`.trim() : text;
  const isOpen = (at: number): boolean => lastPeriods[at]?.state === 'open';
  const bar = (open: boolean) =>
    values.map(({ value }, at) => (isOpen(at) === open ? toText(value) : null));
  const label = (open: boolean) =>
    values.map(({ value, text }, at) => (value === undefined || isOpen(at) !== open ? null : text));
  return {
    kind: 'column',
    across: 'row',
    gap: 90,
    nameless: !isLast,
    share: isLast ? 1.35 : 1,
    unit: { id: 'projects', like: '100' },
    axis: {
      ...chooseAxis(most * 1.15, Math.min(0, ...values.map(({ value = 0 }) => value)), 4),
      bare: true,
    },
    frame: {
      before: [{ head: heading, width: 190 }],
      after: [],
      rows: [{ cells: [{ text: row.name, bold: true, under: row.head.join('\n') }] }],
    },
    table: drawnTable(row.name, lastPeriods.map(tick)),
    series: [
      {
        name: row.name,
        colour: 'accent',
        hatched: isExample,
        values: bar(false),
        labels: label(false),
        label_place: 'outEnd',
      },
      {
        name: `${row.name} (2)`,
        colour: 'accent',
        hollow: true,
        values: bar(true),
        labels: label(true),
        label_place: 'outEnd',
      },
      {
        name: words.before,
        colour: 'ink',
        as: 'line',
        line: 0,
        symbol: 'dash',
        size: 18,
        values: values.map(({ before }) => toText(before)),
      },
    ],
  };
}

/**
 * Makes the rows of one block below each other on one scale, under their unit where there are
 * several.
 */
function periodsChart(
  series: ChartSeries,
  { rows, heading }: SeriesBlock,
): OfficeChart | undefined {
  const most = Math.max(
    1e-9,
    ...rows.flatMap(({ values }) => values.flatMap(({ value = 0, before = 0 }) => [value, before])),
  );
  const charts = rows.map((row, at) =>
    rowChart(row, series, {
      most,
      heading: at === 0 ? heading : '',
      isLast: at === rows.length - 1,
    }),
  );
  const [first, ...below] = charts;
  return first === undefined
    ? undefined
    : {
        ...first,
        key: [{ label: series.words.before, colour: 'ink', shape: 'line' }],
        ...(below.length > 0 ? { below } : {}),
      };
}

/** Makes one line for each row: the total up to the end of each period. */
function totalsChart(
  { periods }: ChartSeries,
  { rows, isCounted, heading }: SeriesBlock,
): OfficeChart {
  const days = periods.map(({ to }) => addDays('1970-01-01', to - 1));
  const totals = rows.map(({ values }) => periods.map((_, at) => toText(values[at]?.total)));
  const most = Math.max(1, ...totals.flat().map((value) => Number(value ?? 0)));
  const near = (at: number): boolean => {
    const mine = Number(totals[at]?.findLast((value) => value !== null) ?? 0);
    return totals
      .slice(0, at)
      .some(
        (other) =>
          Math.abs(Number(other.findLast((value) => value !== null) ?? 0) - mine) < most * 0.05,
      );
  };
  const table: ChartTable = {
    columns: [{ id: 'row', label: '', kind: 'date' }],
    rows: days.map((day) => [day]),
  };
  return {
    kind: 'line',
    across: 'row',
    unit: { id: 'projects', like: isCounted ? '100' : String(most) },
    axis: chooseAxis(most * 1.05),
    table,
    ...(heading === '' ? {} : { heading }),
    key: rows.map(({ lineName }, at) => ({
      label: lineName,
      colour: colours[at % colours.length] ?? 'accent',
      shape: 'line' as const,
    })),
    series: rows.map(({ lineName, values }, at): OfficeSeries => {
      const last = totals[at]?.findLastIndex((value) => value !== null) ?? -1;
      return {
        name: lineName,
        colour: colours[at % colours.length] ?? 'accent',
        values: totals[at] ?? [],
        label_colour: 'ink',
        ...(near(at)
          ? {}
          : {
              labels: days.map((_, index) =>
                index === last ? (values[index]?.totalText ?? null) : null,
              ),
            }),
      };
    }),
  };
}

/** Makes one column per period for each event, or lines of totals: one chart for each currency. */
export function seriesOfficeChart(
  overview: Overview,
  { language, options }: ChartContext,
): OfficeChart | undefined {
  const series = chartSeries(overview, { language, options });
  if (series.periods.length === 0) return undefined;
  const draw = series.form === 'cumulative' ? totalsChart : periodsChart;
  return joinCurrencies(series.blocks.flatMap((block) => draw(series, block) ?? []));
}
