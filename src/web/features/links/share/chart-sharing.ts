import { use } from 'react';
import { isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { chartIds, comparesDays, findChart } from '#charts/registry.ts';
import type { SharedPage } from '#contract/links/constants.ts';
import type { LinkDraft } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { type ChartRefusal, findChartRefusal } from '#domain/redaction/analysis/chart-refusal.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { loadAnalysisChart } from '#web/figures/load-analysis-chart.ts';
import type { en } from '#web/features/links/labels/charts/en.ts';
import type { Translate } from '#web/i18n/text.ts';
import { chartName } from '#web/features/links/chart-name.ts';

/** A figure that another site can show. */
export interface Figure {
  readonly id: string;
  readonly name: string;
}

/** The figures of a page that another site can show, with their names. */
export function listFigures(
  page: SharedPage,
  view: LinkView,
  language: Language,
): readonly Figure[] {
  if (page === 'overview' || page === 'changes')
    return chartIds
      .filter((id) => comparesDays(id) === (page === 'changes'))
      .map((id) => ({ id, name: findChart(id).name(language) }));
  const id = page === 'outlook' ? page : view.chart?.id;
  return id === undefined ? [] : [{ id, name: chartName(view, language) }];
}

/**
 * Finds why the choices of the dialog do not allow the chart of the page. The component suspends
 * until the code of the chart is loaded.
 * @returns undefined if they allow it, and on pages without one chart
 */
export function useRefusal({ view, profile }: LinkDraft): ChartRefusal | undefined {
  const chart = view.page === 'outlook' ? { id: 'outlook' } : view.chart;
  if (chart === undefined || !isAnalysisChartId(chart.id)) return undefined;
  const { needs } = use(loadAnalysisChart(chart.id));
  return findChartRefusal({ ...chart, ...compact({ scenario: view.scenario }) }, profile, needs);
}

/**
 * Describes what a link to a chart or to the outlook includes, and which parts of the page it does
 * not include.
 */
export const describeChartLink = (
  view: LinkView,
  t: Translate<typeof en>,
  { language, date }: { readonly language: Language; readonly date: string },
): string =>
  [
    view.page === 'outlook'
      ? t('lead_outlook', { date })
      : t('lead_charts', { name: chartName(view, language), date }),
    ...(view.scenario === undefined ? [] : [t('with_scenario')]),
    ...(view.chart?.versus === undefined ? [] : [t('with_versus')]),
  ].join(language === 'en' ? ' ' : '');
