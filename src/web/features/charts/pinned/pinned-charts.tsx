import { Suspense } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { useSavedCharts } from '#web/features/charts/saved/queries.ts';
import { ReadFailure } from '#web/loading/query-view.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { PinnedFigure } from './pinned-figure.tsx';
import { toViewState } from '#web/url/saved-view.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';

/** The saved charts on the overview. */
export function PinnedCharts({ overview }: { readonly overview: Overview }) {
  const t = useLabels(chartsLabels);
  const { hrefTo } = useViewState();
  const query = useSavedCharts();
  const pinnedCharts = (query.data?.items ?? []).filter(
    ({ is_pinned, view }) => is_pinned && isAnalysisChartId(view.chart),
  );
  if (pinnedCharts.length === 0 && query.failureReason === null) return null;
  return (
    <section className={chartsStyles.pinned} aria-label={t('saved_charts')}>
      <ReadFailure query={query} />
      {pinnedCharts.map((chart) => (
        <div key={chart.id}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <PinnedFigure saved={chart} overview={overview} />
          </Suspense>
          <Link to={hrefTo('/charts', toViewState(chart))}>{t('open')}</Link>
        </div>
      ))}
    </section>
  );
}
