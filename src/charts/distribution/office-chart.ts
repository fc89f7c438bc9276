import { breakdownWords } from '#charts/breakdown/labels/index.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import {
  joinCurrencies,
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
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

/** Makes dots of single projects, or the middle 8 in 10 of many, and the median of each stage. */
function makeSeries(
  rows: readonly DrawnSizes[],
  heads: readonly string[],
): readonly OfficeSeries[] {
  const [projects = '', median = '', middle = ''] = heads;
  const dots = rows.flatMap(
    (row, at): Points =>
      row.dots
        .toSorted((a, b) => a.at - b.at)
        .map((dot, index) => [dot.at, at, lanes[index % lanes.length] ?? 0] as const),
  );
  const ranges = rows.flatMap(findRange);
  const medians = rows.flatMap(
    (row, at): Points =>
      row.median === undefined ? [] : [[row.median, at, 0.4], [row.median, at, -0.4], null],
  );
  const all: readonly OfficeSeries[] = [
    { name: median, colour: 'ink', symbol: 'none', line: 3, ...toPoints(medians, rows.length) },
    { name: middle, colour: 'cone-50', symbol: 'none', line: 9, ...toPoints(ranges, rows.length) },
    { name: projects, colour: 'accent', size: 7, ...toPoints(dots, rows.length) },
  ];
  return all.filter(({ values = [] }) => values.length > 0);
}

const makeFrame = (
  { rows, ticks }: SizeBlock,
  heads: readonly string[],
  stage: string,
): OfficeFrame => ({
  before: [{ head: stage, width: 160 }],
  after: heads.map((head, at) => ({ head, width: at === 2 ? 120 : 80, right: true })),
  rows: rows.map(({ name, known, columns }) => ({
    cells: [{ text: name, under: known, bold: true }, ...columns.map((text) => ({ text }))],
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
    key: [
      { label: heads[0], colour: 'accent', shape: 'circle' },
      { label: heads[1], colour: 'ink', shape: 'line' },
      { label: heads[2], colour: 'cone-50', shape: 'square' },
    ],
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
