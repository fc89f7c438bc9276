import { lazy, type ReactNode, Suspense } from 'react';
import type { LedgerRow } from '#domain/overview.ts';
import type { VerdictThresholds } from '#domain/zone.ts';
import { detailText } from '#web/i18n/detail/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';

const HowLines = lazy(async () => ({ default: (await import('./how-lines.tsx')).HowLines }));

/** The formula of a row, one press away. */
export function How({
  row,
  thresholds,
  record,
}: {
  readonly row: LedgerRow;
  readonly thresholds: VerdictThresholds;
  /** Leads to how past forecasts did. */
  readonly record?: ReactNode;
}) {
  const t = useText(detailText);
  const language = useLanguage();
  const label = t('how', { name: row.name[language] });
  return (
    <Popover label={label} wide trigger={(button) => <IconButton {...button} icon="info" label={label} />}>
      {() => (
        <Suspense fallback={<Skeleton lines={4} />}>
          <HowLines row={row} thresholds={thresholds} />
          {record === undefined || row.forecast.kind === 'refused' ? null : <p className="how">{record}</p>}
        </Suspense>
      )}
    </Popover>
  );
}
