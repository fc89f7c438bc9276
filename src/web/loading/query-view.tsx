import { compact } from '#domain/values/compact.ts';
import type { ReactNode } from 'react';
import { ErrorPanel, type Failure } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { toProblem } from '#web/data/problem-error.ts';
import { refetchQuery } from '#web/data/query-client.ts';
import { LoadedBefore } from './stale-data-notice.tsx';

/** The state of a query, as in any result of react-query. */
export interface QueryState<T> {
  readonly data: T | undefined;
  readonly failureReason: Error | null;
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
}

/** A notice that values could not be refreshed, with the time when they were loaded. */
export function StaleMark({ query }: { readonly query: QueryState<unknown> }) {
  if (query.data === undefined || query.failureReason === null) return null;
  const failure = toProblem(query.failureReason);
  if (failure.code === 'sign_in_required')
    return <ErrorPanel failure={failure} onRetry={() => refetchQuery(query)} />;
  return <LoadedBefore at={query.dataUpdatedAt} onAgain={() => refetchQuery(query)} />;
}

/** Data that the page lacks without a connection were not loaded before; nothing is lost. */
function toReadFailure(error: Error): Failure {
  const failure = toProblem(error);
  return failure.code === 'offline' ? { code: 'not_loaded' } : failure;
}

/** Says that a list was not read, with a retry. Nothing stands there while it is read, or after it. */
export function ReadFailure({ query }: { readonly query: QueryState<unknown> }) {
  if (query.data !== undefined || query.failureReason === null) return null;
  return (
    <ErrorPanel failure={toReadFailure(query.failureReason)} onRetry={() => refetchQuery(query)} />
  );
}

/** Shows the data of a query; before there is any, a skeleton or the error with a retry. */
export function QueryView<T>({
  query,
  lines,
  children,
}: {
  readonly query: QueryState<T>;
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
  if (query.failureReason !== null) return <ReadFailure query={query} />;
  return <Skeleton {...compact({ lines })} />;
}
