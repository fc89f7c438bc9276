import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import {
  figureWidth,
  joinCurrencies,
  type OfficeChart,
  type OfficeFrame,
  type OfficeKey,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
import { drawBases, drawBins, type OfficeBin } from '#charts/kit/office/histogram.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { distributionLabels } from './labels/index.ts';
import {
  type DrawnDot,
  type DrawnSizes,
  type SizeBlock,
  type SizeSeries,
  sizeSeries,
} from './series.ts';

/** Neighbouring dots are on different lines, so that no dot covers another. */
const lanes = [0, 0.2, -0.2] as const;

type Points = readonly (readonly [at: number, row: number, shift: number] | null)[];
const toPoints = (points: Points, rows: number): Pick<OfficeSeries, 'places' | 'values'> => ({
  places: points.map((point) => (point === null ? null : String(point[0]))),
  values: points.map((point) => (point === null ? null : rowPlace(rows, point[1], point[2]))),
});

/** The bars of the stages with many projects. Those inside the middle 8 in 10 are strong. */
const listBins = (
  { rows, top }: SizeBlock,
  names: { readonly strong: string; readonly weak: string },
): readonly OfficeBin[] =>
  [true, false].flatMap((isStrong) =>
    rows.flatMap(({ bins }, row) =>
      bins
        .filter(({ strong }) => strong === isStrong)
        .map(({ from, to, share }) => ({
          row,
          from,
          to,
          height: share / top,
          colour: isStrong ? ('accent' as const) : ('stage-2' as const),
          name: isStrong ? names.strong : names.weak,
        })),
    ),
  );

/** The single projects of each stage inside its middle 8 in 10, or outside. */
const placeDots = (rows: readonly DrawnSizes[], isStrong: boolean): Points =>
  rows.flatMap((row, at) =>
    row.dots
      .toSorted((a, b) => a.at - b.at)
      .flatMap((dot, index) =>
        dot.strong === isStrong ? [[dot.at, at, lanes[index % lanes.length] ?? 0] as const] : [],
      ),
  );

/** The usual width of the plot, in points. */
const usualPlot = 430;

/** The sizes of the only projects of their stages, on the side of the dot that has room. */
function labelOnly({ rows, from, to }: SizeBlock): readonly KeyedSeries[] {
  const onlyDots = rows.flatMap(({ dots }, row) => {
    const [dot, second] = dots;
    return dot === undefined || second !== undefined ? [] : [{ ...dot, row }];
  });
  const hasRoom = ({ at, text }: DrawnDot): boolean =>
    ((to - at) / (to - from)) * usualPlot > textWidth(text, 12) / 0.86 + 14;
  return (['r', 'l'] as const).map((place) => {
    const own = onlyDots.filter((dot) => hasRoom(dot) === (place === 'r'));
    return {
      name: '·',
      colour: 'ink',
      symbol: 'none',
      label_place: place,
      label_colour: 'ink-2',
      ...toPoints(
        own.map(({ at, row }) => [at, row, 0] as const),
        rows.length,
      ),
      labels: own.map(({ text }) => (place === 'r' ? `\u00a0${text}` : `${text}\u00a0`)),
    };
  });
}

/** A series with the shape of its mark in the key, where it has one. */
type KeyedSeries = OfficeSeries & { readonly shape?: OfficeKey['shape'] };

/** Dots of single projects or bars of many, and the median of each stage. */
function makeSeries(
  block: SizeBlock,
  heads: readonly string[],
  outside: string,
): readonly KeyedSeries[] {
  const { rows, from, to } = block;
  const [projects = '', median = '', middle = ''] = heads;
  const medians = rows.flatMap(
    (row, at): Points =>
      row.median === undefined ? [] : [[row.median, at, 0.44], [row.median, at, -0.44], null],
  );
  const weak = placeDots(rows, false);
  const bins = listBins(block, { strong: middle, weak: outside });
  const isRange = weak.length > 0 || bins.some(({ colour }) => colour === 'stage-2');
  const dots = (name: string, colour: Token, points: Points): KeyedSeries => ({
    name,
    colour,
    size: 7,
    shape: 'circle',
    ...toPoints(points, rows.length),
  });
  const lined = rows.flatMap(({ bins: own, dots: single }, at) =>
    own.length + single.length === 0 ? [] : [at],
  );
  const all: readonly KeyedSeries[] = [
    {
      name: median,
      colour: 'ink',
      symbol: 'none',
      line: 3,
      shape: 'line',
      ...toPoints(medians, rows.length),
    },
    ...drawBases(lined, rows.length, { min: from, max: to }),
    ...drawBins(bins, rows.length).map((one) => ({ ...one, shape: 'square' as const })),
    dots(isRange ? middle : projects, 'accent', placeDots(rows, true)),
    dots(outside, 'stage-2', weak),
    ...labelOnly(block),
  ];
  return all.filter(({ values = [] }) => values.length > 0);
}

/** The marks of the key: one for each name, in the order of the series. */
const makeKey = (series: readonly KeyedSeries[]): readonly OfficeKey[] => [
  ...new Map(
    series.flatMap(({ name: label, colour, shape }) =>
      shape === undefined ? [] : [[label, { label, colour, shape }] as const],
    ),
  ).values(),
];

const makeFrame = (
  { rows, ticks }: SizeBlock,
  heads: readonly string[],
  stage: string,
): OfficeFrame => ({
  before: [{ head: stage, width: 160 }],
  after: heads.map((head, at) => {
    const texts = rows.map(({ columns }) => columns[at] ?? '');
    return { head, width: figureWidth([head, ...texts], at === 2 ? 120 : 80), right: true };
  }),
  rows: rows.map(({ name, knownCount, columns }) => ({
    cells: [{ text: name, under: knownCount, bold: true }, ...columns.map((text) => ({ text }))],
  })),
  marks: ticks.map(({ at, text }) => ({ at, text })),
});

/** The subtitle of the slide, whose key names the marks. */
function writeSubtitle(
  { distribution }: Overview,
  blocks: readonly SizeBlock[],
  language: Language,
): string {
  if (distribution === undefined) return '';
  const measure = breakdownLabels[language].measures[distribution.measure];
  const units = blocks.map(({ unit }) => unit).join(kitLabels[language].list);
  return distributionLabels[language].subtitle(measure, units);
}

/** Draws the sizes of each stage in one unit, with the unit in the head where there are several. */
function drawBlock(
  block: SizeBlock,
  heads: SizeSeries['heads'],
  words: { readonly subtitle: string; readonly stage: string; readonly outside: string },
): OfficeChart | undefined {
  const { subtitle, stage, outside } = words;
  const series = makeSeries(block, heads, outside);
  if (series.length === 0) return undefined;
  return {
    kind: 'scatter',
    rows: block.rows.length,
    unit: { id: 'projects', like: '1' },
    axis: { min: block.from, max: block.to, step: 1, bare: true },
    frame: makeFrame(block, heads, stage),
    key: makeKey(series),
    table: { columns: [], rows: [] },
    subtitle,
    series,
  };
}

/**
 * Makes the single projects of each stage, or the histogram of many, on an axis of powers of ten:
 * one chart per currency.
 * @returns undefined if no project has an amount
 */
export function distributionOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const { blocks, heads } = sizeSeries(overview, language);
  const subtitle = writeSubtitle(overview, blocks, language);
  const { columns, outside } = distributionLabels[language];
  const { stage } = columns;
  const { brackets } = kitLabels[language];
  return joinCurrencies(
    blocks.flatMap((block) => {
      const name = blocks.length > 1 ? `${stage}${brackets(block.unit)}` : stage;
      return drawBlock(block, heads, { subtitle, stage: name, outside }) ?? [];
    }),
  );
}
