import type { Overview } from '#domain/overview/overview.ts';
import { stageWord } from '#domain/labels/index.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import { isCounted } from '#charts/pipeline/size-table.ts';
import { dotsOfficeChart } from './dots.ts';
import { pipelineWords } from '#charts/pipeline/labels/index.ts';
import { totalsOnly } from '#charts/pipeline/totals.ts';

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

const colourOf = (stage: string, at: number): Token =>
  stage === 'unknown' ? 'axis' : (stageColours[at % stageColours.length] ?? 'accent');

/** Makes a bar for each stage of a view without single projects: their number. */
function totalsOfficeChart({ language }: ChartContext, table: ChartTable): OfficeChart {
  const text = pipelineWords[language];
  const [stages, counts] = [readColumn(table, 'stage'), readColumn(table, 'projects')];
  // a stage with amounts in two currencies has two rows, and one bar
  const values = counts.map((count, at) => (stages[at] === stages[at - 1] ? null : count));
  return {
    kind: 'bar',
    across: 'stage',
    unit: { id: 'projects', like: '100' },
    series: [{ name: text.columns.count, colour: 'accent', values }],
  };
}

/** Makes bars of the number of projects with an amount of each size, divided by their stages. */
function sizesOfficeChart(overview: Overview, { language }: ChartContext): OfficeChart {
  const stages = overview.strip.groups
    .flatMap(({ rows }) => rows.filter(({ count }) => count > 0))
    .map(({ stage }, at) => ({
      name: stageWord(overview.zone.stage_words, stage, language),
      colour: colourOf(stage, at),
      column: stage,
    }));
  const { subtitleSizes: subtitle, spreadNote } = pipelineWords[language];
  return {
    kind: 'bar',
    stacked: true,
    across: 'size',
    gap: 35,
    unit: { id: 'projects', like: '100' },
    subtitle,
    without_notes: [spreadNote],
    key: stages.map(({ name, colour }) => ({ label: name, colour, shape: 'square' })),
    series: stages,
  };
}

/** Makes projects by stage: a point for each, or bars of their number. */
export function pipelineOfficeChart(
  overview: Overview,
  context: ChartContext,
  table: ChartTable,
): OfficeChart | undefined {
  if (totalsOnly(overview)) return totalsOfficeChart(context, table);
  if (isCounted(overview)) return sizesOfficeChart(overview, context);
  return dotsOfficeChart(overview, context);
}
