import type { WireMoney } from '#domain/values/money.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { stageWord } from '#domain/labels/index.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import type { OfficeChart, OfficeSeries } from '#charts/kit/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import { markToken, type MarkShape, findMarkShape } from '#charts/kit/style/industry-marks.ts';
import { findMark } from '#domain/zone/industries.ts';
import type { IndustryMark } from '#domain/zone/zone.ts';
import { otherWord } from './industries.ts';
import { pipelineUnit } from './amounts.ts';
import { isCounted } from './size-table.ts';
import { pipelineWords } from './labels/index.ts';
import { totalsOnly } from './totals.ts';

/** Further stages are darker. */
const stageColours = [
  'stage-7',
  'stage-6',
  'stage-5',
  'stage-4',
  'stage-3',
  'stage-2',
  'stage-1',
] as const;

/** The symbol of an office program for each shape. */
const symbols: Readonly<Record<MarkShape, NonNullable<OfficeSeries['symbol']>>> = {
  circle: 'circle',
  ring: 'square',
  diamond: 'diamond',
  cross: 'x',
};

/** A bar for each stage of a view that gives no project: how many there are. */
function totalsOfficeChart({ language }: ChartContext, table: ChartTable): OfficeChart {
  const text = pipelineWords[language];
  const [stages, counts] = [readColumn(table, 'stage'), readColumn(table, 'projects')];
  // a stage with amounts of two currencies has two rows, and one bar
  const values = counts.map((count, at) => (stages[at] === stages[at - 1] ? null : count));
  return {
    kind: 'bar',
    across: 'stage',
    unit: { id: 'projects', like: '100' },
    series: [{ name: text.columns.count, colour: 'accent', values }],
  };
}

/** Bars of how many projects of each stage have an amount of each size. */
function sizesOfficeChart(overview: Overview, { language }: ChartContext): OfficeChart {
  const stages = overview.strip.groups.flatMap(({ rows }) => rows.filter(({ count }) => count > 0));
  const { subtitleSizes: subtitle, spreadNote } = pipelineWords[language];
  return {
    kind: 'bar',
    across: 'size',
    unit: { id: 'projects', like: '100' },
    subtitle,
    without_notes: [spreadNote],
    series: stages.map(({ stage }, at) => ({
      name: stageWord(overview.zone.stage_words, stage, language),
      colour: stageColours[at % stageColours.length] ?? 'accent',
      column: stage,
    })),
  };
}

/**
 * A point for each project whose amount is in the zone's currency: place by amount, row by stage,
 * one series an industry.
 */
export function pipelineOfficeChart(
  overview: Overview,
  context: ChartContext,
  table: ChartTable,
): OfficeChart | undefined {
  if (totalsOnly(overview)) return totalsOfficeChart(context, table);
  if (isCounted(overview)) return sizesOfficeChart(overview, context);
  const { language } = context;
  const { industries, base_currency } = overview.zone;
  const stages = overview.strip.groups.flatMap(({ rows }) =>
    rows.filter(({ dots }) => dots.length > 0).map(({ stage }) => stage),
  );
  const dots = overview.strip.groups.flatMap(({ rows }) =>
    rows.flatMap((row) => row.dots.map((dot) => ({ ...dot, stage: row.stage }))),
  );
  const drawn = (money: WireMoney | undefined): boolean => money?.currency === base_currency;
  if (!dots.some(({ money }) => drawn(money))) return undefined;
  const makeSeries = (
    name: string,
    mark: IndustryMark,
    holds: (industry: string | undefined) => boolean,
  ): OfficeSeries => ({
    name,
    colour: markToken(mark),
    symbol: symbols[findMarkShape(mark)],
    values: dots.map(({ money, industry, stage }) =>
      drawn(money) && holds(industry) ? String(stages.length - stages.indexOf(stage)) : null,
    ),
  });
  const marked = industries.filter(({ id }) => findMark(industries, id) !== 'other');
  const known = marked.map(({ id, short, colour }) =>
    makeSeries(short[language], colour, (industry) => industry === id),
  );
  const other = makeSeries(
    otherWord(overview, language),
    'other',
    (industry) => findMark(industries, industry) === 'other',
  );
  return {
    kind: 'scatter',
    across: 'total_investment',
    unit: { id: base_currency, like: String(pipelineUnit(overview, language).like) },
    rows: stages.map((stage) => stageWord(overview.zone.stage_words, stage, language)),
    series: [...known, other].filter(({ values = [] }) => values.some((value) => value !== null)),
  };
}
