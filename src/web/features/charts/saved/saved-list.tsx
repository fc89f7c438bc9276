import { Link } from '#web/ui/controls/link.tsx';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ReadFailure } from '#web/loading/query-view.tsx';
import { LongName } from '#web/ui/display/long-name.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { useSavedCharts } from './queries.ts';
import { toViewState } from '#web/url/saved-view.ts';

/** The saved charts, below the list of charts. */
export function SavedList() {
  const t = useLabels(chartsLabels);
  const { view, hrefTo } = useViewState();
  const query = useSavedCharts();
  const items = query.data?.items ?? [];
  if (items.length === 0 && query.failureReason === null) return null;
  return (
    <section aria-label={t('saved_charts')}>
      <h3>{t('saved_charts')}</h3>
      <ReadFailure query={query} />
      <ul>
        {items.map((chart) => (
          <li key={chart.id}>
            <Link
              to={hrefTo('/charts', toViewState(chart))}
              aria-current={chart.id === view.saved ? 'page' : undefined}
            >
              <LongName name={chart.title} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
