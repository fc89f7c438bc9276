import type { ReactNode } from 'react';
import { dataText } from '#web/i18n/data/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { ErrorPanel } from '#web/ui/error-panel.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { TextButton } from '#web/ui/button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { toProblem } from '#web/data/problem-error.ts';

/** What a query says of itself; any of react-query's results fits. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly failureReason: Error | null;
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
}

/** Values that could not be fetched again stay, and say when they were loaded. Nothing while all is well. */
export function StaleMark({ query }: { readonly query: Asked<unknown> }) {
  const t = useText(dataText);
  const language = useLanguage();
  if (query.data === undefined || query.failureReason === null) return null;
  const failure = toProblem(query.failureReason);
  if (failure.code === 'sign_in_required') return <ErrorPanel failure={failure} onRetry={() => void query.refetch()} />;
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(query.dataUpdatedAt);
  return (
    <Notice live>
      {t('stale', { time })} <TextButton onClick={() => void query.refetch()}>{t('again')}</TextButton>
    </Notice>
  );
}

/** Shows the data of a query; before there is any, that it is loading, or what went wrong and the way on. */
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
  if (query.failureReason !== null) return <ErrorPanel failure={toProblem(query.failureReason)} onRetry={() => void query.refetch()} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
