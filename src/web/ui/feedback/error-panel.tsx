import { type ComponentType, lazy, Suspense, type ReactNode } from 'react';
import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import { uiLabels } from '#web/ui/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import * as feedbackStyles from './feedback.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The failure of a call. */
export interface Failure {
  /** A problem code of the API, or `offline`, `timeout`, `malformed`. */
  readonly code: string;
  readonly problem?:
    | { readonly errors?: readonly ProblemDetail[]; readonly reference?: string }
    | undefined;
}

type ProblemKey = Extract<keyof (typeof uiLabels)['en'], `problem_${string}`>;
/** Codes that have the sentence of another code. */
const alike: Readonly<Record<string, string>> = {
  unknown_parameter: 'bad_request',
  bad_json: 'bad_request',
  method_not_allowed: 'bad_request',
  precondition_required: 'conflict',
  precondition_failed: 'conflict',
  idempotency_conflict: 'conflict',
};
/** Finds the sentence of a code; an unknown code has a general one. */
function findSentence(code: string, language: Language): ProblemKey {
  const key = `problem_${alike[code] ?? code}`;
  return Object.hasOwn(uiLabels[language], key) ? (key as ProblemKey) : 'problem_internal';
}

interface DetailsProps {
  readonly errors: readonly ProblemDetail[];
}
/** The faults of a failure, whose words only a failure needs. Without a connection there are none. */
const ProblemDetails = lazy<ComponentType<DetailsProps>>(() =>
  import('./problem-details.tsx').then(
    (details) => ({ default: details.ProblemDetails }),
    () => ({ default: () => null }),
  ),
);

/** Describes a failure by its code, with its field and a next step. */
export function ErrorPanel({
  failure,
  onRetry,
  children,
}: {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}) {
  const t = useLabels(uiLabels);
  const language = useLanguage();
  const errors = failure.problem?.errors ?? [];
  return (
    <div className={feedbackStyles.error} role="alert">
      <p>{t(findSentence(failure.code, language))}</p>
      {errors.length === 0 ? null : (
        <Suspense>
          <ProblemDetails errors={errors} />
        </Suspense>
      )}
      {failure.problem?.reference === undefined ? null : (
        <small>{t('reference', { reference: failure.problem.reference })}</small>
      )}
      <div className={textStyles.row}>
        {failure.code === 'sign_in_required' ? (
          <a href="/" target="_blank" rel="noopener">
            {t('sign_in')}
          </a>
        ) : null}
        {onRetry === undefined ? null : <Button onClick={onRetry}>{t('retry')}</Button>}
        {children}
      </div>
    </div>
  );
}
