import { analysisChartName, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { overviewChartNames } from '#charts/kit/names/labels/index.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import type { Language } from '#domain/values/language.ts';

/** The name of an id in a list of names. Undefined for another id. */
const findName = (names: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;

/** The name of the analysis chart of a link, or of the outlook. */
export function chartName({ chart }: Pick<LinkView, 'chart'>, language: Language): string {
  const { id } = chart ?? { id: 'outlook' };
  return isAnalysisChartId(id) ? analysisChartName(id, language) : id;
}

/** The name of the figure of a link that another site shows: the title of the link, else its own. */
export function figureName(
  { view, title }: Pick<SharedLink, 'view' | 'title'>,
  language: Language,
): string {
  const figure = view.embed?.figure ?? '';
  return findName(overviewChartNames[language], figure) ?? title ?? chartName(view, language);
}
