import type { ChartContext } from '#charts/kit/definition.ts';
import { drawnTable, type OfficeChart } from '#charts/kit/office/office-chart.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { numberText } from '#charts/kit/text/units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineLabels } from './labels/index.ts';
import { partPaint } from './marks.ts';
import { makeRowsChart } from './office-rows.ts';
import { timelineSeries, type TimelineSeries } from './series.ts';

/** Makes columns of the quarters, divided by the states of their milestones. */
function makeQuartersChart({ bars }: TimelineSeries, language: Language): OfficeChart {
  const text = timelineLabels[language];
  return {
    kind: 'column',
    stacked: true,
    across: 'row',
    gap: 40,
    unit: { id: 'projects', like: '100' },
    key: partPaint.map(({ part, colour, hollow }) => ({
      label: text.parts[part],
      colour,
      shape: hollow ? ('box' as const) : ('square' as const),
    })),
    table: drawnTable(
      '',
      bars.map(({ short, year: name = '' }) => `${short} ${name}`.trim()),
    ),
    series: [
      ...partPaint.map(({ part, colour, hollow }, at) => ({
        name: text.parts[part],
        colour,
        hollow,
        values: bars.map(({ counts }) => String(counts[at] ?? 0)),
      })),
      {
        name: '·',
        colour: 'ink',
        as: 'line',
        line: 0,
        symbol: 'none',
        label_place: 't',
        values: bars.map(({ total }) => String(total)),
        labels: bars.map(({ total }) => numberText(total, 0)),
      },
    ],
  };
}

/**
 * Makes milestones of each project on one axis of time, or their number in each quarter.
 * @returns undefined if there is nothing to draw
 */
export function timelineOfficeChart(
  overview: Overview,
  { language, options }: ChartContext,
): OfficeChart | undefined {
  const series = timelineSeries(overview, language, options.zoom);
  if (series === undefined) return undefined;
  const make = series.form === 'quarters' ? makeQuartersChart : makeRowsChart;
  const { colon } = kitLabels[language];
  return {
    ...make(series, language),
    lines: series.lists.map(({ head, items }) => `${head}${colon}${items.join(' · ')}`),
  };
}
