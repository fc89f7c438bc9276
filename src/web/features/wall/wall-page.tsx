import { useCallback, useEffect } from 'react';
import { toProblem } from '#web/data/problem-error.ts';
import { refetchQuery } from '#web/data/query-client.ts';
import { useCopyTime } from '#web/data/use-server-away.ts';
import { useSession } from '#web/data/view-queries.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { NothingRecorded } from '#web/features/overview/parts/no-data.tsx';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { wallLabels } from '#web/features/wall/labels/index.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { wallReadsEveryMs } from './refresh-interval.ts';
import { useEscape } from './use-escape.ts';
import { useFailingSince } from './use-failing-since.ts';
import { LaterMoneyOfGroups } from '#web/figures/later-money.tsx';
import { WallScreen } from './wall-screen.tsx';
import * as wallStyles from './wall.module.css';

/** The overview on a wall screen. Escape leads back to the page. */
export function WallPage() {
  const query = useOverviewOfView();
  const session = useSession().data;
  const t = useLabels(frameLabels);
  const wall = useLabels(wallLabels);
  const { view, open } = useViewState();
  const overview = query.data;
  const { refetch } = query;
  const copyTime = useCopyTime();
  const readAt = copyTime || query.dataUpdatedAt;
  const failedAt = useFailingSince(query.failureCount > 0 || copyTime > 0, readAt);
  useDocumentTitle(t('overview'), overview);
  useEffect(() => {
    // queries that wait for the server continue to wait
    const timer = setInterval(() => void refetch({ cancelRefetch: false }), wallReadsEveryMs);
    return () => clearInterval(timer);
  }, [refetch]);
  useEscape(useCallback(() => open('/'), [open]));
  if (overview === undefined) {
    const failure = query.failureReason === null ? undefined : toProblem(query.failureReason);
    const empty = session?.origin === null || failure?.code === 'not_found';
    return (
      <div className={wallStyles.wall} data-theme={view.theme ?? 'dark'}>
        <main id="main">
          {empty ? (
            view.known_at === undefined || session?.origin === null ? (
              <EmptyState title={wall('no_data')} />
            ) : (
              <NothingRecorded knownAt={view.known_at} />
            )
          ) : failure === undefined ? (
            <Skeleton lines={8} />
          ) : (
            <ErrorPanel failure={failure} onRetry={() => refetchQuery(query)} />
          )}
        </main>
      </div>
    );
  }
  return (
    <WallScreen
      overview={overview}
      headline
      later={<LaterMoneyOfGroups overview={overview} only="established" />}
      view={view}
      readAt={readAt}
      failedAt={failedAt}
    />
  );
}
