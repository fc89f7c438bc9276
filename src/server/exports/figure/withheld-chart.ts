import type { AnyChartId } from '#charts/all-charts.ts';
import { findAnyChart } from '#charts/all-charts.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { makeTable } from '#charts/kit/write-words.ts';
import { withheldNames } from '#domain/labels/projects/redistribution.ts';
import { measures } from '#domain/projects/project.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectFilterField } from '#domain/overview/register-filter.ts';
import { isColumnKey } from '#domain/projects/fields/own-column.ts';
import { compact } from '#domain/values/compact.ts';
import type { BreakdownStack, FieldKey, RatioMeasure } from '#domain/analysis/breakdown.ts';
import type { WithheldData, WithholdableField } from '#domain/zone/rights/redistribution.ts';

/** Thrown if the data of a chart may not be redistributed. */
export class WithheldChartError extends Error {
  override readonly name = 'WithheldChartError';
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    super(`The chart holds ${names.join(', ')}.`);
    this.names = names;
  }
}

/** The facts behind a ratio of a breakdown. */
const ratioFields: Readonly<Record<RatioMeasure, readonly WithholdableField[]>> = {
  investment_per_mu: ['total_investment', 'land_mu'],
  output_per_mu: ['output_actual', 'land_mu'],
  jobs_per_100m: ['jobs_actual', 'total_investment'],
  fdi_realised: ['utilised_fdi', 'contracted_fdi'],
};
const fieldsOfMeasures: Readonly<Record<string, readonly string[]>> = ratioFields;
/** The fact whose values are the names of groups. Undefined for names that are never withheld. */
const groupField: Readonly<Record<FieldKey | BreakdownStack, WithholdableField | undefined>> = {
  none: undefined,
  stage: undefined,
  industry: 'industry',
  zone: 'zone',
  country: 'country',
  prefecture: 'prefecture',
  investor: 'investor',
  owner: 'owner',
  year: undefined,
  reason: undefined,
  channel: 'source_channel',
  agreement: 'agreement_type',
  extension: 'extended_project',
};
const fieldsOfGroups: Readonly<Record<string, WithholdableField | undefined>> = groupField;
/** The fact that a filter names. A stage and a status are never withheld. */
const factOfFilter: Readonly<Record<ProjectFilterField, WithholdableField | undefined>> = {
  stage: undefined,
  status: undefined,
  industry: 'industry',
  zone: 'zone',
  owner: 'owner',
  unit: 'unit',
  country: 'country',
  prefecture: 'prefecture',
  investor: 'investor',
  channel: 'source_channel',
  agreement: 'agreement_type',
  column: 'extra',
};
/** Lists the facts of projects that filters, or the groups of a comparison, name. */
export const listFilterFacts = (
  fields: readonly ProjectFilterField[],
): readonly WithholdableField[] => fields.flatMap((field) => factOfFilter[field] ?? []);

const isMoney = (id: string): boolean => measures.some((measure) => measure === id);

type ListFields = (options: ChartContext['options']) => readonly string[];
const groupsOf: ListFields = ({ by, stack }) =>
  [by, stack].flatMap((one) =>
    one === undefined ? [] : isColumnKey(one) ? ['extra'] : (fieldsOfGroups[one] ?? []),
  );
/** Lists the facts of the chosen groups. The default group is the industry. */
const groupsOrIndustry: ListFields = (options) =>
  options.by === undefined ? [...groupsOf(options), 'industry'] : groupsOf(options);
const chosenMeasure: ListFields = ({ measure = 'total_investment' }) =>
  fieldsOfMeasures[measure] ?? [measure];

/**
 * The facts of projects whose values the data of each chart holds, alone or in sums. A new chart
 * does not compile without its line.
 */
const fieldsOf: Readonly<Record<AnyChartId, ListFields>> = {
  targets: groupsOf,
  progress: groupsOf,
  forecast_record: groupsOf,
  stage_time: groupsOf,
  funnel: groupsOf,
  pipeline: () => ['total_investment', 'industry'],
  changes: () => ['total_investment'],
  breakdown: (options) => [...chosenMeasure(options), ...groupsOrIndustry(options)],
  distribution: (options) => [...chosenMeasure(options), ...groupsOrIndustry(options)],
  money_ladder: (options) => [
    ...['total_investment', 'contracted_amount', 'paid_in', 'fai_done_total'],
    ...groupsOrIndustry(options),
  ],
  series: (options) => [
    ...(options.measure !== undefined && isMoney(options.measure) ? [options.measure] : []),
    ...groupsOf(options),
  ],
  timeline: () => ['milestones'],
  outlook: () => ['jobs_plan', 'jobs_actual', 'output_plan', 'output_actual', 'total_investment'],
  quality: () => ['owner', 'unit'],
};

/** Lists the facts of projects that the data of a chart holds. */
export const listChartFields = (
  id: AnyChartId,
  options: ChartContext['options'],
): readonly string[] => fieldsOf[id](options);

/** Finds the indicator of a chart that shows one indicator. */
function findIndicator(
  id: AnyChartId,
  overview: Overview,
  context: ChartContext,
): string | undefined {
  if (id === 'series') return overview.series?.indicator?.indicator.id;
  if (id !== 'progress' && id !== 'forecast_record') return undefined;
  const ids = makeTable(findAnyChart(id), overview, context).ids;
  const cells = Object.values(ids ?? {}).flat();
  return (
    cells.find((column) => column.id === 'indicator')?.cells.find((cell) => cell !== null) ??
    context.options.measure ??
    overview.main_measure
  );
}

/**
 * Removes indicators that may not be redistributed from the overview of a chart file. All other
 * data stays.
 * @param filters - the fields by which the projects of the chart were chosen
 * @throws WithheldChartError if the chart itself shows such facts or such an indicator
 */
export function withholdOverview(
  id: AnyChartId,
  overview: Overview,
  context: ChartContext,
  filters: readonly ProjectFilterField[] = [],
): Overview {
  const { withheld } = overview.zone;
  if (withheld === undefined) return overview;
  const facts = [...listChartFields(id, context.options), ...listNamedFacts(overview, filters)];
  const indicator = findIndicator(id, overview, context);
  const withheldParts: WithheldData = {
    fields: withheld.fields.filter((field) => facts.includes(field)),
    indicators: withheld.indicators.filter((one) => one === indicator),
  };
  if (withheldParts.fields.length > 0 || withheldParts.indicators.length > 0)
    throw new WithheldChartError(withheldNames(withheldParts, namedIndicators(overview), 'en'));
  const isAvailable = ({ indicator }: { readonly indicator: string }): boolean =>
    !withheld.indicators.includes(indicator);
  const { outlook } = overview;
  return {
    ...overview,
    targets: overview.targets.filter(isAvailable),
    ...compact({
      outlook: outlook && {
        ...outlook,
        targets: outlook.targets.filter(({ row }) => isAvailable(row)),
      },
    }),
  };
}
const namedIndicators = ({ targets }: Overview) =>
  targets.map(({ indicator, name }) => ({ id: indicator, name }));

/** Lists the facts that the filters and the groups of a comparison of a chart name. */
function listNamedFacts({ compared }: Overview, filters: readonly ProjectFilterField[]) {
  const versus = compared?.versus;
  return listFilterFacts([...filters, ...(versus?.kind === 'group' ? [versus.field] : [])]);
}

/** Names the data that a chart file leaves out. @returns undefined if nothing is withheld */
export function leftOutOf(
  overview: Overview,
  language: ChartContext['language'],
): readonly string[] | undefined {
  const { withheld } = overview.zone;
  return withheld === undefined
    ? undefined
    : withheldNames(withheld, namedIndicators(overview), language);
}
