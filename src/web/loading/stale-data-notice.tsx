import { loadingLabels } from '#web/loading/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { clockTime } from '#web/ui/time/clock-time.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';

/**
 * Says that values are old because the server did not answer. `at`: when they were loaded, in ms; 0
 * when unknown.
 */
export function LoadedBefore({
  at,
  onAgain,
}: {
  readonly at: number;
  readonly onAgain: () => void;
}) {
  const t = useLabels(loadingLabels);
  const language = useLanguage();
  return (
    <Notice live>
      {at === 0 ? t('stale_before') : t('stale', { time: clockTime(at, language) })}{' '}
      <TextButton onClick={onAgain}>{t('again')}</TextButton>
    </Notice>
  );
}
