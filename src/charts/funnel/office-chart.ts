import { compact } from '#domain/values/compact.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import {
  drawnTable,
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
  tickAxis,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import { officeLabels } from '#charts/kit/office/labels/index.ts';
import type { CohortEnd } from '#domain/analysis/events/cohort-funnel.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { funnelLabels } from './labels/index.ts';
import { mostRows } from './layout.ts';
import {
  curveTicks,
  funnelSeries,
  type FunnelCurve,
  type FunnelRow,
  type FunnelSeries,
} from './series.ts';

/** Up to so many cohorts leave the curves their usual room. */
const fewRows = 5;
/** A narrower part of a bar does not show its share. */
const leastShare = 0.06;
/** The width of a square of a small cohort, and the gap after those of one end, as parts of 100 %. */
const [squareWidth, squareGap] = [0.016, 0.012];
const squareSigns = { moved: '■', open: '□', unlisted: '□', left: '■' } as const;
/** The room of the words before the hatch of a cohort without a record. */
const wordsRoom = 0.24;

const ends: readonly CohortEnd[] = ['moved', 'open', 'unlisted', 'left'];
/** The ends that a slide without any drawn end explains, as the picture does. */
const usualEnds: readonly CohortEnd[] = ['moved', 'open'];
const looks = {
  moved: { colour: 'accent', label_colour: 'surface' },
  open: { colour: 'accent', hollow: true },
  unlisted: { colour: 'ink-3', hollow: true, dashed: true },
  left: { colour: 'axis' },
} as const;
type Names = Readonly<Record<CohortEnd, string>>;

/** Makes the parts of the bars of cohorts that are large enough for shares. */
const makeBars = (rows: readonly FunnelRow[], names: Names): readonly OfficeSeries[] =>
  ends.map((end) => {
    const parts = rows.map((row) =>
      row.kind === 'bar' ? row.parts.find((part) => part.end === end) : undefined,
    );
    return {
      name: names[end],
      ...looks[end],
      label_place: 'ctr',
      values: parts.map((part) => (part === undefined ? null : writeMark(part.share))),
      // the share of those that left is after the bar
      labels: parts.map((part) =>
        part === undefined || part.share < leastShare || end === 'left' ? null : part.short,
      ),
    };
  });

/**
 * Makes the squares of small cohorts, one for each project, in the order of their ends. They are
 * texts over a bar that is not drawn, since a bar would be as high as its row.
 */
const makeSquares = (rows: readonly FunnelRow[], names: Names): readonly OfficeSeries[] =>
  ends.map((end) => {
    const counts = rows.map(({ kind, parts }) =>
      kind === 'squares' ? (parts.find((part) => part.end === end)?.count ?? 0) : 0,
    );
    return {
      name: names[end],
      colour: looks[end].colour,
      hidden: true,
      label_place: 'inBase',
      label_colour: looks[end].colour,
      values: counts.map((count) =>
        count === 0 ? null : writeMark(count * squareWidth + squareGap),
      ),
      labels: counts.map((count) => (count === 0 ? null : squareSigns[end].repeat(count))),
    };
  });

/** Makes the words beside squares or in place of a bar, and the hatch where no record is. */
function makeWords(rows: readonly FunnelRow[], noRecord: string): readonly OfficeSeries[] {
  return [
    {
      name: '·',
      colour: 'bg',
      hidden: true,
      label_colour: 'ink-2',
      values: rows.map(({ text }) => (text === undefined ? null : writeMark(wordsRoom))),
      labels: rows.map(({ text = null }) => text),
    },
    {
      name: noRecord,
      colour: 'axis',
      hatched: true,
      edgeless: true,
      values: rows.map(({ kind }) => (kind === 'unknown' ? writeMark(1 - wordsRoom) : null)),
    },
  ];
}

/** The curves of both ends over the months since entry, their shares at their ends. */
function makeCurve(funnelCurve: FunnelCurve, months: string, rows: number): OfficeChart {
  const { points, ends, heading } = funnelCurve;
  const curve = (read: (point: (typeof points)[number]) => number) =>
    points.map((point) => writeMark(read(point)));
  const last = (text: string) => points.map((_, at) => (at === points.length - 1 ? text : null));
  return {
    kind: 'column',
    across: 'row',
    unit: 'share',
    // many cohorts need the room of their rows
    share: 0.8 * Math.min(1, fewRows / rows),
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
        labels: last([ends.left, ends.open].join('\n')),
        label_colour: 'ink-2',
      },
    ],
  };
}

/**
 * Makes a bar of 100 % for each cohort, or its squares, and below them the curves of both ends.
 * @returns undefined without a cohort
 */
export function funnelOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const { heads, rows: all, curve } = funnelSeries(overview, language);
  const rows = all.slice(-mostRows);
  if (rows.length === 0) return undefined;
  const { columns, unknown } = funnelLabels[language];
  const { moved, open, left } = heads;
  const names = { moved, open, left, unlisted: columns.unlisted };
  const series = [
    ...makeBars(rows, names),
    ...makeSquares(rows, names),
    ...makeWords(rows, unknown),
  ];
  const keys = { moved: 'square', open: 'box', unlisted: 'box', left: 'square' } as const;
  const drawnEnds = ends.filter((end) =>
    rows.some(({ parts }) => parts.some((part) => part.end === end)),
  );
  return {
    kind: 'bar',
    stacked: true,
    across: 'row',
    gap: 45,
    unit: 'share',
    axis: { min: 0, max: 1, step: 0.25, bare: rows.every(({ kind }) => kind !== 'bar') },
    frame: makeFrame(rows, heads, officeLabels[language].cohort),
    key: (drawnEnds.length === 0 ? usualEnds : drawnEnds).map((end) => ({
      label: names[end],
      colour: looks[end].colour,
      shape: keys[end],
    })),
    table: drawnTable(
      officeLabels[language].cohort,
      rows.map(({ name }) => name),
    ),
    series: series.filter(({ values = [] }) => values.some((value) => value !== null)),
    ...compact({
      below: curve === undefined ? undefined : [makeCurve(curve, columns.cohort, rows.length)],
    }),
  };
}

/** Makes the table around the bars: cohorts, how many entered, and the share that left. */
const makeFrame = (
  rows: readonly FunnelRow[],
  { n: entered, left }: FunnelSeries['heads'],
  cohort: string,
): OfficeFrame => ({
  before: [
    { head: cohort, width: 120 },
    { head: entered, width: 50, right: true },
  ],
  after: [{ head: left, width: 90 }],
  rows: rows.map(({ name, n, kind, parts }) => {
    const { short = '0%' } = parts.find(({ end }) => end === 'left') ?? {};
    return {
      cells: [
        { text: name },
        { text: n },
        { text: kind === 'bar' ? short : '', colour: 'ink-2' as const },
      ],
    };
  }),
});
