import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { drawBases, drawBins } from '#charts/kit/office/histogram.ts';
import {
  figureWidth,
  wordWidth,
  type OfficeChart,
  type OfficeFrame,
  type OfficeKey,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
import { markToken, type MarkShape, findMarkShape } from '#charts/kit/style/industry-marks.ts';
import type { IndustryMark } from '#domain/zone/zone.ts';
import { industryKey, otherWord } from '#charts/pipeline/industries.ts';
import { chartCurrency, pipelineUnit } from '#charts/pipeline/amounts.ts';
import { pipelineSeries } from '#charts/pipeline/series.ts';
import type { PipelineSeries } from '#charts/pipeline/series-types.ts';
import { pipelineChartLabels } from '#charts/pipeline/labels/index.ts';
import { isKnown, type Plot, plotDots, roundPower, toPoints } from './plot.ts';
import { hiddenPoints, topSeries } from './top-names.ts';

/** The symbol in office programs for each shape. */
const symbols: Readonly<Record<MarkShape, NonNullable<OfficeSeries['symbol']>>> = {
  circle: 'circle',
  ring: 'circle',
  diamond: 'diamond',
  cross: 'x',
};

/** Makes the table around the dots. A distribution adds columns of median and middle 8 in 10. */
function makeFrame(
  { unit, ticks, spreadColumns }: PipelineSeries,
  { rows, isLog }: Plot,
  heads: readonly string[],
): OfficeFrame {
  const [stage = '', count = ''] = heads;
  const spread = (spreadColumns ?? []).slice(1);
  const cellsOf = (at: number): readonly string[] => rows.map((row) => row.spread?.cells[at] ?? '');
  return {
    before: [{ head: stage, width: 150 }],
    after: [
      { head: count, width: 62, right: true },
      ...spread.map((head, at) => ({
        head,
        width: figureWidth([head, ...cellsOf(at)], 62),
        right: true,
      })),
      { head: unit, width: wordWidth([unit], 80, 150), right: true },
    ],
    rows: rows.map(({ band, label, count: projects, sum }, row) => ({
      band,
      cells: [
        { text: label, bold: band },
        { text: projects, bold: band },
        ...spread.map((_, at) => ({ text: cellsOf(at)[row] ?? '', bold: at === 0 })),
        { text: sum, bold: band },
      ],
    })),
    ...compact({
      marks: isLog
        ? ticks.map(({ v, label }) => ({ at: Number(roundPower(v)), text: label }))
        : undefined,
    }),
  };
}

/**
 * Makes the marks left of the axis, in the colours of their industries: other currencies, and
 * projects without an amount. A mark with a count stands for projects of several industries.
 */
function unknownSeries(plot: Plot, language: Language): readonly OfficeSeries[] {
  const unknownDots = plot.placed.filter((dot) => !isKnown(dot, plot));
  const { otherCurrency, undisclosed } = pipelineChartLabels[language];
  const make = (isOther: boolean): readonly OfficeSeries[] => {
    const dots = unknownDots.filter(({ dot }) => (dot.other === true) === isOther);
    const colours = Map.groupBy(dots, ({ dot, all }) =>
      all === undefined ? markToken(dot.mark) : 'ink-3',
    );
    return [...colours].map(([colour, own]) => {
      const counts = own.map(({ all }) => (all === undefined ? null : `\u00a0${all}`));
      const hasCounts = counts.some((text) => text !== null);
      return {
        name: isOther ? otherCurrency : undisclosed,
        colour,
        symbol: isOther ? 'square' : 'circle',
        hollow: true,
        size: 7,
        ...toPoints(own, plot),
        ...compact({
          labels: hasCounts ? counts : undefined,
          label_place: hasCounts ? 'r' : undefined,
          label_colour: hasCounts ? 'ink-2' : undefined,
        }),
      };
    });
  };
  return [...make(true), ...make(false)];
}

/** Makes the key: the industries, then the kinds of marks left of the axis, in no colour. */
const makeKey = (
  industries: readonly OfficeKey[],
  unknownDots: readonly OfficeSeries[],
): readonly OfficeKey[] => [
  ...industries,
  ...[...new Map(unknownDots.map((one) => [one.name, one])).values()].map((one) => ({
    label: one.name,
    colour: 'ink-3' as const,
    shape: keyShape(one),
  })),
];

/** Makes a series for each colour of the industries, in their order. */
function markSeries(overview: Overview, plot: Plot, language: Language): readonly OfficeSeries[] {
  const { industries } = overview.zone;
  const knownDots = plot.placed.filter((dot) => isKnown(dot, plot));
  const nameOf = (mark: IndustryMark): string => {
    const industry =
      mark === 'other' ? undefined : industries.find(({ colour }) => colour === mark);
    return industry?.short[language] ?? otherWord(overview, language);
  };
  const marks = [...new Set(knownDots.map(({ dot }) => dot.mark))].toSorted(
    (a, b) => orderOf(industries, a) - orderOf(industries, b),
  );
  return marks.map((mark) => ({
    name: nameOf(mark),
    colour: markToken(mark),
    symbol: symbols[findMarkShape(mark)],
    hollow: findMarkShape(mark) === 'ring',
    size: plot.isLog ? 7 : 9,
    ...toPoints(
      knownDots.filter(({ dot }) => dot.mark === mark),
      plot,
    ),
  }));
}
const keyShape = ({ symbol, hollow }: OfficeSeries): OfficeKey['shape'] => {
  if (symbol === 'square') return 'box';
  if (symbol === 'x') return 'cross';
  if (symbol === 'diamond') return 'diamond';
  return hollow === true ? 'ring' : 'circle';
};

/** Draws the distribution of each stage with many projects: its median, then its classes. */
function spreadSeries({ rows, axis, start }: Plot, language: Language): readonly OfficeSeries[] {
  const [, medianName = '', middle = ''] = pipelineChartLabels[language].spreadColumns;
  const spread = rows.flatMap((row, at) => (row.spread === undefined ? [] : [{ row, at }]));
  const classes = spread.flatMap(({ row, at }) =>
    (row.spread?.classes ?? []).map((one) => ({ ...one, row: at })),
  );
  const densest = Math.max(0, ...classes.map(({ density }) => density));
  const medians = spread.flatMap(({ row, at }) =>
    row.spread?.median === undefined ? [] : [{ place: roundPower(row.spread.median), at }],
  );
  const bins = classes.map(({ from, to, density, strong, median, row }) => ({
    row,
    from: Number(roundPower(from)),
    to: Number(roundPower(to)),
    height: density / densest,
    colour: median ? ('ink' as const) : strong ? ('stage-5' as const) : ('stage-2' as const),
    name: median ? medianName : middle,
  }));
  return [
    ...(medians.length === 0
      ? []
      : [
          {
            ...({ name: medianName, colour: 'ink', symbol: 'none', line: 2.5 } as const),
            places: medians.flatMap(({ place }) => [place, place, null]),
            values: medians.flatMap(({ at }) => [
              rowPlace(rows.length, at, 0.46),
              rowPlace(rows.length, at, -0.44),
              null,
            ]),
          },
        ]),
    ...drawBases(
      spread.map(({ at }) => at),
      rows.length,
      { min: start, max: axis.max },
    ),
    ...drawBins(bins, rows.length),
  ];
}

/** Writes how many projects of a group have an amount, from the start of the axis on. */
function noteSeries({ rows, start }: Plot): readonly OfficeSeries[] {
  const notes = rows.flatMap(({ note }, row) => (note === '' ? [] : [{ note, row }]));
  if (notes.length === 0) return [];
  return [
    {
      ...hiddenPoints,
      places: notes.map(() => String(start)),
      values: notes.map(({ row }) => rowPlace(rows.length, row)),
      labels: notes.map(({ note }) => `\u00a0${note}`),
    },
  ];
}

/**
 * Makes a point for each project in the row of its stage: its position is the amount in the zone's
 * currency; without one it is hollow and left of the axis. Each industry is one series, and the
 * written names are another. A stage with many projects is a distribution, as in the picture.
 * @returns undefined if no project has an amount
 */
export function dotsOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const series = pipelineSeries(overview, language);
  const plot = plotDots(overview, series);
  if (plot === undefined) return undefined;
  const { rows, axis, isLog } = plot;
  const marks = markSeries(overview, plot, language);
  const unknownDots = unknownSeries(plot, language);
  const { like } = pipelineUnit(overview, language);
  const text = pipelineChartLabels[language];
  return {
    kind: 'scatter',
    rows: rows.length,
    // positions on a log axis are powers of ten, no money
    unit: isLog
      ? { id: 'projects', like: '1' }
      : { id: chartCurrency(overview), like: String(like) },
    axis,
    frame: makeFrame(series, plot, [text.columns.stage, text.columns.count]),
    key: makeKey(industryKey(overview, language), unknownDots),
    table: { columns: [], rows: [] },
    series: [
      ...spreadSeries(plot, language),
      ...marks,
      ...unknownDots,
      ...noteSeries(plot),
      ...topSeries(plot),
    ].filter(({ values = [] }) => values.length > 0),
  };
}

/** The place of a colour in the order of the zone's industries; other colours come last. */
const orderOf = (industries: Overview['zone']['industries'], mark: IndustryMark): number => {
  const at = industries.findIndex(({ colour }) => colour === mark);
  return at < 0 || mark === 'other' ? industries.length : at;
};
