import type { ReactNode } from 'react';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { toProblem } from '#web/data/problem-error.ts';
import { askAgain } from '#web/data/query-client.ts';
import { LoadedBefore } from './stale-data-notice.tsx';

/** What a query says of itself; any of react-query's results fits. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly failureReason: Error | null;
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
}

/**
 * Values that could not be fetched again stay, and say when they were loaded. Nothing while all is
 * well.
 */
export function StaleMark({ query }: { readonly query: Asked<unknown> }) {
  if (query.data === undefined || query.failureReason === null) return null;
  const failure = toProblem(query.failureReason);
  if (failure.code === 'sign_in_required')
    return <ErrorPanel failure={failure} onRetry={() => askAgain(query)} />;
  return <LoadedBefore at={query.dataUpdatedAt} onAgain={() => askAgain(query)} />;
}

/**
 * Shows the data of a query; before there is any, that it is loading, or what went wrong and the
 * way on.
 */
export function QueryView<T>({
  query,
  lines,
  children,
}: {
  readonly query: Asked<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    return (
      <>
        <StaleMark query={query} />
        {children(query.data)}
      </>
    );
  }
  if (query.failureReason !== null)
    return <ErrorPanel failure={toProblem(query.failureReason)} onRetry={() => askAgain(query)} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
