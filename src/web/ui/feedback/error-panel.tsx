import type { ReactNode } from 'react';
import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import { uiLabels } from '#web/ui/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
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

const sentences = {
  offline: 'problem_offline',
  timeout: 'problem_timeout',
  malformed: 'problem_malformed',
  bad_request: 'problem_bad_request',
  unknown_parameter: 'problem_bad_request',
  bad_json: 'problem_bad_request',
  method_not_allowed: 'problem_bad_request',
  not_found: 'problem_not_found',
  too_large: 'problem_too_large',
  unsupported_media_type: 'problem_unsupported_media_type',
  forbidden_origin: 'problem_forbidden_origin',
  host_not_allowed: 'problem_host_not_allowed',
  sign_in_required: 'problem_sign_in_required',
  forbidden: 'problem_forbidden',
  conflict: 'problem_conflict',
  precondition_required: 'problem_conflict',
  precondition_failed: 'problem_conflict',
  idempotency_conflict: 'problem_conflict',
  import_unreadable: 'problem_import_unreadable',
  import_refused: 'problem_import_refused',
  import_questions_open: 'problem_import_questions_open',
  import_register_changed: 'problem_import_register_changed',
  import_expired: 'problem_import_expired',
  import_stopped: 'problem_import_stopped',
  import_ended: 'problem_import_ended',
  export_failed: 'problem_export_failed',
  jump_needs_confirmation: 'problem_jump_needs_confirmation',
  month_closed: 'problem_month_closed',
  store_unavailable: 'problem_store_unavailable',
  store_full: 'problem_store_full',
  store_corrupt: 'problem_store_corrupt',
  store_busy: 'problem_store_busy',
  store_readonly: 'problem_store_readonly',
  rate_limited: 'problem_rate_limited',
  internal: 'problem_internal',
} as const;
const known = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code);

const place = (detail: ProblemDetail): string =>
  [
    detail.file,
    detail.sheet,
    detail.row === undefined ? undefined : `#${detail.row}`,
    detail.column ?? detail.path,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');

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
  const errors = failure.problem?.errors ?? [];
  return (
    <div className={feedbackStyles.error} role="alert">
      <p>{t(known(failure.code) ? sentences[failure.code] : 'problem_internal')}</p>
      {errors.length === 0 ? null : (
        <ul>
          {errors.map((detail) => (
            <li key={`${place(detail)} ${detail.message}`}>
              {place(detail) === '' ? null : <b>{place(detail)} </b>}
              {detail.message}
            </li>
          ))}
        </ul>
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
