import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { useAway } from '#web/data/use-server-away.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { openQuestions } from '#web/features/imports/questions/proposals.ts';
import { useAcceptance } from '#web/features/imports/questions/use-acceptance.ts';
import type { Importing } from '#web/features/imports/use-import.ts';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

/** Key caps, the same in all languages. */
const importKey = 'Ctrl Enter';

interface Props {
  readonly importing: Importing;
  readonly preview: ImportPreview;
  readonly onImport: () => void;
  readonly onFirst: () => void;
}

/** The import button and the number of open questions. It stays in view. */
export function ActionBar({ importing, preview, onImport, onFirst }: Props) {
  const t = useLabels(previewLabels);
  const own = useLabels(importPageLabels);
  const isAway = useAway();
  const { rows } = preview;
  const open = openQuestions(preview).length;
  const { hasProposals, accept } = useAcceptance(importing, preview);
  const rowCount = rows.new + rows.changed + rows.unchanged;
  const label = t(preview.kind === 'projects' ? 'import_n' : 'import_values', { n: rowCount });
  return (
    <div className={previewStyles.actionBar}>
      <Button primary aria-keyshortcuts="Control+Enter" onClick={onImport}>
        {importing.phase === 'committing' ? own('committing') : label}
      </Button>
      <div>
        <p role="status">
          {isAway ? t('away') : open > 0 ? t('blocked', { n: open }) : t('ready')}
        </p>
        <p className={previewStyles.links}>
          {open > 0 ? <TextButton onClick={onFirst}>{t('go_first')}</TextButton> : null}
          {hasProposals ? <TextButton onClick={accept}>{t('accept_all')}</TextButton> : null}
          <TextButton onClick={importing.clear}>{t('cancel')}</TextButton>
        </p>
      </div>
      <p className={importsStyles.note}>
        {t('undo_later')}{' '}
        <span className={previewStyles.keys} aria-hidden="true">
          <kbd>{importKey}</kbd> {t('key_import')}
        </span>
      </p>
    </div>
  );
}
