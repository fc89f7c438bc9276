import { uiLabels } from '#web/ui/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import * as feedbackStyles from './feedback.module.css';

/** Placeholder blocks for values, shown after a moment. Frame and titles are already there. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const t = useLabels(uiLabels);
  return (
    <div className={feedbackStyles.skeleton} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are alike and never change places
        <i key={line} />
      ))}
    </div>
  );
}
