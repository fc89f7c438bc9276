import type { ComparableParts } from '#domain/analysis/analysis-parts.ts';
import { readZone } from '#server/zone/store.ts';
import { listNamedInvestors } from '#domain/projects/investor-names.ts';
import { compact } from '#domain/values/compact.ts';
import { projectFilterFields, registerFilterFields } from '#domain/overview/register-filter.ts';
import { analysisParameters } from '#contract/analysis/query.ts';
import type { ChartQuery } from '#contract/exports/schemas.ts';
import type { ChartFormat } from '#contract/exports/constants.ts';
import { findAnyChart, type AnyChartId } from '#charts/all-charts.ts';
import { type AnalysisChartId, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { comparesDays } from '#charts/registry.ts';
import { bridgeMoves } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { readBridge } from '#server/changes/service.ts';
import { readNamesOfInvestors } from '#server/analysis/investor-names.ts';
import { readComparableParts } from '#server/analysis/service.ts';
import { readOverview } from '#server/overview/service.ts';
import { addSecondaryCurrency } from '#server/currencies/secondary-currency-service.ts';

/** A chart and the format of its file. */
export interface ChartFile {
  readonly id: AnyChartId;
  readonly format: ChartFormat;
}

/** Formats that list every project. */
const rowFormats: readonly string[] = ['json', 'csv', 'xlsx'];
const everyProject = 1_000_000;

const changeParameters = ['known_from', 'rates', 'cur'] as const;
/** Adds the names of the function zones and of the investors to a comparison of groups. */
async function nameGroups(
  deps: AppDeps,
  overview: Overview,
  { compared, ...own }: ComparableParts,
): Promise<ComparableParts> {
  if (compared === undefined) return own;
  const { versus, base } = compared;
  const isOfInvestors = versus.kind === 'group' && versus.field === 'investor';
  const [zone, investors] = await Promise.all([
    readZone(deps.db, overview.origin, overview.revision),
    readNamesOfInvestors(deps, overview, isOfInvestors ? [...base, ...versus.values] : []),
  ]);
  const names = compact({
    function_zones: zone?.function_zones,
    investors: listNamedInvestors(investors),
  });
  return { ...own, compared: { ...compared, ...names } };
}

/**
 * Reads the overview of an analysis chart, with the parts that it draws.
 * @throws HttpProblem for parameters that the chart does not take
 */
export async function readAnalysisOverview(
  deps: AppDeps,
  id: AnalysisChartId,
  query: ChartQuery,
): Promise<Overview> {
  const { as_of, known_at, plan, measure } = query;
  const options = Object.fromEntries(
    analysisParameters.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
  );
  const comparing = changeParameters.filter((name) => query[name] !== undefined);
  if (comparing.length > 0)
    throw problem(
      'unknown_parameter',
      `Leave out ${comparing.join(', ')}: an analysis chart does not take this.`,
    );
  const filters = projectFilterFields.filter((name) => query[name] !== undefined);
  if (findAnyChart(id).takesFilters !== true && filters.length > 0)
    throw problem(
      'unknown_parameter',
      `Leave out ${filters.join(', ')}: this chart counts every project.`,
    );
  if (findAnyChart(id).takesScenario !== true && query.scenario !== undefined)
    throw problem(
      'unknown_parameter',
      'Leave out scenario: only the chart of the outlook takes it.',
    );
  if (findAnyChart(id).takesComparison !== true && query.versus !== undefined)
    throw problem('unknown_parameter', 'Leave out versus: this chart cannot be compared.');
  const overview = await readOverview(deps, { as_of, known_at, plan, compare: 'none', dots: 0 });
  const parts = await readComparableParts(deps, findAnyChart(id), {
    ...compact({ plan, measure }),
    ...options,
    as_of: overview.as_of,
    knownRevision: overview.revision,
  });
  return { ...overview, ...(await nameGroups(deps, overview, parts)) };
}

/**
 * Reads the overview of a chart, for the chart of changes with the bridge between its days.
 * @throws HttpProblem for parameters that the chart does not take
 */
export async function readChartOverview(
  deps: AppDeps,
  { id, format }: ChartFile,
  query: ChartQuery,
): Promise<Overview> {
  if (isAnalysisChartId(id)) return readAnalysisOverview(deps, id, query);
  const foreign = analysisParameters.filter(
    (name) => query[name] !== undefined && !registerFilterFields.some((field) => field === name),
  );
  if (foreign.length > 0)
    throw problem(
      'unknown_parameter',
      `Leave out ${foreign.join(', ')}: only analysis charts take this.`,
    );
  const extra = changeParameters.filter((name) => query[name] !== undefined && name !== 'cur');
  if (!comparesDays(id)) {
    if (extra.length > 0)
      throw problem(
        'unknown_parameter',
        `Leave out ${extra.join(', ')}: only the chart of changes takes this.`,
      );
    const dots = rowFormats.includes(format) ? { dots: everyProject } : {};
    return addSecondaryCurrency(deps, await readOverview(deps, { ...query, ...dots }), query.cur);
  }
  // A page can also compare a day with itself at two times of knowledge, which is no day here.
  const day = /^\d/.test(query.compare ?? '') ? query.compare : undefined;
  const overview = await readOverview(
    deps,
    day === undefined ? query : { ...query, compare: 'none' },
  );
  const from = day ?? overview.compare;
  if (from === undefined) return overview;
  const parameters = Object.fromEntries(
    [...changeParameters, ...registerFilterFields, 'known_at' as const].flatMap((name) =>
      query[name] === undefined ? [] : [[name, query[name]]],
    ),
  );
  const between = await readBridge(deps, { from, to: overview.as_of, ...parameters });
  const { bridge, data_status } = between;
  return {
    ...overview,
    bridge,
    ...bridgeMoves(between),
    strip: { ...overview.strip, data_status },
  };
}
