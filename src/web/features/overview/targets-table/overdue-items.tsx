import type { ChecklistCount } from '#domain/zone/checklist.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import * as verdictCellStyles from './verdict-cell.module.css';

/** The number of overdue items of a checklist, which has no verdict before its deadline. */
export function OverdueItems({ checklist }: { readonly checklist: ChecklistCount | undefined }) {
  const t = useLabels(detailLabels);
  if (checklist?.overdue === undefined) return null;
  return (
    <small className={verdictCellStyles.overdue} data-says="checklist">
      {t('items_overdue', { n: checklist.overdue })}
    </small>
  );
}
