import type { ChartContext } from '#charts/kit/definition.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import {
  chooseAxis,
  drawnTable,
  joinCurrencies,
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
} from '#charts/kit/office/office-chart.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import { listShownUnits } from '#domain/analysis/shown-units.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { hasNegatives } from './data/form.ts';
import { breakdownSeries, type BreakdownSeries, type DrawnBlock } from './data/series.ts';
import { subtitleText } from './data/subtitle.ts';
import { valueUnit } from './data/units.ts';
import { breakdownWords } from './labels/index.ts';

const write = (value: number | undefined): string | null =>
  value === undefined ? null : String(Math.round(value * 1e9) / 1e9);

/** Makes one series for each part of the bars, or one for bars of one part. */
function makeSeries(
  { form, parts }: BreakdownSeries,
  { rows }: DrawnBlock,
  name: string,
): readonly OfficeSeries[] {
  const unknown: OfficeSeries = {
    name: '·',
    colour: 'surface',
    hidden: true,
    // room for the words behind a bar
    values: rows.map(({ total }) =>
      total.unknown === undefined
        ? null
        : write(Math.max(...rows.map((row) => row.total.value ?? 0)) * 0.35),
    ),
    label_place: 'inBase',
    label_colour: 'ink-2',
    labels: rows.map(({ total }) => (total.unknown === undefined ? null : `○ ${total.unknown}`)),
  };
  const bars =
    form === 'bars' || parts.length === 0
      ? [{ name, colour: 'accent' as const, values: rows.map(({ total }) => write(total.value)) }]
      : parts.map(({ name: part, fill }, at) => ({
          name: part,
          colour: fill,
          values: rows.map(({ cells }) => write(cells[at]?.value)),
        }));
  return rows.some(({ total }) => total.unknown !== undefined) ? [...bars, unknown] : bars;
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
    before: [{ head: name, width: 170 }],
    after: heads.map((head) => ({ head, width, right: true })),
    rows: [...rows.map((row) => line(row, false)), line({ ...total, name: words.total }, true)],
  };
}

/** The bars of each group in one unit, in the table of their sums. */
function drawBlock(
  series: BreakdownSeries,
  block: DrawnBlock,
  { breakdown, unit, several }: { breakdown: Breakdown; unit: string; several: boolean },
  language: Language,
): OfficeChart {
  const words = breakdownWords[language];
  const { measure, by } = breakdown;
  const { shown } = valueUnit(breakdown, unit, language);
  const sums = block.rows.flatMap(({ total, cells }) => [
    total.value ?? 0,
    ...cells.map(({ value = 0 }) => value),
  ]);
  const stacked = series.form !== 'bars' && !hasNegatives(breakdown);
  const name = several
    ? `${words.keys[by]}${frameWords[language].brackets(block.unit)}`
    : words.keys[by];
  return {
    kind: 'bar',
    stacked: stacked || series.parts.length === 0,
    across: 'row',
    gap: 55,
    subtitle: subtitleText(breakdown, series.form, language, false),
    unit: { id: shown.unit, like: String(shown.like) },
    axis: chooseAxis(Math.max(0, ...sums), Math.min(0, ...sums)),
    frame: makeFrame(series, block, name),
    ...(series.parts.length > 1 && series.form !== 'bars'
      ? {
          key: series.parts.map(({ name: label, fill }) => ({
            ...{ label, colour: fill },
            shape: 'square' as const,
          })),
        }
      : {}),
    table: drawnTable(name, [...block.rows.map((row) => row.name), series.words.total]),
    series: makeSeries(series, block, words.measures[measure]),
  };
}

/**
 * Bars of each group in the order and colours of the drawing, in the table of their sums: one chart
 * for each currency.
 */
export function breakdownOfficeChart(
  overview: Overview,
  context: ChartContext,
): OfficeChart | undefined {
  const { breakdown } = overview;
  if (breakdown === undefined || breakdown.units.length === 0) return undefined;
  const series = breakdownSeries(overview, context);
  const units = listShownUnits(breakdown, overview.zone.base_currency);
  const several = units.length > 1;
  return joinCurrencies(
    series.blocks
      .slice(0, units.length)
      .map((block, at) =>
        drawBlock(series, block, { breakdown, unit: units[at] ?? '', several }, context.language),
      ),
  );
}
