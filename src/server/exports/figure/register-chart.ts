import type { ChartQuery } from '#contract/exports/schemas.ts';
import { removeOwners } from '#domain/redaction/without-notes.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import type { StoredChart } from '#server/saved-charts/store.ts';
import { makeStamp } from './figure-stamp.ts';
import { answerChart, parseFileName } from './service.ts';
import { readChartOverview } from './chart-overview-service.ts';

interface RegisterChartInput {
  /** The chart with its format, such as `targets.png`. */
  readonly file: string;
  readonly query: ChartQuery;
  readonly mayViewNotes: boolean;
  readonly signal: AbortSignal;
  /** The saved chart whose texts the file has. */
  readonly savedChart?: StoredChart;
}

/**
 * Makes a chart of the register as a file with its stamp.
 * @throws HttpProblem if there is no such chart, or for a parameter that the caller may not use
 */
export async function answerRegisterChart(
  deps: AppDeps,
  { file, query, mayViewNotes, signal, savedChart }: RegisterChartInput,
): Promise<Answer> {
  const chart = parseFileName(file);
  if (savedChart !== undefined && chart.id !== savedChart.view_json.chart)
    throw problem(
      'not_found',
      `Request ${savedChart.view_json.chart}: the saved chart is this one.`,
    );
  rejectHiddenFilters(query, mayViewNotes);
  const read = await readChartOverview(deps, chart, query);
  const overview = mayViewNotes ? read : removeOwners(read);
  return answerChart(deps, chart, overview, query, {
    stamp: await makeStamp(deps, chart.id, overview, query),
    ...(savedChart === undefined ? {} : { annotations: savedChart.annotations_json }),
    signal,
  });
}
