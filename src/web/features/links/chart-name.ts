import { analysisCharts, isAnalysisChartId } from '#charts/analysis-charts.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import type { Language } from '#domain/values/language.ts';

/** The name of the analysis chart of a link, or of the outlook. */
export function chartName({ chart }: Pick<LinkView, 'chart'>, language: Language): string {
  const { id } = chart ?? { id: 'outlook' };
  return isAnalysisChartId(id) ? analysisCharts[id].name(language) : id;
}
