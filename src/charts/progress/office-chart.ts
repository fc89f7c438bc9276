import type { Overview } from '#domain/overview/overview.ts';
import { dayNumber } from '#domain/values/date.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import type { OfficeChart } from '#charts/kit/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import { progressUnit, findRow } from './series.ts';
import { progressWords } from './labels/index.ts';

/**
 * The measure, its plan and, on the way to the target, the forecast with its range: lines over true
 * days.
 */
export function progressOfficeChart(
  overview: Overview,
  context: ChartContext,
  table: ChartTable,
): OfficeChart | undefined {
  const { columns, forecast } = progressWords[context.language];
  const row = findRow(overview, context.options);
  const values = readColumn(table, 'value');
  const last = values.findLastIndex((value) => value !== null);
  if (row === undefined || last < 0) return undefined;
  const has = (id: string): boolean => table.columns.some((column) => column.id === id);
  const dates = readColumn(table, 'date').map((date) => dayNumber(date ?? '1970-01-01'));
  // a forecast is one straight line from the last value to its day: rows between them get the
  // points that lie on it
  const ahead = (id: string): readonly (string | null)[] => {
    const cells = readColumn(table, id);
    const at = cells.findIndex((cell) => cell !== null);
    const [from, to, start, end] = [
      dates[last] ?? 0,
      dates[at] ?? 0,
      Number(values[last]),
      Number(cells[at]),
    ];
    return cells.map((_, index) =>
      index < last || index > at
        ? null
        : String(start + ((end - start) * ((dates[index] ?? 0) - from)) / (to - from)),
    );
  };
  const label = (id: string): string =>
    table.columns.find((column) => column.id === id)?.label ?? forecast;
  return {
    kind: 'line',
    across: 'date',
    unit: { id: row.unit, like: String(progressUnit(row, context.language).like) },
    series: [
      { name: columns.value, colour: 'accent', column: 'value' },
      ...(has('plan')
        ? [{ name: columns.plan, colour: 'plan' as const, column: 'plan', dashed: true }]
        : []),
      ...(has('forecast_p50')
        ? [
            {
              name: label('forecast_p90'),
              colour: 'cone-50' as const,
              values: ahead('forecast_p90'),
              dashed: true,
            },
            {
              name: label('forecast_p50'),
              colour: 'accent' as const,
              values: ahead('forecast_p50'),
              dashed: true,
            },
            {
              name: label('forecast_p10'),
              colour: 'cone-50' as const,
              values: ahead('forecast_p10'),
              dashed: true,
            },
          ]
        : []),
    ],
  };
}
