import type { ChartContext } from '#charts/kit/definition.ts';
import {
  drawnTable,
  type OfficeChart,
  type OfficeSeries,
  tickAxis,
} from '#charts/kit/office/office-chart.ts';
import { officeWords } from '#charts/kit/office/labels/index.ts';
import type { CohortEnd } from '#domain/analysis/events/cohort-funnel.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { funnelWords } from './labels/index.ts';
import { curveTicks, funnelSeries, type FunnelCurve, type FunnelSeries } from './series.ts';

const write = (value: number): string => String(Math.round(value * 1e6) / 1e6);
/** A narrower part of a bar does not show its share. */
const leastShare = 0.06;

function makeBars(
  { rows }: FunnelSeries,
  names: Readonly<Record<CohortEnd, string>>,
): readonly OfficeSeries[] {
  const looks = {
    moved: { colour: 'accent', label_colour: 'surface' },
    open: { colour: 'accent', hollow: true },
    unlisted: { colour: 'stage-1' },
    left: { colour: 'axis' },
  } as const;
  const ends: readonly CohortEnd[] = ['moved', 'open', 'unlisted', 'left'];
  const find = (row: (typeof rows)[number], end: CohortEnd) =>
    row.kind === 'bar' ? row.parts.find((part) => part.end === end) : undefined;
  return ends
    .filter((end) => rows.some((row) => find(row, end) !== undefined))
    .map((end) => ({
      name: names[end],
      ...looks[end],
      label_place: 'ctr',
      values: rows.map((row) => {
        const part = find(row, end);
        return part === undefined ? null : write(part.share);
      }),
      labels: rows.map((row) => {
        const part = find(row, end);
        return part === undefined || part.share < leastShare ? null : part.short;
      }),
    }));
}

/** The curves of both ends over the months since entry, their shares at their ends. */
function makeCurve(funnelCurve: FunnelCurve, months: string): OfficeChart {
  const { points, ends, heading } = funnelCurve;
  const curve = (read: (point: (typeof points)[number]) => number) =>
    points.map((point) => write(read(point)));
  const last = (text: string) => points.map((_, at) => (at === points.length - 1 ? text : null));
  return {
    kind: 'column',
    across: 'row',
    unit: 'share',
    share: 0.8,
    heading: heading.join(' · '),
    axis: tickAxis(curveTicks(funnelCurve), 0.01),
    table: drawnTable(
      months,
      points.map(({ months: month }) => String(month)),
    ),
    series: [
      {
        name: ends.moved,
        colour: 'accent',
        as: 'line',
        symbol: 'none',
        values: curve(({ moved }) => moved),
        labels: last(ends.moved),
        label_colour: 'accent',
        label_bold: true,
      },
      {
        name: ends.left,
        colour: 'axis',
        as: 'line',
        symbol: 'none',
        values: curve(({ left }) => left),
        labels: last(ends.left),
        label_colour: 'ink-2',
      },
    ],
  };
}

/** Makes a bar of 100 % for each cohort, and below them the curves of both ends. */
export function funnelOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  if (!(overview.funnel?.all.n ?? 0)) return undefined;
  const series = funnelSeries(overview, language);
  const { heads, rows, curve } = series;
  const { columns } = funnelWords[language];
  const names = {
    moved: heads.moved,
    open: heads.open,
    left: heads.left,
    unlisted: columns.unlisted,
  };
  return {
    kind: 'bar',
    stacked: true,
    across: 'row',
    gap: 45,
    unit: 'share',
    axis: { min: 0, max: 1, step: 0.25 },
    frame: {
      before: [
        { head: officeWords[language].cohort, width: 120 },
        { head: heads.n, width: 50, right: true },
      ],
      after: [{ head: '', width: 150 }],
      rows: rows.map(({ name, n, text = '' }) => ({
        cells: [{ text: name }, { text: n }, { text, colour: 'ink-2' as const }],
      })),
    },
    key: [
      { label: heads.moved, colour: 'accent', shape: 'square' },
      { label: heads.open, colour: 'accent', shape: 'box' },
      { label: heads.left, colour: 'axis', shape: 'square' },
    ],
    table: drawnTable(
      officeWords[language].cohort,
      rows.map(({ name }) => name),
    ),
    series: makeBars(series, names),
    ...(curve === undefined ? {} : { below: [makeCurve(curve, columns.cohort)] }),
  };
}
