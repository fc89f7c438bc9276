import { lazy, Suspense, useState, type FormEvent } from 'react';
import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import type { AfterPasswordProps } from '#web/features/accounts/second-factor/sign-in/after-password.tsx';
import { useAttempt } from '#web/features/accounts/parts/use-attempt.ts';
import { hasPasskeys } from '#web/features/accounts/second-factor/passkey-device.ts';
import { call } from '#web/data/transport.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { faultInAddress, loadAgain, organisationOfPage } from '#web/url/sign-in-address.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Checkbox, Field } from '#web/ui/controls/field.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as signInStyles from '#web/features/accounts/sign-in.module.css';

const OrganisationSignIn = lazy(async () => ({
  default: (await import('./single-sign-on.tsx')).OrganisationSignIn,
}));

const AfterPassword = lazy(async () => ({
  default: (await import('#web/features/accounts/second-factor/sign-in/after-password.tsx'))
    .AfterPassword,
}));
const SignInByPasskey = lazy(async () => ({
  default: (await import('#web/features/accounts/second-factor/sign-in/passkey-sign-in.tsx'))
    .SignInByPasskey,
}));

/** Signs a person in and reloads the page, whose address stays. */
export function SignInForm() {
  const t = useLabels(accountLabels);
  const [answer, setAnswer] = useState<AfterPasswordProps['answer']>();
  // Stays for a second attempt after an expired second factor.
  const [login, setLogin] = useState('');
  if (answer !== undefined)
    return (
      <Suspense>
        <AfterPassword answer={answer} onIn={loadAgain} onAgain={() => setAnswer(undefined)} />
      </Suspense>
    );
  return (
    <>
      <h1>{t('sign_in')}</h1>
      {organisationOfPage() === undefined && faultInAddress() === undefined ? null : (
        <Suspense fallback={<Skeleton lines={2} />}>
          <OrganisationSignIn />
        </Suspense>
      )}
      <PasswordSignIn login={login} onLogin={setLogin} onSecondFactor={setAnswer} />
      {hasPasskeys() ? (
        <Suspense>
          <SignInByPasskey step="first" onIn={loadAgain} />
        </Suspense>
      ) : null}
      <p className={signInStyles.note}>{t('no_account')}</p>
    </>
  );
}

function PasswordSignIn({
  login,
  onLogin,
  onSecondFactor,
}: {
  readonly login: string;
  readonly onLogin: (login: string) => void;
  readonly onSecondFactor: (answer: AfterPasswordProps['answer']) => void;
}) {
  const t = useLabels(accountLabels);
  const { pending, failure, attempt } = useAttempt();
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    attempt(async () => {
      const answer = await call(accountEndpoints.signIn, { body: { login, password } });
      if (answer.state === 'signed_in') loadAgain();
      else onSecondFactor(answer);
    });
  };
  const error =
    failure?.code === 'sign_in_required'
      ? t('wrong')
      : failure?.code === 'rate_limited'
        ? t('too_often')
        : undefined;
  return (
    <form className={accountsStyles.form} onSubmit={send}>
      <Field
        label={t('login')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
        value={login}
        onChange={(event) => onLogin(event.target.value)}
      />
      <Field
        label={t('password')}
        error={error}
        type={isShown ? 'text' : 'password'}
        name="password"
        autoComplete="current-password"
        required
        maxLength={1000}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Checkbox
        label={t('show_password')}
        checked={isShown}
        onChange={(event) => setShown(event.target.checked)}
      />
      {failure === undefined || error !== undefined ? null : <ErrorPanel failure={failure} />}
      <Button primary type="submit" disabled={pending}>
        {t('sign_in')}
      </Button>
    </form>
  );
}
