import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import type { TotpSecret as Secret } from '#contract/accounts/second-factor-schemas.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { call } from '#web/data/transport.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

const QrCode = lazy(async () => ({
  default: (await import('#web/ui/display/qr-code.tsx')).QrCode,
}));
type Start = (typeof secondFactorEndpoints)['startTotp' | 'startFirstTotp'];

/**
 * A new secret for an authenticator app, as QR code and text. `onExpired` runs when the pending
 * sign-in has expired.
 */
export function TotpSecret({
  start,
  onExpired,
}: {
  readonly start: Start;
  readonly onExpired?: () => void;
}) {
  const t = useLabels(secondFactorLabels);
  const [secret, setSecret] = useState<Secret>();
  const [failure, setFailure] = useState<ProblemError>();
  const read = useCallback(() => {
    setFailure(undefined);
    call(start, { body: {} }).then(setSecret, (error: unknown) => {
      const problem = toProblem(error);
      if (problem.code === 'sign_in_required' && onExpired !== undefined) onExpired();
      else setFailure(problem);
    });
  }, [start, onExpired]);
  useEffect(read, [read]);
  if (failure !== undefined) return <ErrorPanel failure={failure} onRetry={read} />;
  if (secret === undefined) return <Skeleton lines={6} />;
  return (
    <>
      <p className={fieldRowStyles.text}>{t('scan')}</p>
      <div className={accountsStyles.qrCode}>
        <Suspense>
          <QrCode text={secret.address} label={t('qr')} />
        </Suspense>
      </div>
      <p className={fieldRowStyles.text}>
        {t('secret')}{' '}
        <code className={accountsStyles.secret}>
          {secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </p>
    </>
  );
}
