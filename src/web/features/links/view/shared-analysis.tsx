import { use, useState } from 'react';
import { isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { loadAnalysisChart } from '#web/figures/load-analysis-chart.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { optionsOf } from '#domain/redaction/analysis/chart-refusal.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import type { Language } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { FigureDownloads } from './shared-figures.tsx';

/** Says why a link does not show its chart, or that its saved chart has been removed. */
export function ChartNotice({ payload: { link, withheld } }: { readonly payload: SharedPayload }) {
  const t = useLabels(chartLinkLabels);
  if (withheld === 'removed') return <Notice kind="bad">{t('removed')}</Notice>;
  if (withheld !== undefined)
    return (
      <Notice>
        {t('withheld')} {t(withheld)}
      </Notice>
    );
  return link.chart_removed === true ? <Notice>{t('removed_since')}</Notice> : null;
}

/**
 * The analysis chart of a link with its data and options; undefined where the link shows none. The
 * component suspends until the code of the chart is loaded.
 * @throws the error of the import, to the error boundary
 */
export function useSharedChart(
  { link, overview, view, analysis, counted }: SharedPayload,
  language: Language,
) {
  const { id, words, ...options } = view.chart ?? { id: 'outlook' };
  if (!isAnalysisChartId(id) || analysis === undefined) return undefined;
  const chart = use(loadAnalysisChart(id));
  return {
    chart,
    overview: { ...toDrawableOverview(overview), ...analysis },
    options: {
      ...optionsOf(options),
      ...words,
      ...compact({
        filters: counted?.[language],
        // a page has the title above the chart
        title: view.embed === undefined ? undefined : link.title,
      }),
    },
  };
}

/** The analysis chart of a link, as the link fixes it. Its table links to no projects. */
export function SharedAnalysis({ payload }: { readonly payload: SharedPayload }) {
  const [table, setTable] = useState(false);
  const language = useLanguage();
  const figure = useSharedChart(payload, language);
  if (figure === undefined) return <ChartNotice payload={payload} />;
  const { title } = writeWords(figure.chart, figure.overview, {
    language,
    options: figure.options,
  });
  return (
    <>
      <ChartNotice payload={payload} />
      <FigureCard
        {...figure}
        table={table}
        onTable={setTable}
        tools={<FigureDownloads id={figure.chart.id} title={title} payload={payload} />}
      />
    </>
  );
}
