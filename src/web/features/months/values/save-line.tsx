import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { zoneClock } from '#web/ui/time/clock-time.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import type { Values } from './use-values.ts';

/** Writes the time of day of a moment in the zone. */
export const timeText = (moment: string): string => zoneClock(new Date(moment)).time;

/** One live line: what was saved, with its undo, or what to do next. */
export function SaveLine({
  values: { saved, undo },
  note,
}: {
  readonly values: Pick<Values, 'saved' | 'undo'>;
  readonly note: string | undefined;
}) {
  const t = useLabels(monthLabels);
  const time = saved === undefined ? '' : timeText(saved.at);
  return (
    <span role="status">
      {note ??
        (saved === undefined
          ? ''
          : saved.kind === 'undone'
            ? t('undone')
            : saved.kind === 'drafts'
              ? t('saved_draft', { time })
              : t('saved', { time, n: saved.count }))}
      {note === undefined && saved !== undefined && saved.kind !== 'undone' ? (
        <>
          {' '}
          <TextButton onClick={() => undo(saved)}>{t('undo')}</TextButton>
        </>
      ) : null}
    </span>
  );
}
