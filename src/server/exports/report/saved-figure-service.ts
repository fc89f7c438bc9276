import { isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { listNamedColumns } from '#domain/overview/named-columns.ts';
import { hasColumns } from '#server/analysis/own-columns-store.ts';
import type { ChartQuery } from '#contract/exports/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import type { GoneFigure, SavedFigure } from '#report/sections/saved-figures.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { readChartOptions } from '#server/exports/figure/chart-options.ts';
import { readAnalysisOverview } from '#server/exports/figure/chart-overview-service.ts';
import { isReadable, readSavedWords } from '#server/saved-charts/service.ts';
import { listReportCharts, type StoredChart } from '#server/saved-charts/store.ts';

/** The day and language of a report, and whether its reader may see notes. */
export interface ReportReader {
  readonly as_of: string;
  readonly known_at?: string | undefined;
  readonly language: Language;
  readonly mayViewNotes: boolean;
}

/** Converts a saved chart to the query of its file. */
function toQuery({ title, view_json }: StoredChart, reader: ReportReader): ChartQuery {
  const { chart: _chart, table: _table, as_of = reader.as_of, ...options } = view_json;
  return compact({ ...options, title, as_of, known_at: reader.known_at, lang: reader.language });
}

async function readFigure(
  deps: AppDeps,
  storedChart: StoredChart,
  reader: ReportReader,
): Promise<SavedFigure | GoneFigure> {
  const { id, title, view_json: view } = storedChart;
  const { chart } = view;
  if (!isAnalysisChartId(chart)) return { id, title };
  const query = toQuery(storedChart, reader);
  try {
    const overview = await readAnalysisOverview(deps, chart, query);
    if (!(await hasColumns(deps, overview, listNamedColumns(query)))) return { id, title };
    const options = {
      ...(await readChartOptions(deps, chart, query, overview)),
      ...readSavedWords(storedChart),
    };
    return { id, title, chart, options, overview, query: query as Record<string, string> };
  } catch (error) {
    if (error instanceof HttpProblem) return { id, title };
    throw error;
  }
}

/**
 * Reads the saved charts of the report, as of its day or of their own day. A reader who may not see
 * owners gets no chart that is filtered or grouped by them.
 */
export async function readSavedFigures(
  deps: AppDeps,
  reader: ReportReader,
): Promise<readonly (SavedFigure | GoneFigure)[]> {
  const charts = (await listReportCharts(deps.db)).filter((one) =>
    isReadable(one, reader.mayViewNotes),
  );
  return Promise.all(charts.map((one) => readFigure(deps, one, reader)));
}
