import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';

/** The error of a rejected change. Renders nothing when a field shows it. */
export function SecondFactorError({ error }: { readonly error: Error | null }) {
  const t = useLabels(secondFactorLabels);
  if (error === null) return null;
  const failure = toProblem(error);
  if (faultAt(failure, 'password') !== undefined || faultAt(failure, 'code') !== undefined)
    return null;
  const fault = faultAt(failure, 'second_step');
  const text =
    failure.code === 'rate_limited'
      ? t('too_often')
      : fault === 'role' || fault === 'short_password'
        ? t(`off_${fault}`)
        : undefined;
  if (text === undefined) return <ErrorPanel failure={failure} />;
  return (
    <Notice kind="bad" live>
      {text}
    </Notice>
  );
}
