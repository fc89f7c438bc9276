import type { DataStatus } from '#domain/values/data-status.ts';
import { figureStatus } from '#domain/labels/general/data.ts';
import { useLanguage } from '#web/i18n/text.ts';
import * as displayStyles from './display.module.css';

interface StatusChipProps {
  readonly status: DataStatus;
  /** What printed the value, where its source stands beside it; absent: the zone's own data. */
  readonly source?: unknown;
}

/** The data status of the value beside it. Illustrative is ochre; every other status is grey. */
export function StatusChip({ status, source }: StatusChipProps) {
  const language = useLanguage();
  return (
    <span
      className={
        status === 'illustrative'
          ? `${displayStyles.chip} ${displayStyles.illustrative}`
          : `${displayStyles.chip} ${displayStyles.reported}`
      }
    >
      {figureStatus({ data_status: status, source })[language]}
    </span>
  );
}

/**
 * The same where a page says once that its values are the zone's own: nothing beside such a value.
 */
export const WeakStatusChip = ({ status }: Pick<StatusChipProps, 'status'>) =>
  status === 'reported' ? null : <StatusChip status={status} />;
