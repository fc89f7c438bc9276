import type { TestResult } from '#contract/reminders/schemas.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { digestLabels, reminderLabels } from '#web/features/reminders/labels/index.ts';

/** The result of a test: that it was sent, or why not. */
export function TestOutcome({
  result,
  error,
}: {
  readonly result: TestResult | undefined;
  readonly error: unknown;
}) {
  const t = useLabels(reminderLabels);
  const words = useLabels(digestLabels);
  if (error !== null) return <ErrorPanel failure={toProblem(error)} />;
  if (result === undefined) return null;
  return result.sent ? (
    <Notice live>{t('test_sent')}</Notice>
  ) : (
    <Notice live kind="bad">
      {t('test_failed', { why: words(`fault_${result.error ?? 'internal'}`) })}
    </Notice>
  );
}
