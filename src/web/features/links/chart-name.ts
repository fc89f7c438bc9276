import { analysisCharts, isAnalysisChartId } from '#charts/analysis-charts.ts';
import { findChart, isChartId } from '#charts/registry.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import type { Language } from '#domain/values/language.ts';

/** The name of the analysis chart of a link, or of the outlook. */
export function chartName({ chart }: Pick<LinkView, 'chart'>, language: Language): string {
  const { id } = chart ?? { id: 'outlook' };
  return isAnalysisChartId(id) ? analysisCharts[id].name(language) : id;
}

/** The name of the figure of a link that another site shows. */
export const figureName = (view: LinkView, figure: string, language: Language): string =>
  isChartId(figure) ? findChart(figure).name(language) : chartName(view, language);
