import type { ReactNode } from 'react';
import { toProblem } from '#web/data/problem-error.ts';
import { exportsText } from '#web/features/exports/labels/documents/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { useViewState } from '#web/url/use-view-state.ts';

/** A period of the address that has no data leads back to the last day that has; anything else is shown as it is. */
export function PeriodWithData({
  failure,
  children,
}: {
  readonly failure: Error | null;
  readonly children: ReactNode;
}) {
  const t = useText(exportsText);
  const { view, change } = useViewState();
  if (view.period === undefined || failure === null || toProblem(failure).code !== 'not_found')
    return children;
  return (
    <EmptyState title={t('no_period', { period: view.period })}>
      <Button onClick={() => change({ period: undefined })}>{t('last_day')}</Button>
    </EmptyState>
  );
}
