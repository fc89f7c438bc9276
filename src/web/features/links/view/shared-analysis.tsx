import { useState } from 'react';
import { analysisCharts, isAnalysisChartId } from '#charts/analysis-charts.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { optionsOf } from '#domain/redaction/analysis/chart-refusal.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { compact } from '#domain/values/compact.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { FigureDownloads } from './shared-figures.tsx';

/** Says why a link does not show its chart, or that its saved chart was removed since. */
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

/** The analysis chart of a link, as the link fixes it. Its table lists no projects to open. */
export function SharedAnalysis({ payload }: { readonly payload: SharedPayload }) {
  const [table, setTable] = useState(false);
  const language = useLanguage();
  const { view, analysis, counted } = payload;
  const { id, ...chosen } = view.chart ?? { id: 'outlook' };
  if (!isAnalysisChartId(id) || analysis === undefined) return <ChartNotice payload={payload} />;
  const chart: ChartDefinition<unknown> = analysisCharts[id];
  const overview = { ...toDrawableOverview(payload.overview), ...analysis };
  const options = { ...optionsOf({ id, ...chosen }), ...compact({ filters: counted?.[language] }) };
  const { title } = writeWords(chart, overview, { language, options });
  return (
    <>
      <ChartNotice payload={payload} />
      <FigureCard
        chart={chart}
        overview={overview}
        options={options}
        table={table}
        onTable={setTable}
        tools={<FigureDownloads id={id} title={title} payload={payload} />}
      />
    </>
  );
}
