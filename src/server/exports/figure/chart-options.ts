import { findAnyChart, type AnyChartId } from '#charts/all-charts.ts';
import { type AnalysisChartId, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import { hasValue } from '#charts/kit/offered-options.ts';
import type { ChartQuery } from '#contract/exports/schemas.ts';
import { type ChosenFilters, writeFilters } from '#domain/labels/projects/filter-words.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { readNamesOfInvestors } from '#server/analysis/investor-names.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { readZone } from '#server/zone/store.ts';

/** Reads the language of a chart file. The default is English. */
export const chartLanguage = (query: { readonly lang?: string }): Language =>
  (query.lang ?? 'en') as Language;

/**
 * Reads the options of an analysis chart.
 * @throws HttpProblem for a value that the chart does not offer
 */
function readChoices(id: AnalysisChartId, query: ChartQuery, overview: Overview): ChartOptions {
  const options = compact({
    measure: query.measure,
    by: query.by,
    stack: query.stack,
    event: query.event,
    period: query.period,
    form: query.form,
    zoom: query.zoom,
    currency: query.currency,
  });
  const context = { language: chartLanguage(query), options };
  const choices = findAnyChart(id).choices?.(overview, context) ?? [];
  for (const [name, value] of Object.entries(options)) {
    const choice = choices.find(({ option }) => option === name);
    if (choice === undefined)
      throw problem('unknown_parameter', `Leave out ${name}: this chart does not take it.`);
    if (!hasValue(choice, value)) {
      const values = choice.values.map((one) => one.value);
      throw problem('bad_request', `Correct ${name}: use one of ${values.join(', ')}.`);
    }
  }
  return compact({ ...options, title: query.title });
}

function readOptions(id: AnyChartId, query: ChartQuery, overview: Overview): ChartOptions {
  if (isAnalysisChartId(id)) return readChoices(id, query, overview);
  const { measure, range } = query;
  if (measure !== undefined && !overview.targets.some((row) => targetKey(row) === measure)) {
    throw problem(
      'bad_request',
      `Correct measure: use one of ${overview.targets.map(targetKey).join(', ')}.`,
    );
  }
  return compact({
    measure,
    title: query.title,
    range: range === undefined ? undefined : (range as 'to_date' | 'to_target'),
    marks: query.marks,
  });
}

/** Describes the filters of a file in words. @returns undefined if the file counts all projects */
async function describeFilters(
  deps: AppDeps,
  overview: Overview,
  query: ChosenFilters & { readonly investor?: string | undefined },
  language: Language,
): Promise<string | undefined> {
  const { origin, revision, zone } = overview;
  if (writeFilters(query, zone, language) === '') return undefined;
  const [profile, investors] = await Promise.all([
    readZone(deps.db, origin, revision),
    readNamesOfInvestors(deps, overview, splitItems(query.investor ?? '')),
  ]);
  return writeFilters(query, { ...(profile ?? zone), investors }, language);
}

/**
 * Reads the options of a chart, with a description of its filters.
 * @throws HttpProblem for a measure or an option that the chart does not have
 */
export async function readChartOptions(
  deps: AppDeps,
  id: AnyChartId,
  query: ChartQuery,
  overview: Overview,
): Promise<ChartOptions> {
  const options = readOptions(id, query, overview);
  const { compared } = overview;
  // each side of a comparison names its own group
  const field = compared?.versus.kind === 'group' ? compared.versus.field : undefined;
  const nextQuery = field === undefined ? query : { ...query, [field]: undefined };
  const filters = await describeFilters(deps, overview, nextQuery, chartLanguage(query));
  return { ...options, ...compact({ filters }) };
}
