import type { ChartContext } from '#charts/kit/definition.ts';
import {
  drawnTable,
  type OfficeChart,
  tickAxis,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { fromNumber } from '#domain/values/decimal.ts';
import { recordLabels } from './labels/index.ts';
import { recordUnit } from './rows.ts';
import { findRecord, recordSeries } from './series.ts';

/** Marks without a line between them. */
const markLine = (symbol: 'dash' | 'circle' | 'diamond', size: number) =>
  ({ as: 'line', line: 0, symbol, size }) as const;

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
  const { marks, ticks, to } = recordSeries(record, overview.forecasts?.ahead ?? '12', language);
  if (record === undefined || marks.length === 0) return undefined;
  const { columns } = recordLabels[language];
  const roundNumbers = ticks.map(({ value }) => value);
  const scale = 10 ** recordUnit(record, language).scale;
  const exact = (value: number) => writeMark(value * scale);
  const step = (read: (mark: (typeof marks)[number]) => number) =>
    marks.map((mark) => exact(read(mark)));
  const results = (inside: boolean) =>
    marks.map(({ result, side }) =>
      result === undefined || (side === 'inside') !== inside ? null : exact(result),
    );
  return {
    kind: 'column',
    stacked: true,
    across: 'row',
    gap: 120,
    unit: { id: record.unit, like: fromNumber(to * scale) },
    axis: tickAxis(roundNumbers, scale, to),
    table: drawnTable(
      columns.at,
      marks.map(({ name }) => name),
    ),
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
      {
        ...markLine('circle', 8),
        name: columns.result,
        colour: 'ink',
        values: results(true),
      },
      {
        ...markLine('diamond', 9),
        name: `${columns.result} (2)`,
        colour: 'ink',
        values: results(false),
        label_place: 'r',
        labels: marks.map(({ outsideText = null }) => outsideText),
      },
    ],
  };
}
