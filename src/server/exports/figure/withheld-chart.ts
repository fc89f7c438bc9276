import type { AnyChartId } from '#charts/all-charts.ts';
import { findAnyChart } from '#charts/all-charts.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { makeTable } from '#charts/kit/write-words.ts';
import { withheldNames } from '#domain/labels/projects/redistribution.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectFilterField } from '#domain/overview/register-filter.ts';
import { compact } from '#domain/values/compact.ts';
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
  const facts = [...findAnyChart(id).facts(context.options), ...listNamedFacts(overview, filters)];
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
