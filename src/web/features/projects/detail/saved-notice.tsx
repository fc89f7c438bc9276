import { useEffect, useRef } from 'react';
import type { useUndoRevision } from '#web/data/mutations.ts';
import { attachmentsLabels, projectLabels } from '#web/features/projects/labels/index.ts';
import type { SavedProject } from '#web/features/projects/edit/use-save-project.ts';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';

/**
 * What the last save stored, with a button that undoes it. After a long form it comes into view,
 * since the reader is at its end.
 */
export function SavedNotice({
  saved,
  undo,
}: {
  /** `byForm`: a form of the whole page was saved, which has closed. */
  readonly saved: SavedProject & { readonly byForm: boolean };
  readonly undo: ReturnType<typeof useUndoRevision>;
}) {
  const t = useLabels(projectLabels);
  const attachmentWords = useLabels(attachmentsLabels);
  const { revision } = saved;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (saved.byForm) place.current?.scrollIntoView?.({ block: 'center' });
  }, [saved]);
  return (
    <div ref={place}>
      <Notice live>
        {undo.isSuccess || saved.undone === true
          ? t('undo_done')
          : t(revision === null ? 'unchanged' : 'saved')}{' '}
        {saved.merged ? t('merged') : null}{' '}
        {saved.fileLost === true ? attachmentWords('sent_not') : null}{' '}
        {revision === null || undo.isSuccess ? null : (
          <TextButton disabled={undo.isPending} onClick={() => undo.mutate({ revision })}>
            {t('undo')}
          </TextButton>
        )}
      </Notice>
    </div>
  );
}
