import type { AnalysisChartId } from '#charts/analysis-charts.ts';
import type { AnalysisQuery } from '#contract/analysis/query.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readOutlook } from '#server/outlook/service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
/** Reads the part of one chart. `known` is the revision of the overview that it joins. */
type ReadPart = (
  deps: Deps,
  query: AnalysisQuery & { readonly known: number },
) => Promise<AnalysisParts>;

const readers: Readonly<Record<AnalysisChartId, ReadPart>> = {
  outlook: async (deps, { as_of, known, plan }) => ({
    outlook: await readOutlook(deps, { as_of, known, plan }),
  }),
};

/** Reads the part of an overview that one analysis chart draws. */
export const readAnalysisPart = (
  deps: Deps,
  chart: AnalysisChartId,
  query: AnalysisQuery & { readonly known: number },
): Promise<AnalysisParts> => readers[chart](deps, query);
