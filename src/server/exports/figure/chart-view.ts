import { type AnyChartId, findAnyChart } from '#charts/all-charts.ts';
import type { ChartContext, ChartOptions } from '#charts/kit/definition.ts';
import type { ChartQuery } from '#contract/exports/schemas.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';

/** The options and filters with which a program can draw the chart again from the same register. */
export interface ChartView {
  /** The options, with the defaults of those that are not chosen. */
  readonly options: Readonly<Record<string, string>>;
  /** The filters of the register, each a list of alternatives. */
  readonly filters: Readonly<Record<string, string>>;
  readonly compare?: string;
  readonly plan: string;
}

/** Finds the options of a chart with their defaults. */
function findOptions(
  id: AnyChartId,
  overview: Overview,
  context: ChartContext,
): Readonly<Record<string, string>> {
  const {
    title: _title,
    note: _note,
    filters: _filters,
    annotations: _texts,
    ...options
  } = context.options;
  const usual = (findAnyChart(id).choices?.(overview, context) ?? []).flatMap(
    ({ option, values: [first] }) =>
      first === undefined || first.value === '' ? [] : [[option, first.value] as const],
  );
  return { ...Object.fromEntries(usual), ...(options as ChartOptions & Record<string, string>) };
}

/**
 * Lists the options, filters, comparison and plan of a chart in a form that depends on no language.
 */
export function findChartView(
  id: AnyChartId,
  overview: Overview,
  context: ChartContext,
  query: Pick<ChartQuery, (typeof projectFilterFields)[number] | 'plan' | 'scenario' | 'versus'>,
): ChartView {
  const filters = Object.fromEntries(
    projectFilterFields.flatMap((field) =>
      query[field] === undefined ? [] : [[field, query[field]]],
    ),
  );
  return {
    options: {
      ...findOptions(id, overview, context),
      ...compact({ scenario: query.scenario, versus: query.versus }),
    },
    filters,
    ...compact({ compare: overview.bridge?.from ?? overview.compare }),
    plan: query.plan ?? overview.plan.path,
  };
}
