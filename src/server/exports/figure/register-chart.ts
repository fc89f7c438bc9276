import { analysisOptions } from '#contract/analysis/query.ts';
import type { ChartQuery } from '#contract/exports/schemas.ts';
import { removeOwners } from '#domain/redaction/without-notes.ts';
import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { readSavedWords } from '#server/saved-charts/service.ts';
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

const viewFields = ['title', 'measure', ...Object.keys(analysisOptions)] as const;
/**
 * The query of the file of a saved chart. One that names no title, option or filter asks for the
 * chart as it was saved.
 */
function readSavedQuery(query: ChartQuery, savedChart: StoredChart | undefined): ChartQuery {
  if (savedChart === undefined || viewFields.some((field) => field in query)) return query;
  const { chart: _chart, table: _table, ...view } = savedChart.view_json;
  return { ...view, title: savedChart.title, ...query };
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
  const whole = readSavedQuery(query, savedChart);
  rejectHiddenFilters(whole, mayViewNotes);
  const read = await readChartOverview(deps, chart, whole);
  const overview = mayViewNotes ? read : removeOwners(read);
  return answerChart(deps, chart, overview, whole, {
    stamp: await makeStamp(deps, chart.id, overview, whole),
    ...compact({ savedWords: savedChart === undefined ? undefined : readSavedWords(savedChart) }),
    signal,
  });
}
