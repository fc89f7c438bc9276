import { lazy, type ReactNode, Suspense } from 'react';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { VerdictThresholds } from '#domain/zone/zone.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import * as listsStyles from '#web/features/overview/lists.module.css';

const HowLines = lazy(async () => ({ default: (await import('./formula-lines.tsx')).HowLines }));

/** The formulas of a row, opened by a press. */
export function How({
  row,
  thresholds,
  record,
}: {
  readonly row: TargetRow;
  readonly thresholds: VerdictThresholds;
  /** A link to the results of past forecasts. */
  readonly record?: ReactNode;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const label = t('how', { name: row.name[language] });
  return (
    <Popover
      label={label}
      wide
      trigger={(button) => <IconButton {...button} icon="info" label={label} />}
    >
      {() => (
        <Suspense fallback={<Skeleton lines={4} />}>
          <HowLines row={row} thresholds={thresholds} />
          {record === undefined || row.forecast.kind === 'refused' ? null : (
            <p className={listsStyles.explanation}>{record}</p>
          )}
        </Suspense>
      )}
    </Popover>
  );
}
