import { figureLabels } from '#web/figures/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import * as figureMenuStyles from './figure-menu.module.css';

/** The progress of a file, with a button that stops it. */
export function FileMessage({
  message,
  cancel,
}: {
  readonly message: string;
  readonly cancel: (() => void) | undefined;
}) {
  const t = useLabels(figureLabels);
  return (
    <div className={figureMenuStyles.progress}>
      <span role="status">{message}</span>
      {cancel === undefined ? null : <Button onClick={cancel}>{t('cancel')}</Button>}
    </div>
  );
}
