import { figureLabels } from '#web/figures/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import * as figureMenuStyles from './figure-menu.module.css';

/** How the making of a file goes, and what stops it. */
export function FileSaid({
  said,
  cancel,
}: {
  readonly said: string;
  readonly cancel: (() => void) | undefined;
}) {
  const t = useLabels(figureLabels);
  return (
    <div className={figureMenuStyles.progress}>
      <span role="status">{said}</span>
      {cancel === undefined ? null : <Button onClick={cancel}>{t('cancel')}</Button>}
    </div>
  );
}
