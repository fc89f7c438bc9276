import type { ChartContext } from '#charts/kit/definition.ts';
import { drawnTable, type OfficeChart } from '#charts/kit/office/office-chart.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { findQualityGroup, qualitySeries } from './series.ts';

/** The start of the bars of age on the common axis. */
const second = 1.2;
const write = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** Makes two bars a row on one axis: its filled share, and the age of the last updates. */
export function qualityOfficeChart(
  overview: Overview,
  { language, options }: ChartContext,
): OfficeChart | undefined {
  const { rows, words, ageNames } = qualitySeries(overview, findQualityGroup(options.by), language);
  if (rows.length === 0) return undefined;
  const ageColours = ['stage-1', 'stage-4', 'ink-2'] as const;
  return {
    kind: 'bar',
    stacked: true,
    across: 'row',
    gap: 45,
    unit: 'share',
    axis: { min: 0, max: second + 1, step: 1, bare: true },
    frame: {
      before: [{ head: '', width: 165 }],
      after: [
        { head: words.filled, width: 62, right: true },
        { head: words.missing, width: 62, right: true },
        { head: words.oldest, width: 66, right: true },
      ],
      rows: rows.map(({ name, filled, missing, isMissing, oldest = '—' }) => ({
        cells: [
          { text: name },
          { text: filled },
          { text: missing, bold: isMissing },
          { text: oldest },
        ],
      })),
      marks: [
        { at: 0.5, text: words.complete },
        { at: second + 0.5, text: words.age },
      ],
    },
    key: [
      { label: words.filled, colour: 'accent', shape: 'square' },
      { label: words.missing, colour: 'axis', shape: 'box' },
      ...ageNames.map((label, at) => ({
        label,
        colour: ageColours[at] ?? ('ink-2' as const),
        shape: 'square' as const,
      })),
    ],
    table: drawnTable(
      '',
      rows.map(({ name }) => name),
    ),
    series: [
      { name: words.complete, colour: 'accent', values: rows.map(({ share }) => write(share)) },
      {
        name: words.missing,
        colour: 'axis',
        hollow: true,
        dashed: true,
        values: rows.map(({ share }) => write(1 - share)),
        labels: rows.map(({ share }) => (share === 0 ? words.noValue : null)),
        label_colour: 'ink-3',
      },
      { name: '·', colour: 'surface', hidden: true, values: rows.map(() => write(second - 1)) },
      ...ageNames.map((name, at) => ({
        name,
        colour: ageColours[at] ?? ('ink-2' as const),
        values: rows.map(({ ages }) => (ages === undefined ? null : write(ages[at] ?? 0))),
      })),
    ],
  };
}
