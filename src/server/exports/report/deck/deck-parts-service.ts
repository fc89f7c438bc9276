import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { readAnalysisOverview } from '#server/exports/figure/chart-overview-service.ts';
import type { ReportFileInput } from '#server/exports/report/write-report.ts';
import type { DeckParts } from './deck-input.ts';

/**
 * Reads the parts of charts that only the slides of a report show.
 * @throws any error that is no HttpProblem; a part with an HttpProblem is left out
 */
export async function readDeckParts(
  deps: AppDeps,
  { report, overview, stamp }: ReportFileInput,
): Promise<DeckParts> {
  const query = compact({
    as_of: overview.as_of,
    known_at: report.known_at,
    plan: stamp?.plan,
    lang: report.language,
  });
  const read = async (chart: 'outlook' | 'breakdown') => {
    try {
      return await readAnalysisOverview(deps, chart, query);
    } catch (error) {
      // the report leaves out a chart that its day can't have
      if (error instanceof HttpProblem) return undefined;
      throw error;
    }
  };
  const [outlook, breakdown] = await Promise.all([read('outlook'), read('breakdown')]);
  return compact({ outlook, breakdown });
}
