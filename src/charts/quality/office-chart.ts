import type { ChartContext } from '#charts/kit/definition.ts';
import {
  drawnTable,
  figureWidth,
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { findQualityGroup, qualitySeries, type QualitySeries } from './series.ts';

/** The start of the bars of age on the common axis. */
const second = 1.2;

const ageColours = ['stage-1', 'stage-4', 'ink-2'] as const;

/** The bars of age beside those of the filled share; none where no age is known. */
function makeAges({ rows, ageNames, hasAges }: QualitySeries): readonly OfficeSeries[] {
  if (!hasAges) return [];
  return [
    { name: '·', colour: 'surface', hidden: true, values: rows.map(() => writeMark(second - 1)) },
    ...ageNames.map((name, at) => ({
      name,
      colour: ageColours[at] ?? ('ink-2' as const),
      values: rows.map(({ ages }) => (ages === undefined ? null : writeMark(ages[at] ?? 0))),
    })),
  ];
}

/** The columns of numbers beside the bars, and the heads of the bars. */
function makeFrame({ rows, words, hasAges }: QualitySeries): OfficeFrame {
  const shares = rows.map(({ filled }) => filled);
  const oldestHead = { head: words.oldest, width: 66, right: true };
  return {
    before: [{ head: '', width: 165 }],
    after: [
      { head: words.filled, width: figureWidth(shares, 62), right: true },
      { head: words.missing, width: 62, right: true },
      ...(hasAges ? [oldestHead] : []),
    ],
    rows: rows.map(({ name, filled, missing, isMissing, oldest = '—' }) => ({
      cells: [
        { text: name },
        { text: filled },
        { text: missing, bold: isMissing },
        ...(hasAges ? [{ text: oldest }] : []),
      ],
    })),
    marks: [
      { at: 0.5, text: words.complete },
      ...(hasAges ? [{ at: second + 0.5, text: words.age }] : []),
    ],
  };
}

/**
 * Makes two bars a row on one axis: its filled share, and the age of the last updates.
 * @returns undefined without a row
 */
export function qualityOfficeChart(
  overview: Overview,
  { language, options }: ChartContext,
): OfficeChart | undefined {
  const series = qualitySeries(overview, findQualityGroup(options.by), language);
  const { rows, words, hasAges } = series;
  if (rows.length === 0) return undefined;
  const ageNames = hasAges ? series.ageNames : [];
  return {
    kind: 'bar',
    stacked: true,
    across: 'row',
    gap: 45,
    unit: 'share',
    axis: { min: 0, max: hasAges ? second + 1 : 1, step: 1, bare: true },
    frame: makeFrame(series),
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
      { name: words.complete, colour: 'accent', values: rows.map(({ share }) => writeMark(share)) },
      {
        name: words.missing,
        colour: 'axis',
        hollow: true,
        dashed: true,
        values: rows.map(({ share }) => writeMark(1 - share)),
        labels: rows.map(({ share }) => (share === 0 ? words.noValue : null)),
        label_colour: 'ink-3',
      },
      ...makeAges(series),
    ],
  };
}
