import { compact } from '#domain/values/compact.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import {
  chooseAxis,
  drawnTable,
  joinCurrencies,
  type OfficeChart,
  type OfficeSeries,
  tickAxis,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { addDays } from '#domain/values/date.ts';
import { totalTicks, writeLabel } from './line-layout.ts';
import { findLook } from './line-looks.ts';
import type { ChartSeries, SeriesBlock, SeriesRow } from './series-types.ts';
import { chartSeries } from './series.ts';

/** The number of periods that fit on a slide: the last ones. */
const mostColumns = 14;

/** How far above a column its number and a mark above it may be, as a part of the axis. */
const nearMark = 0.32;

/**
 * The number of each column: above it, or above the mark of the year before that it would touch.
 */
function labelColumns(values: SeriesRow['values'], max: number): OfficeSeries {
  const place = ({ value = 0, before }: SeriesRow['values'][number]): number =>
    before !== undefined && before > value - max * 0.05 && before < value + max * nearMark
      ? Math.max(value, before + max * 0.03)
      : Math.max(0, value);
  return {
    name: '·',
    colour: 'ink',
    as: 'line',
    line: 0,
    symbol: 'none',
    label_place: 't',
    values: values.map((value) => (value.text === '' ? null : writeMark(place(value)))),
    labels: values.map(({ text }) => text),
  };
}

/** The height of the number above a column, as a part of a plot that has the whole slide. */
const numberHeight = 0.066;

/** Finds the largest value of a plot with room for a number above its highest column. */
const addNumberRoom = (most: number, rows: number): number =>
  Math.max(most * 1.15, most / (1 - Math.min(0.5, numberHeight * rows)));

/** A hatched ground behind periods without a record, which have no value. */
function markNoRecord(
  periods: ChartSeries['periods'],
  max: number,
  name: string,
): readonly OfficeSeries[] {
  if (periods.every(({ state }) => state !== 'unknown')) return [];
  const values = periods.map(({ state }) => (state === 'unknown' ? writeMark(max * 0.85) : null));
  return [{ name, colour: 'axis', hatched: true, edgeless: true, values }];
}

/** The height of the names of periods, as a part of a plot that has the whole slide. */
const nameHeight = 0.115;
/** The largest value of all rows, and the place of a row among them. */
interface RowPlace {
  readonly most: number;
  readonly heading: string;
  readonly isLast: boolean;
  readonly count: number;
}
/** The columns of one row with marks of the year before. */
function rowChart(
  row: SeriesRow,
  { periods, size, isExample, words, noRecord }: ChartSeries,
  { most, heading, isLast, count }: RowPlace,
): OfficeChart {
  const from = Math.max(0, periods.length - mostColumns);
  const lastPeriods = periods.slice(from);
  const values = row.values.slice(from);
  const tick = ({ tick: text, year }: (typeof lastPeriods)[number], at: number): string =>
    size !== 'year' && lastPeriods[at - 1]?.year !== year ? `${text} ${year}`.trim() : text;
  const isPartial = (at: number): boolean => lastPeriods[at]?.isPartial === true;
  const bar = (partial: boolean) =>
    values.map(({ value }, at) => (isPartial(at) === partial ? writeMark(value) : null));
  const axis = chooseAxis(most, Math.min(0, ...values.map(({ value = 0 }) => value)), 4);
  return {
    kind: 'column',
    across: 'row',
    gap: 90,
    nameless: !isLast,
    share: isLast ? 1 + nameHeight * count : 1,
    unit: { id: 'projects', like: '100' },
    axis: { ...axis, bare: true },
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
      },
      {
        name: `${row.name} (2)`,
        colour: 'accent',
        hollow: true,
        values: bar(true),
      },
      {
        name: words.before,
        colour: 'ink',
        as: 'line',
        line: 0,
        symbol: 'dash',
        size: 18,
        values: values.map(({ before }) => writeMark(before)),
      },
      ...markNoRecord(lastPeriods, axis.max, noRecord),
      labelColumns(values, axis.max),
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
    0,
    ...rows.flatMap(({ values }) => values.flatMap(({ value = 0, before = 0 }) => [value, before])),
  );
  const charts = rows.map((row, at) =>
    rowChart(row, series, {
      most: addNumberRoom(most, rows.length),
      heading: at === 0 ? heading : '',
      isLast: at === rows.length - 1,
      count: rows.length,
    }),
  );
  const [first, ...below] = charts;
  return first === undefined
    ? undefined
    : {
        ...first,
        ...compact({
          key: rows.every(({ values }) => values.every(({ before }) => before === undefined))
            ? undefined
            : [{ label: series.words.before, colour: 'ink' as const, shape: 'line' as const }],
          below: below.length > 0 ? below : undefined,
        }),
      };
}

/** Everything up to the end of each period as one line a row, from the first day on. */
function totalsChart({ periods }: ChartSeries, block: SeriesBlock): OfficeChart {
  const { rows, isCounted, heading, brackets } = block;
  const days = [periods[0]?.from ?? 0, ...periods.map(({ to }) => to - 1)];
  const table: ChartTable = {
    columns: [{ id: 'row', label: '', kind: 'date' }],
    rows: days.map((day) => [addDays('1970-01-01', day)]),
  };
  const values = [...rows.map(writeLabel), ...brackets.map(({ text }) => text)];
  const ticks = totalTicks(block);
  const lines = rows.map((row, at): OfficeSeries => {
    const { colour, width, dash } = findLook(rows.length - 1 - at);
    return {
      name: row.lineName,
      colour,
      symbol: 'none',
      line: width,
      dashed: dash !== undefined,
      values: [row.opening, ...row.values.map(({ total }) => total)].map(writeMark),
    };
  });
  return {
    kind: 'line',
    across: 'row',
    unit: { id: 'projects', like: isCounted ? '100' : String(ticks.at(-1)) },
    axis: tickAxis(ticks),
    table,
    heading: [...(heading === '' ? [] : [heading]), ...values].join(' · '),
    key: lines.map(({ name: label, colour }) => ({ label, colour, shape: 'line' })),
    series: lines,
  };
}

/**
 * Makes one column per period for each event, or lines of totals: one chart for each currency.
 * @returns undefined without a period
 */
export function seriesOfficeChart(
  overview: Overview,
  { language, options }: ChartContext,
): OfficeChart | undefined {
  const series = chartSeries(overview, { language, options });
  if (series.periods.length === 0) return undefined;
  const draw = series.form === 'cumulative' ? totalsChart : periodsChart;
  return joinCurrencies(series.blocks.flatMap((block) => draw(series, block) ?? []));
}
