import type { Overview } from '#domain/overview/overview.ts';
import { dayNumber } from '#domain/values/date.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { type OfficeChart, type OfficeSeries, tickAxis } from '#charts/kit/office/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import { progressUnit, findRow, progressSeries } from './series.ts';
import type { ProgressSeries } from './series-types.ts';
import { progressWords } from './labels/index.ts';

type Cells = readonly (string | null)[];
/** Values that are nearer than this share of the axis would overlap. */
const nearness = 0.08;
/** A value above this share of the axis has room for its text below it. */
const textRoom = 0.3;

/** A value beyond this share of the axis has no room for a text above it. */
const lateShare = 0.78;

/** The rows of a chart with the values read from them. */
interface ProgressDrawing {
  /** The last value is near the target, so that the text of the target includes it. */
  readonly isLate: boolean;
  /** The last value is behind its plan, with room for its text below the line. */
  readonly isBelow: boolean;
  readonly series: ProgressSeries;
  readonly table: ChartTable;
  readonly values: Cells;
  /** Row of the last value. */
  readonly last: number;
  readonly days: readonly number[];
  /** Exact value = displayed value × 10^scale. */
  readonly scale: number;
}

/**
 * Fills the rows up to a forecast: they are on the straight line from the last value to the day of
 * the forecast.
 */
function ahead(
  { values, last, days }: ProgressDrawing,
  to: number,
  day: number,
): readonly (number | null)[] {
  const [from, start] = [days[last] ?? 0, Number(values[last])];
  return days.map((at, index) =>
    index < last || at > day ? null : start + ((to - start) * (at - from)) / (day - from),
  );
}
const toText = (value: number | null): string | null =>
  value === null ? null : String(Math.round(value * 1e4) / 1e4);

/**
 * Makes the bands of the forecast: a base that is not drawn, and the steps between its quantiles.
 */
function bands(
  drawing: ProgressDrawing,
  names: readonly [string, string],
): readonly OfficeSeries[] {
  const { forecast } = drawing.series;
  if (forecast === undefined) return [];
  const { day, p10, p25, p75, p90 } = forecast;
  const { last, values } = drawing;
  // some programs begin an area at zero in the row before: there it has no height
  const begin = (cells: readonly (number | null)[]): readonly (number | null)[] =>
    last > 0 ? cells.with(last - 1, Number(values[last])) : cells;
  const lines = [p10, p25, p75, p90].map((v) =>
    begin(ahead(drawing, v * 10 ** drawing.scale, day)),
  );
  const step = (upper: number, lower: number) =>
    drawing.days.map((_, at) => {
      const [a, b] = [lines[upper]?.[at], lines[lower]?.[at]];
      return a === null || b === null || a === undefined || b === undefined ? null : toText(a - b);
    });
  const [outer, inner] = names;
  return [
    {
      name: '·',
      colour: 'surface',
      as: 'area',
      hidden: true,
      values: (lines[0] ?? []).map(toText),
    },
    // some programs draw the months without a forecast at zero, where an outline would be seen
    { name: outer, colour: 'cone-80', as: 'area', edgeless: true, values: step(1, 0) },
    { name: inner, colour: 'cone-50', as: 'area', edgeless: true, values: step(2, 1) },
    { name: outer, colour: 'cone-80', as: 'area', edgeless: true, values: step(3, 2) },
  ];
}

/** Places a text at one row. */
const atRow = (rows: number, row: number, text: string): Cells =>
  Array.from({ length: rows }, (_, at) => (at === row ? text : null));
const textOf = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');

/**
 * Makes the target and the forecast at their day. Their texts are joined where they would touch.
 */
function ends(drawing: ProgressDrawing, axis: number): readonly OfficeSeries[] {
  const { series, days, scale } = drawing;
  const { target, forecast, range } = series;
  const rows = days.length;
  const hasPoint = target !== undefined && !target.offScale && range === 'to_target';
  const near =
    hasPoint &&
    forecast !== undefined &&
    Math.abs(target.v - forecast.p50) * 10 ** scale < axis * nearness;
  const forecastText = forecast && textOf(forecast.text, forecast.band);
  const words = (end: NonNullable<typeof target>): string =>
    textOf(`${end.name} ${end.value}`, end.by, now, near ? forecastText : undefined);
  const now =
    drawing.isLate && !drawing.isBelow
      ? textOf(series.last?.date, series.last?.now, series.last?.plan)
      : '';
  return [
    ...(hasPoint
      ? [
          {
            name: target.name,
            colour: 'target' as const,
            symbol: 'diamond' as const,
            hollow: true,
            size: 9,
            line: 0,
            values: days.map((day) => (day === target.day ? String(target.v * 10 ** scale) : null)),
          },
          // behind the last day, where no line runs on
          {
            name: '·',
            colour: 'target' as const,
            symbol: 'none' as const,
            line: 0,
            label_bold: true,
            values: atRow(rows, rows - 1, String(target.v * 10 ** scale)),
            labels: atRow(rows, rows - 1, words(target).replaceAll(/^/gm, '\u00a0\u00a0')),
          },
        ]
      : []),
    ...(forecast === undefined
      ? []
      : [
          {
            name: forecast.text,
            colour: 'accent' as const,
            dashed: true,
            label_colour: 'accent' as const,
            values: ahead(drawing, forecast.p50 * 10 ** scale, forecast.day).map(toText),
            ...(near
              ? {}
              : { labels: atRow(rows, days.lastIndexOf(forecast.day), forecastText ?? '') }),
          },
        ]),
  ];
}

/**
 * Makes the line of the values as two series of alternate stretches, so that no line joins the
 * sides of a break or of a new year.
 */
function valueLines(
  { series: { runs }, values, days }: ProgressDrawing,
  look: Omit<OfficeSeries, 'labels'>,
  labels: Cells,
): readonly OfficeSeries[] {
  if (runs.length < 2) return [{ ...look, column: 'value', labels }];
  const stretches = new Map(
    runs.flatMap(({ points }, at) => points.map(({ day }) => [day, at] as const)),
  );
  return [0, 1].map((side) => {
    const own = (cell: string | null, at: number): string | null =>
      (stretches.get(days[at] ?? 0) ?? -1) % 2 === side ? cell : null;
    return { ...look, values: values.map(own), labels: labels.map(own) };
  });
}

/** Makes the lines of value and plan with the texts at their ends. */
function lines(
  drawing: ProgressDrawing,
  axis: number,
  language: ChartContext['language'],
): readonly OfficeSeries[] {
  const { columns, plan: planWord, now: nowWord } = progressWords[language];
  const { series, table, values, last, days, scale } = drawing;
  const { last: mark, range } = series;
  const { isBelow } = drawing;
  const isShort = range === 'to_date';
  const hasPlan = table.columns.some(({ id }) => id === 'plan');
  const touch =
    mark?.planV !== undefined && Math.abs(mark.v - mark.planV) * 10 ** scale < axis * nearness;
  const plan = mark?.plan ?? '';
  // a text is above or below the last value where lines continue behind it
  const words =
    mark === undefined || (drawing.isLate && !isBelow)
      ? ''
      : textOf(
          isShort ? '' : mark.date,
          mark.now === '' ? nowWord : mark.now,
          touch || !isShort ? plan : '',
        ) + (isShort || isBelow ? '' : '\n ');
  return [
    ...valueLines(
      drawing,
      {
        name: columns.value,
        colour: 'accent',
        label_colour: 'accent',
        label_bold: true,
        label_place: isShort ? 'r' : isBelow ? 'b' : 't',
      },
      atRow(values.length, last, words),
    ),
    ...(hasPlan
      ? [
          {
            name: planWord,
            colour: 'plan' as const,
            column: 'plan',
            dashed: true,
            ...(isShort && !touch && plan !== ''
              ? { labels: atRow(days.length, last, plan), label_colour: 'ink-2' as const }
              : {}),
          },
        ]
      : []),
  ];
}

/**
 * Makes the measure, its plan and, in the range up to the target, the forecast with its bands:
 * lines over true days, with their values at their ends.
 */
export function progressOfficeChart(
  overview: Overview,
  context: ChartContext,
  table: ChartTable,
): OfficeChart | undefined {
  const { language, options } = context;
  const row = findRow(overview, options);
  const values = readColumn(table, 'value');
  const last = values.findLastIndex((value) => value !== null);
  if (row === undefined || last < 0) return undefined;
  const unit = progressUnit(row, language);
  const series = progressSeries(overview, options, language);
  const days = readColumn(table, 'date').map((date) => dayNumber(date ?? '1970-01-01'));
  const [first = 0, end = 1] = [days[0], days.at(-1)];
  const { target } = series;
  const isLate =
    series.range === 'to_target' &&
    target?.offScale === false &&
    ((days[last] ?? 0) - first) / (end - first) > lateShare;
  const ticks = series.yTicks.map(({ v }) => v);
  const axis = tickAxis(ticks, 10 ** unit.scale, series.max);
  const { last: mark } = series;
  const isBelow =
    series.range === 'to_target' &&
    mark?.planV !== undefined &&
    mark.v < mark.planV &&
    mark.v > series.max * textRoom;
  const { scale } = unit;
  const drawing: ProgressDrawing = { series, table, values, last, days, scale, isLate, isBelow };
  const label = (id: string): string =>
    table.columns.find((column) => column.id === id)?.label ?? '';
  return {
    kind: 'line',
    across: 'date',
    unit: { id: row.unit, like: String(unit.like) },
    axis,
    ...(target !== undefined && (target.offScale || series.range === 'to_date')
      ? { corner: `${target.offScale ? '↑ ' : ''}${target.name} ${target.value}, ${target.by}` }
      : {}),
    series: [
      ...bands(drawing, [`${label('forecast_p10')}–90%`, '25–75%']),
      ...lines(drawing, axis.max, language),
      ...ends(drawing, axis.max),
    ],
  };
}
