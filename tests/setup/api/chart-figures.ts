import { expect } from 'vitest';
import { type AnalysisChartId, analysisChartIds } from '#charts/labels/analysis-names.ts';
import type { ChartDefinition, ChartOptions } from '#charts/kit/definition.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import { schemas } from '#contract/schemas.ts';
import type { ExplainedProject } from '#domain/measures/explanation.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { readComparableParts } from '#server/analysis/service.ts';
import type { TestApi } from './api.ts';

export type Choice = Readonly<Record<string, string>>;
/** The choices by which charts are drawn that have some. */
const ownChoices: Readonly<Partial<Record<AnalysisChartId, readonly Choice[]>>> = {
  outlook: [{}, { scenario: 'delay:12;rate:0.8' }],
  stage_time: [{}, { versus: 'industry:eco' }],
  timeline: [{}, { by: 'all' }],
  quality: [{}, { by: 'owner' }],
  breakdown: [
    {},
    { measure: 'count', by: 'owner', stack: 'stage' },
    { measure: 'exits', by: 'reason', stack: 'stage' },
    { measure: 'jobs_plan', by: 'year', stack: 'industry' },
    { measure: 'investment_per_mu', by: 'zone' },
    { measure: 'jobs_per_100m', by: 'country' },
    { measure: 'total_investment', by: 'investor', stack: 'none' },
    { measure: 'total_investment', by: 'industry', stack: 'none', stage: 'signed,lead' },
    { versus: '2020-12-31' },
  ],
  distribution: [{}, { measure: 'jobs_plan' }],
  series: [
    { event: 'every' },
    { event: 'every', measure: 'total_investment', period: 'half_year' },
    { event: 'every', measure: 'total_investment', form: 'cumulative' },
    { measure: 'companies', period: 'quarter' },
  ],
  funnel: [{}, { event: 'lead_negotiation', period: 'year' }],
  money_ladder: [{}, { by: 'year' }, { by: 'zone', industry: 'eco,ict' }],
};

/** Each chart of the page of charts, with the choices by which it is drawn. */
export const chartChoices = analysisChartIds.map((id) => [id, ownChoices[id] ?? [{}]] as const);

/** Reads an explanation, and all its rows. */
export async function explain(api: TestApi, { measure, of }: TableFigure, scope: Choice) {
  const query = String(new URLSearchParams({ ...scope, ...of }));
  const path = `/api/v1/explanations/${measure}?${query}&limit=100`;
  const reply = await api.get<Explanation>(path);
  expect(schemas.explanation.reply.safeParse(reply).error?.issues ?? [], path).toEqual([]);
  const rows: ExplainedProject[] = [];
  for (let page = reply; page.rows.kind === 'projects'; ) {
    rows.push(...page.rows.items);
    if (page.rows.next === null) break;
    page = await api.get(`${path}&cursor=${encodeURIComponent(page.rows.next)}`);
  }
  return { path, reply, rows };
}

/** A chart by one choice: its overview, its options, and the subject of its figures. */
export async function readChart(
  api: TestApi,
  chart: ChartDefinition<unknown>,
  overview: Overview,
  choice: Choice,
): Promise<{
  readonly overview: Overview;
  readonly options: ChartOptions;
  readonly scope: Choice;
}> {
  const { as_of, revision: knownRevision } = overview;
  const deps = { db: api.db, clock: () => new Date('2021-05-10T08:00:00Z') };
  const parts = await readComparableParts(deps, chart, { as_of, knownRevision, ...choice });
  const { measure, by, stack, event, period, form, versus: _versus, ...filters } = choice;
  const options = { measure, by, stack, event, period, form };
  const ownOptions = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  );
  return { overview: { ...overview, ...parts }, options: ownOptions, scope: { as_of, ...filters } };
}
