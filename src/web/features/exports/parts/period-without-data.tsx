import type { ReactNode } from 'react';
import { toProblem } from '#web/data/problem-error.ts';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { useViewState } from '#web/url/use-view-state.ts';

/** Replaces its children when the period of the address has no data. */
export function PeriodWithData({
  failure,
  children,
}: {
  readonly failure: Error | null;
  readonly children: ReactNode;
}) {
  const t = useLabels(documentsLabels);
  const { view, change } = useViewState();
  if (view.period === undefined || failure === null || toProblem(failure).code !== 'not_found')
    return children;
  return (
    <EmptyState title={t('no_period', { period: view.period })}>
      <Button onClick={() => change({ period: undefined })}>{t('last_day')}</Button>
    </EmptyState>
  );
}
