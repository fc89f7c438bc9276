import { compact } from '#domain/values/compact.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import {
  chooseAxis,
  drawnTable,
  joinCurrencies,
  type OfficeAxis,
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
  wordWidth,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import { type Breakdown, isCountMeasure } from '#domain/analysis/breakdown.ts';
import { listDisplayUnits } from '#domain/analysis/display-units.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { hasNegatives } from './data/form.ts';
import {
  breakdownSeries,
  type BreakdownSeries,
  type DrawnBlock,
  type DrawnCell,
} from './data/series.ts';
import { nameGroups } from './data/names.ts';
import { makeSubtitle } from '#charts/kit/text/subtitle.ts';
import { subtitleSentences } from './data/subtitle.ts';
import { valueUnit } from './data/units.ts';
import { breakdownLabels } from './labels/index.ts';

/** The room for the text after a bar, as a share of the longest bar. */
const wordRoom = 0.35;

/** The number of projects of each row without a value, behind its bar. */
function makeUnknown(cells: readonly DrawnCell[]): OfficeSeries {
  const longest = Math.max(0, ...cells.map(({ value = 0 }) => value));
  return {
    name: '·',
    colour: 'surface',
    hidden: true,
    values: cells.map(({ unknown }) =>
      unknown === undefined ? null : writeMark(longest > 0 ? longest * wordRoom : 1),
    ),
    label_place: 'inBase',
    label_colour: 'ink-2',
    labels: cells.map(({ unknown }) => (unknown === undefined ? null : `○ ${unknown}`)),
  };
}

/** One series for each part of the bars, or one for bars of one part. */
function makeSeries(
  { form, parts }: BreakdownSeries,
  { rows }: DrawnBlock,
  name: string,
): readonly OfficeSeries[] {
  const totals = rows.map(({ total }) => total);
  const bars =
    form === 'bars' || parts.length === 0
      ? [{ name, colour: 'accent' as const, values: totals.map(({ value }) => writeMark(value)) }]
      : parts.map(({ name: part, fill }, at) => ({
          name: part,
          colour: fill,
          values: rows.map(({ cells }) => writeMark(cells[at]?.value)),
        }));
  return totals.some(({ unknown }) => unknown !== undefined)
    ? [...bars, makeUnknown(totals)]
    : bars;
}

function makeFrame(
  { heads, words }: BreakdownSeries,
  block: DrawnBlock,
  name: string,
): OfficeFrame {
  const { rows, total } = block;
  const columns = heads.slice(0, -1);
  const width = columns.length > 0 ? 78 : 96;
  const line = (row: DrawnBlock['total'], bold: boolean) => ({
    cells: [
      { text: row.name, bold },
      ...columns.map((_, at) => ({ text: row.columns[at] ?? '' })),
      { text: row.total.text, bold: true },
    ],
  });
  return {
    before: [{ head: name, width: wordWidth([name], 170, 225) }],
    after: heads.map((head) => ({ head, width, right: true })),
    rows: [...rows.map((row) => line(row, false)), line({ ...total, name: words.total }, true)],
  };
}

/** An axis of counts has no half project. */
function toWholeSteps(axis: OfficeAxis): OfficeAxis {
  const step = Math.ceil(axis.step);
  return { ...axis, step, max: Math.ceil(axis.max / step) * step };
}

/** The bars of each group in one unit, in the table of their sums. */
function drawBlock(
  series: BreakdownSeries,
  block: DrawnBlock,
  { breakdown, unit, name }: { breakdown: Breakdown; unit: string; name: string },
  language: Language,
): OfficeChart {
  const { measure } = breakdown;
  const { displayUnit } = valueUnit(breakdown, unit, language);
  const isStack = !['bars', 'grouped'].includes(series.form) && !hasNegatives(breakdown);
  const isGrouped = !isStack && series.form !== 'bars' && series.parts.length > 0;
  const sums = block.rows.flatMap(({ total, cells }) => [
    ...(isGrouped ? [] : [total.value ?? 0]),
    ...cells.map(({ value = 0 }) => value),
  ]);
  const axis = chooseAxis(Math.max(0, ...sums), Math.min(0, ...sums));
  return {
    kind: 'bar',
    stacked: isStack || series.parts.length === 0,
    across: 'row',
    gap: 55,
    subtitle: makeSubtitle(
      subtitleSentences(breakdown, series.form, language, { hasRings: false }),
      language,
    ).subtitle,
    unit: { id: displayUnit.unit, like: String(displayUnit.like) },
    axis: isCountMeasure(measure) ? toWholeSteps(axis) : axis,
    frame: makeFrame(series, block, name),
    ...compact({
      overlap: isGrouped ? 0 : undefined,
      key:
        series.parts.length > 1 && series.form !== 'bars'
          ? series.parts.map(({ name: label, fill }) => ({
              label,
              colour: fill,
              shape: 'square' as const,
            }))
          : undefined,
    }),
    table: drawnTable(name, [...block.rows.map((row) => row.name), series.words.total]),
    series: makeSeries(series, block, breakdownLabels[language].measures[measure]),
  };
}

/** The projects of each group that state no amount, where the others have several currencies. */
function drawUndisclosed(series: BreakdownSeries, block: DrawnBlock, name: string): OfficeChart {
  const all = [...block.rows, { ...block.total, name: series.words.total }];
  return {
    kind: 'bar',
    stacked: true,
    across: 'row',
    gap: 55,
    unit: { id: 'projects', like: '1' },
    axis: { min: 0, max: 1, step: 1, bare: true },
    frame: makeFrame(series, block, name),
    table: drawnTable(
      name,
      all.map((row) => row.name),
    ),
    series: [makeUnknown(all.map((row) => row.total))],
  };
}

/**
 * Bars of each group in the order and colours of the drawing, in the table of their sums: one chart
 * for each currency, and one of the projects that state no amount.
 * @returns undefined without groups
 */
export function breakdownOfficeChart(
  overview: Overview,
  context: ChartContext,
): OfficeChart | undefined {
  const { breakdown } = overview;
  if (breakdown === undefined || breakdown.units.length === 0) return undefined;
  const { language } = context;
  const series = breakdownSeries(overview, context);
  const units = listDisplayUnits(breakdown, overview.zone.base_currency);
  const key = nameGroups(breakdown, language);
  return joinCurrencies(
    series.blocks.map((block, at) => {
      const name = units.length > 1 ? `${key}${kitLabels[language].brackets(block.unit)}` : key;
      const unit = units[at];
      return unit === undefined
        ? drawUndisclosed(series, block, name)
        : drawBlock(series, block, { breakdown, unit, name }, language);
    }),
  );
}
