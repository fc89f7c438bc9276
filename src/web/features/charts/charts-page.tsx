import { Suspense } from 'react';
import { Navigate } from 'react-router-dom';
import { Link } from '#web/ui/controls/link.tsx';
import {
  type AnalysisChartId,
  analysisChartIds,
  analysisChartName,
  firstAnalysisChart,
  isAnalysisChartId,
} from '#charts/labels/analysis-names.ts';
import { loadAnalysisChart } from '#web/figures/load-analysis-chart.ts';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { AnalysisFigure } from '#web/features/charts/parts/analysis-figure.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useSavedCharts } from '#web/features/charts/saved/queries.ts';
import { SavedList } from '#web/features/charts/saved/saved-list.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { SelectField } from '#web/ui/controls/field.tsx';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { toViewState } from '#web/url/saved-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import * as chartsStyles from './charts.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Loads the code of a chart that the reader points at. A failure appears once it is chosen. */
const approach = (id: AnalysisChartId): void => void loadAnalysisChart(id).catch(() => undefined);

/** The charts to choose from: a list beside the chart, a select field on a phone. */
function ChartList({ current }: { readonly current: AnalysisChartId }) {
  const t = useLabels(chartsLabels);
  const language = useLanguage();
  const { hrefTo, open } = useViewState();
  return (
    <nav className={chartsStyles.list} aria-label={t('charts')}>
      <ul>
        {analysisChartIds.map((id) => (
          <li key={id}>
            <Link
              to={hrefTo('/charts', { chart: id })}
              aria-current={id === current ? 'page' : undefined}
              onPointerEnter={() => approach(id)}
              onFocus={() => approach(id)}
            >
              {analysisChartName(id, language)}
            </Link>
          </li>
        ))}
        <li>
          <Link to={hrefTo('/figures')}>{t('all_figures')}</Link>
        </li>
      </ul>
      <div className={chartsStyles.select}>
        <SelectField
          label={t('chart')}
          value={current}
          onChange={(event) => open('/charts', { chart: event.target.value })}
        >
          {analysisChartIds.map((id) => (
            <option key={id} value={id}>
              {analysisChartName(id, language)}
            </option>
          ))}
        </SelectField>
      </div>
      <SavedList />
    </nav>
  );
}

/**
 * Any measure by any breakdown as a chart and a table. The address defines the chart. One with only
 * the id of a saved chart leads to the address of that chart.
 */
export function ChartsPage() {
  const { view, hrefTo } = useViewState();
  const query = useOverviewOfView();
  const { chart = firstAnalysisChart } = view;
  const current = isAnalysisChartId(chart) ? chart : firstAnalysisChart;
  const savedCharts = useSavedCharts();
  const list = savedCharts.data?.items;
  const savedChart = list?.find(({ id }) => id === view.saved);
  const t = useLabels(chartsLabels);
  const language = useLanguage();
  if (view.saved !== undefined && view.chart === undefined) {
    if (savedCharts.isPending) return <Skeleton lines={10} />;
    if (savedChart !== undefined)
      return <Navigate replace to={hrefTo('/charts', toViewState(savedChart))} />;
  }
  return (
    <div className={chartsStyles.charts}>
      <ChartList current={current} />
      <div className={chartsStyles.figure}>
        <h2 className={textStyles.visuallyHidden}>{analysisChartName(current, language)}</h2>
        {view.saved !== undefined && list !== undefined && savedChart === undefined ? (
          <Notice kind="bad">{t('gone')}</Notice>
        ) : null}
        {isAnalysisChartId(chart) || savedChart === undefined ? null : (
          <Notice kind="bad">{t('gone_chart', { title: savedChart.title })}</Notice>
        )}
        <QueryView query={query} lines={10}>
          {(overview) => (
            <Suspense fallback={<Skeleton lines={10} />}>
              <AnalysisFigure key={current} id={current} overview={overview} saved={savedChart} />
            </Suspense>
          )}
        </QueryView>
      </div>
    </div>
  );
}
