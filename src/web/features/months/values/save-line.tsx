import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import type { Values } from './use-values.ts';

/** Writes the time of day of a moment. */
export const timeText = (moment: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    new Date(moment),
  );

/** One live line: what was saved, with its undo, or what is to be done. */
export function SaveLine({
  values: { saved, undo },
  note,
}: {
  readonly values: Pick<Values, 'saved' | 'undo'>;
  readonly note: string | undefined;
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const time = saved === undefined ? '' : timeText(saved.at, language);
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
