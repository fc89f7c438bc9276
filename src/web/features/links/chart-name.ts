import { analysisCharts, isAnalysisChartId } from '#charts/analysis-charts.ts';
import { findChart, isChartId } from '#charts/registry.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import type { Language } from '#domain/values/language.ts';

/** The name of the analysis chart of a link, or of the outlook. */
export function chartName({ chart }: Pick<LinkView, 'chart'>, language: Language): string {
  const { id } = chart ?? { id: 'outlook' };
  return isAnalysisChartId(id) ? analysisCharts[id].name(language) : id;
}

/** The name of the figure of a link that another site shows: the title of the link, else its own. */
export function figureName(
  { view, title }: Pick<SharedLink, 'view' | 'title'>,
  language: Language,
): string {
  const figure = view.embed?.figure ?? '';
  return isChartId(figure)
    ? findChart(figure).name(language)
    : (title ?? chartName(view, language));
}
