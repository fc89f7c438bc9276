import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import type { InvitationDetails } from '#contract/accounts/schemas.ts';
import { AccountForm } from '#web/features/accounts/parts/account-form.tsx';
import type { AfterPasswordProps } from '#web/features/accounts/second-factor/sign-in/after-password.tsx';
import { useAttempt } from '#web/features/accounts/parts/use-attempt.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { call } from '#web/data/transport.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { leaveForHome } from '#web/url/sign-in-address.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import * as signInStyles from '#web/features/accounts/sign-in.module.css';

const AfterPassword = lazy(async () => ({
  default: (await import('#web/features/accounts/second-factor/sign-in/after-password.tsx'))
    .AfterPassword,
}));

function InvitationOver() {
  const t = useLabels(accountLabels);
  return (
    <>
      <h1>{t('join_over')}</h1>
      <p className={signInStyles.note}>{t('join_over_text')}</p>
      <Button onClick={leaveForHome}>{t('sign_in')}</Button>
    </>
  );
}

/** Accepts an invitation: creates an account, or sets a new password. */
export function JoinForm({ secret }: { readonly secret: string }) {
  const t = useLabels(accountLabels);
  const language = useLanguage();
  const [invitation, setInvitation] = useState<InvitationDetails>();
  const [readFailure, setReadFailure] = useState<ProblemError>();
  const { pending, failure, attempt } = useAttempt();
  const [answer, setAnswer] = useState<AfterPasswordProps['answer']>();
  const read = useCallback(() => {
    setReadFailure(undefined);
    call(accountEndpoints.readInvitation, { body: { secret } }).then(
      setInvitation,
      (error: unknown) => setReadFailure(toProblem(error)),
    );
  }, [secret]);
  useEffect(read, [read]);
  if (answer !== undefined)
    return (
      <Suspense>
        <AfterPassword answer={answer} onIn={leaveForHome} onAgain={leaveForHome} />
      </Suspense>
    );
  if (secret === '' || readFailure?.code === 'not_found' || failure?.code === 'not_found')
    return <InvitationOver />;
  if (readFailure !== undefined) return <ErrorPanel failure={readFailure} onRetry={read} />;
  if (invitation === undefined) return <Skeleton lines={6} />;
  const { kind, login, role, name, zone, least } = invitation;
  const own = kind === 'password';
  return (
    <>
      <h1>{t(own ? 'reset' : 'join')}</h1>
      {zone === undefined ? null : (
        <p className={signInStyles.note}>{t('join_zone', { zone: zone[language] })}</p>
      )}
      <p className={signInStyles.note}>
        {own
          ? t('reset_text', { name: name ?? login, login })
          : t('join_text', { login, role: t('role_is', { role: t(role), may: t(`${role}_may`) }) })}
      </p>
      <AccountForm
        pending={pending}
        failure={failure}
        login={login}
        named={own}
        least={least}
        submit={t(own ? 'set_password' : 'create')}
        onSubmit={(account) =>
          attempt(async () => {
            const nameInput = own ? {} : { name: account.name };
            const nextAnswer = await call(accountEndpoints.acceptInvitation, {
              body: { secret, password: account.password, ...nameInput },
            });
            if (nextAnswer.state === 'signed_in') leaveForHome();
            else setAnswer(nextAnswer);
          })
        }
      />
    </>
  );
}
