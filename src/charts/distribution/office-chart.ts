import { breakdownWords } from '#charts/breakdown/labels/index.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import {
  joinCurrencies,
  type OfficeChart,
  type OfficeFrame,
  type OfficeKey,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { distributionWords } from './labels/index.ts';
import { sizeSeries, type DrawnSizes, type SizeBlock, type SizeSeries } from './series.ts';

/** Neighbouring dots are on different lines, so that no dot covers another. */
const lanes = [0, 0.2, -0.2] as const;

type Points = readonly (readonly [at: number, row: number, shift: number] | null)[];
const toPoints = (points: Points, rows: number): Pick<OfficeSeries, 'places' | 'values'> => ({
  places: points.map((point) => (point === null ? null : String(point[0]))),
  values: points.map((point) => (point === null ? null : rowPlace(rows, point[1], point[2]))),
});

/** Finds the bins that hold the middle 8 in 10: from the first strong one to the last. */
function findRange({ bins }: DrawnSizes, row: number): Points {
  const strong = bins.filter((bin) => bin.strong);
  const [first, last] = [strong[0], strong.at(-1)];
  return first === undefined || last === undefined
    ? []
    : [[first.from, row, 0], [last.to, row, 0], null];
}

/** The single projects of each stage inside its middle 8 in 10, or outside. */
const placeDots = (rows: readonly DrawnSizes[], isStrong: boolean): Points =>
  rows.flatMap((row, at) =>
    row.dots
      .toSorted((a, b) => a.at - b.at)
      .flatMap((dot, index) =>
        dot.strong === isStrong ? [[dot.at, at, lanes[index % lanes.length] ?? 0] as const] : [],
      ),
  );

/** A series with the shape of its mark in the key. */
type KeyedSeries = OfficeSeries & { readonly shape: OfficeKey['shape'] };

/** Dots of single projects, or the middle 8 in 10 of many, and the median of each stage. */
function makeSeries(rows: readonly DrawnSizes[], heads: readonly string[]): readonly KeyedSeries[] {
  const [projects = '', median = '', middle = ''] = heads;
  const ranges = rows.flatMap(findRange);
  const medians = rows.flatMap(
    (row, at): Points =>
      row.median === undefined ? [] : [[row.median, at, 0.4], [row.median, at, -0.4], null],
  );
  const weak = placeDots(rows, false);
  const dots = (name: string, colour: Token, points: Points): KeyedSeries => ({
    ...{ name, colour, size: 7, shape: 'circle' },
    ...toPoints(points, rows.length),
  });
  const all: readonly KeyedSeries[] = [
    {
      ...{ name: median, colour: 'ink', symbol: 'none', line: 3, shape: 'line' },
      ...toPoints(medians, rows.length),
    },
    {
      ...{ name: middle, colour: 'cone-50', symbol: 'none', line: 9, shape: 'square' },
      ...toPoints(ranges, rows.length),
    },
    dots(weak.length > 0 ? middle : projects, 'accent', placeDots(rows, true)),
    dots(projects, 'stage-2', weak),
  ];
  return all.filter(({ values = [] }) => values.length > 0);
}

/** The width of a column of figures, in points. Other fonts run wider than ours. */
const columnWidth = (texts: readonly string[], least: number): number =>
  Math.max(least, ...texts.map((text) => textWidth(text, 12, true) / 0.86 + 10));

const makeFrame = (
  { rows, ticks }: SizeBlock,
  heads: readonly string[],
  stage: string,
): OfficeFrame => ({
  before: [{ head: stage, width: 160 }],
  after: heads.map((head, at) => {
    const texts = rows.map(({ columns }) => columns[at] ?? '');
    return { head, width: columnWidth([head, ...texts], at === 2 ? 120 : 80), right: true };
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
  const measure = breakdownWords[language].measures[distribution.measure];
  const units = blocks.map(({ unit }) => unit).join(frameWords[language].list);
  return distributionWords[language].subtitle(measure, units);
}

/** Draws the sizes of each stage in one unit, with the unit in the head where there are several. */
function drawBlock(
  block: SizeBlock,
  heads: SizeSeries['heads'],
  subtitle: string,
  stage: string,
): OfficeChart | undefined {
  const series = makeSeries(block.rows, heads);
  if (series.length === 0) return undefined;
  return {
    kind: 'scatter',
    rows: block.rows.length,
    unit: { id: 'projects', like: '1' },
    axis: { min: block.from, max: block.to, step: 1, bare: true },
    frame: makeFrame(block, heads, stage),
    key: series.map(({ name: label, colour, shape }) => ({ label, colour, shape })),
    table: { columns: [], rows: [] },
    subtitle,
    series,
  };
}

/**
 * Makes the single projects of each stage, or the range of most of them, on an axis of powers of
 * ten: one chart per currency.
 */
export function distributionOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const { blocks, heads } = sizeSeries(overview, language);
  const subtitle = writeSubtitle(overview, blocks, language);
  const { stage } = distributionWords[language].columns;
  const { brackets } = frameWords[language];
  return joinCurrencies(
    blocks.flatMap((block) => {
      const name = blocks.length > 1 ? `${stage}${brackets(block.unit)}` : stage;
      return drawBlock(block, heads, subtitle, name) ?? [];
    }),
  );
}
