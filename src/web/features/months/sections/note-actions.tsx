import { authorWords } from '#domain/labels/index.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { timeText } from '#web/features/months/values/save-line.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import type { Notes } from './use-notes.ts';
import * as monthsStyles from '#web/features/months/months.module.css';

/**
 * The button of a note, and a line that says that it was saved, or shows the note of another
 * person.
 */
export function NoteActions({
  notes: { isSaving, savedAt, theirs, failure },
  isDirty,
}: {
  readonly notes: Notes;
  readonly isDirty: boolean;
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  return (
    <>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className={monthsStyles.actions}>
        {isDirty ? (
          <Button type="submit" disabled={isSaving}>
            {t(isSaving ? 'saving' : 'save')}
          </Button>
        ) : null}
        <span role="status">
          {theirs !== undefined
            ? t('notes_conflict', { who: authorWords(theirs.author, language), text: theirs.text })
            : savedAt === undefined || isDirty
              ? ''
              : t('notes_saved', { time: timeText(savedAt) })}
        </span>
      </div>
    </>
  );
}
