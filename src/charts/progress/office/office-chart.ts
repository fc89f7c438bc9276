import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { type OfficeChart, type OfficeSeries, tickAxis } from '#charts/kit/office/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import { progressUnit, findRow, progressSeries } from '#charts/progress/series.ts';
import { progressLabels } from '#charts/progress/labels/index.ts';
import {
  atRow,
  type Cells,
  fillAhead,
  insertBreaks,
  joinBlocks,
  joinLines,
  type ProgressDrawing,
  readDrawing,
  toText,
} from './drawing.ts';
import { makeBands } from './bands.ts';
import { lineShare, type PlacedText } from './label-place.ts';
import { placeLast, writeLast } from './last-value.ts';

/** Values that are nearer than this share of the axis would overlap. */
const nearness = 0.08;
/**
 * Makes the target and the forecast at their day. Their texts are joined where they would touch.
 */
function ends(
  drawing: ProgressDrawing,
  axis: number,
  /** The text of the last value, where the plot has no room for it. */
  now: string,
): readonly OfficeSeries[] {
  const { series, days, scale } = drawing;
  const { target, forecast, range } = series;
  const rows = days.length;
  const hasPoint = target !== undefined && !target.offScale && range === 'to_target';
  const forecastText = joinLines(forecast?.text, forecast?.band);
  const promise = joinLines(target && `${target.name} ${target.value}`, target?.by);
  const targetText = joinBlocks(promise, now);
  const lineCount = `${targetText}\n${forecastText}`.split('\n').length;
  const near =
    hasPoint &&
    forecast !== undefined &&
    Math.abs(target.v - forecast.p50) * 10 ** scale < (axis * lineShare * lineCount) / 2;
  const words = joinBlocks(targetText, near ? forecastText : '');
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
            labels: atRow(rows, rows - 1, words.replaceAll(/^/gm, '\u00a0\u00a0')),
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
            values: fillAhead(drawing, forecast.p50 * 10 ** scale, forecast.day).map(toText),
            ...compact({
              labels: near ? undefined : atRow(rows, days.lastIndexOf(forecast.day), forecastText),
            }),
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

/** Makes a vertical line at each break of the series, between two months. */
function breakLines(
  { series, days }: ProgressDrawing,
  axis: number,
  name: string,
): readonly OfficeSeries[] {
  const breaks = new Set(series.breaks.map(Math.round));
  if (breaks.size === 0) return [];
  const tops = days.map((day) => (breaks.has(day) ? String(axis) : null));
  return [{ name, colour: 'ink-3', symbol: 'none', line: 0, drop: true, values: tops }];
}

/** Makes the lines of value and plan with the texts at their ends. */
function lines(
  drawing: ProgressDrawing,
  axis: number,
  atLast: PlacedText | undefined,
  language: ChartContext['language'],
): readonly OfficeSeries[] {
  const { columns, plan: planWord, now: nowWord } = progressLabels[language];
  const { series, table, values, last, days, scale } = drawing;
  const { last: mark, range } = series;
  const isShort = range === 'to_date';
  const touch =
    mark?.planV !== undefined && Math.abs(mark.v - mark.planV) * 10 ** scale < axis * nearness;
  const plan = mark?.plan ?? '';
  const namesPlan = isShort && !touch && plan !== '';
  const nowText = mark?.now === '' ? nowWord : mark?.now;
  return [
    ...valueLines(
      drawing,
      {
        name: columns.value,
        colour: 'accent',
        label_colour: 'accent',
        label_bold: true,
        label_place: atLast?.place ?? 'r',
      },
      atRow(
        values.length,
        last,
        isShort ? joinLines(nowText, touch ? plan : '') : (atLast?.text ?? ''),
      ),
    ),
    ...(hasPlan(table)
      ? [
          {
            name: planWord,
            colour: 'plan' as const,
            column: 'plan',
            dashed: true,
            ...compact({
              labels: namesPlan ? atRow(days.length, last, plan) : undefined,
              label_colour: namesPlan ? 'ink-2' : undefined,
            }),
          },
        ]
      : []),
  ];
}

/**
 * Makes the measure, its plan and, in the range up to the target, the forecast with its bands:
 * lines over true days, with their values at their ends.
 * @returns undefined if there is nothing to draw
 */
export function progressOfficeChart(
  overview: Overview,
  context: ChartContext,
  table: ChartTable,
): OfficeChart | undefined {
  const { language, options } = context;
  const row = findRow(overview, options);
  const hasValue = readColumn(table, 'value').some((value) => value !== null);
  if (row === undefined || (!hasValue && !hasPlan(table))) return undefined;
  const unit = progressUnit(row, language);
  const { scale } = unit;
  const series = progressSeries(overview, options, language);
  const { target, empty, gaps, range } = series;
  const ticks = series.yTicks.map(({ v }) => v);
  const axis = tickAxis(ticks, 10 ** scale, series.max);
  const drawing = readDrawing(insertBreaks(table, series.breaks), series, scale);
  const label = (id: string): string =>
    table.columns.find((column) => column.id === id)?.label ?? '';
  const { now, columns } = progressLabels[language];
  const atLast = range === 'to_target' ? placeLast(drawing, axis.max, now) : undefined;
  const lastText = range === 'to_target' && atLast === undefined ? writeLast(series, now) : '';
  return {
    kind: 'line',
    across: 'date',
    unit: { id: row.unit, like: String(unit.like) },
    axis,
    table: drawing.table,
    ...compact({
      heading: empty,
      // a line chart of a slide has no hatched bands
      lines: gaps.length === 0 ? undefined : gaps.map(({ label }) => label),
      corner:
        target !== undefined && (target.offScale || range === 'to_date')
          ? `${target.offScale ? '↑ ' : ''}${target.name} ${target.value}, ${target.by}`
          : undefined,
    }),
    series: [
      ...makeBands(drawing, [`${label('forecast_p10')}–90%`, '25–75%']),
      ...breakLines(drawing, axis.max, columns.seriesBreak),
      ...lines(drawing, axis.max, atLast, language),
      ...ends(drawing, axis.max, lastText),
    ],
  };
}

/** Whether the table has a plan to draw. */
const hasPlan = (table: ChartTable): boolean =>
  table.columns.some(({ id }) => id === 'plan') &&
  readColumn(table, 'plan').some((value) => value !== null);
