import type { PeriodState } from '#contract/targets/schemas.ts';
import type { Month } from '#domain/values/date.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { MonthSection } from '#web/features/months/month-section.tsx';
import { NoteActions } from './note-actions.tsx';
import { TextArea } from './text-area.tsx';
import { useNotes } from './use-notes.ts';

/** The achievements of the month, apart from causes and issues. */
export function AchievementSection({
  number,
  month,
  state,
}: {
  readonly number: number;
  readonly month: Month;
  readonly state: PeriodState;
}) {
  const t = useLabels(monthLabels);
  const { texts, typeAll, forget } = useTypedFields(`achievement.${month}`);
  const base = texts['seen'] ?? state.achievement?.recorded_at ?? '';
  const notes = useNotes(month, forget, base);
  const text = texts['text'] ?? state.achievement?.text ?? '';
  return (
    <MonthSection
      id="achievements"
      number={number}
      title={t('part_achievements')}
      hint={t('achievements_hint')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          notes.save((from) => ({ achievement: { text, seen: from } }));
        }}
      >
        <TextArea
          label={t('part_achievements')}
          max={2000}
          rows={3}
          value={text}
          onType={(to) => typeAll({ text: to, seen: base })}
        />
        <NoteActions notes={notes} isDirty={Object.keys(texts).length > 0} />
      </form>
    </MonthSection>
  );
}
