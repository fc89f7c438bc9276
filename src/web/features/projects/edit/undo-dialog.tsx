import type { UndoConflicts } from '#contract/revisions/schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { undoLabels } from '#web/features/projects/labels/index.ts';
import * as formStyles from '#web/features/projects/project-forms.module.css';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { type ConflictLine, writeConflict } from './conflict-words.ts';

const mostFields = 40;

interface UndoDialogProps {
  readonly clash: UndoConflicts;
  readonly profile: ZoneProfile | undefined;
  readonly onKeepLater: () => void;
  readonly onClose: () => void;
}

/** Lists the values that were changed again since, and offers to undo the rest. */
export function UndoDialog({ clash, profile, onKeepLater, onClose }: UndoDialogProps) {
  const t = useLabels(undoLabels);
  const language = useLanguage();
  const all = clash.conflicts.flatMap((conflict) => writeConflict(conflict, { language, profile }));
  const lines = all.slice(0, mostFields);
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={formStyles.dialog}>
        <p>{t('text')}</p>
        <DataTable<ConflictLine>
          caption={t('title')}
          dense
          rows={lines}
          rowKey={(line) => String(lines.indexOf(line))}
          columns={[
            { id: 'field', label: t('field'), head: true, cell: ({ label }) => label },
            { id: 'before', label: t('before'), cell: ({ before }) => before },
            { id: 'after', label: t('after'), cell: ({ after }) => after },
            { id: 'now', label: t('now'), cell: ({ now }) => now },
          ]}
        />
        {all.length > mostFields ? <p>{t('more', { n: all.length - mostFields })}</p> : null}
        <Notice>{t(clash.rest ? 'rest' : 'no_rest')}</Notice>
        <div className={formStyles.actions}>
          {clash.rest ? (
            <Button primary onClick={onKeepLater}>
              {t('keep_later')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
