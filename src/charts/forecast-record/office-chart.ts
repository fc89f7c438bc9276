import type { ChartContext } from '#charts/kit/definition.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import {
  type OfficeChart,
  type OfficeSeries,
  tickAxis,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { fromNumber } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { recordLabels } from './labels/index.ts';
import { recordUnit } from './rows.ts';
import { findRecord, type RecordMark, recordSeries } from './series.ts';
import { layRecord, recordHeight, type RecordLayout } from './layout.ts';

/** Marks without a line between them. */
const markLine = (symbol: 'dash' | 'circle' | 'diamond', size: number) =>
  ({ as: 'line', line: 0, symbol, size }) as const;

/** The width of the drawing whose marks a slide has. */
const wide = 1100;

/** The rows of a slide: the months below the axis as in the drawing, and each month in full. */
const monthTable = (marks: readonly RecordMark[], isNamed: boolean, label: string): ChartTable => ({
  columns: [
    { id: 'row', label, kind: 'text' },
    { id: 'month', label, kind: 'text' },
  ],
  rows: marks.map(({ month, name }, at) => {
    const year = month.slice(0, 4);
    const isOfYear = (other: string): boolean => other.slice(0, 4) === year;
    const before = marks[at - 1]?.month ?? '';
    // as in the drawing, the first year stands alone only where the next one is not near
    const isNewYear = at === 0 ? isOfYear(marks[3]?.month ?? month) : !isOfYear(before);
    return [isNamed ? name : isNewYear ? year : '', name];
  }),
});

/** The marks of the results, coloured by their side of the band as in the drawing. */
function resultSeries(
  { marks }: RecordLayout,
  exact: (value: number) => string | null,
  language: Language,
): readonly OfficeSeries[] {
  const sides = [
    ['inside', 'accent', markLine('circle', 8)],
    ['below', 'behind', { ...markLine('diamond', 9), label_place: 'b' }],
    ['above', 'ink', { ...markLine('diamond', 9), label_place: 't' }],
  ] as const;
  return sides.map(([of, colour, look]) => ({
    ...look,
    name: recordLabels[language][of],
    colour,
    values: marks.map(({ mark: { result, side } }) =>
      result === undefined || side !== of ? null : exact(result),
    ),
    labels: marks.map(({ mark: { side, outsideText = null }, numberX }) =>
      side === of && numberX !== undefined ? outsideText : null,
    ),
  }));
}

/**
 * Makes columns from the low to the high end of each forecast with its middle, and marks for the
 * results.
 * @returns undefined without a record or a forecast with a range
 */
export function recordOfficeChart(
  overview: Overview,
  { language, options }: ChartContext,
): OfficeChart | undefined {
  const record = findRecord(overview, options);
  const series = recordSeries(record, overview.forecasts?.ahead ?? '12', language);
  const { ticks, to } = series;
  const layout = layRecord(series, wide, recordHeight);
  const marks = layout.marks.map(({ mark }) => mark);
  if (record === undefined || marks.length === 0) return undefined;
  const { columns } = recordLabels[language];
  const roundNumbers = ticks.map(({ value }) => value);
  const unit = recordUnit(record, language);
  const scale = 10 ** unit.scale;
  const exact = (value: number) => writeMark(value * scale);
  const step = (read: (mark: (typeof marks)[number]) => number) =>
    marks.map((mark) => exact(read(mark)));
  return {
    kind: 'column',
    stacked: true,
    across: 'row',
    gap: 120,
    unit: { id: record.unit, like: fromNumber(to * scale) },
    axis: tickAxis(roundNumbers, scale, to),
    heading: unit.word,
    table: monthTable(marks, layout.isNamed, columns.at),
    series: [
      { name: '·', colour: 'surface', hidden: true, values: step(({ p10 }) => p10) },
      { name: `${columns.p10}–25%`, colour: 'cone-80', values: step(({ p10, p25 }) => p25 - p10) },
      { name: '25–75%', colour: 'cone-50', values: step(({ p25, p75 }) => p75 - p25) },
      { name: `75–${columns.p90}`, colour: 'cone-80', values: step(({ p75, p90 }) => p90 - p75) },
      {
        ...markLine('dash', 14),
        name: columns.p50,
        colour: 'accent',
        values: step(({ p50 }) => p50),
      },
      ...resultSeries(layout, exact, language),
    ],
  };
}
