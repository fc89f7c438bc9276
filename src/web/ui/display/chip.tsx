import type { DataStatus } from '#domain/values/data-status.ts';
import { figureStatus } from '#domain/labels/general/data-status.ts';
import { useLanguage } from '#web/i18n/text.ts';
import * as displayStyles from './display.module.css';

interface StatusChipProps {
  readonly status: DataStatus;
  /** The source that is printed beside the value. Omitted for the zone's own data. */
  readonly source?: unknown;
}

/** The data status of a value. Illustrative is ochre; every other status is grey. */
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
 * The data status on a page that states once that its values are the zone's own: empty for such a
 * value.
 */
export const WeakStatusChip = ({ status }: Pick<StatusChipProps, 'status'>) =>
  status === 'reported' ? null : <StatusChip status={status} />;
