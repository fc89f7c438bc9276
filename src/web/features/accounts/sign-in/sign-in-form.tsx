import { lazy, Suspense, useState, type FormEvent } from 'react';
import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import type { AfterPasswordProps } from '#web/features/accounts/second-factor/sign-in/after-password.tsx';
import { useAttempt } from '#web/features/accounts/parts/use-attempt.ts';
import { hasPasskeys } from '#web/features/accounts/second-factor/passkey-device.ts';
import { call } from '#web/data/transport.ts';
import { accountText } from '#web/features/accounts/labels/account/index.ts';
import { useText } from '#web/i18n/text.ts';
import { faultInAddress, loadAgain, organisationOfPage } from '#web/url/sign-in-address.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Checkbox, Field } from '#web/ui/controls/field.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';

const Organisation = lazy(async () => ({
  default: (await import('./single-sign-on.tsx')).Organisation,
}));

const AfterPassword = lazy(async () => ({
  default: (await import('#web/features/accounts/second-factor/sign-in/after-password.tsx'))
    .AfterPassword,
}));
const SignInByPasskey = lazy(async () => ({
  default: (await import('#web/features/accounts/second-factor/sign-in/passkey-sign-in.tsx'))
    .SignInByPasskey,
}));

/** Lets somebody in; the address that was asked for stays, and is loaded again for who signed in. */
export function SignInForm() {
  const t = useText(accountText);
  const { pending, failure, attempt } = useAttempt();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [answer, setAnswer] = useState<AfterPasswordProps['answer']>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    attempt(async () => {
      const answered = await call(accountEndpoints.signIn, { body: { login, password } });
      if (answered.state === 'signed_in') loadAgain();
      else setAnswer(answered);
    });
  };
  const said =
    failure?.code === 'sign_in_required'
      ? t('wrong')
      : failure?.code === 'rate_limited'
        ? t('too_often')
        : undefined;
  if (answer !== undefined)
    return (
      <Suspense>
        <AfterPassword
          answer={answer}
          onIn={loadAgain}
          onAgain={() => {
            setAnswer(undefined);
            setPassword('');
          }}
        />
      </Suspense>
    );
  return (
    <>
      <h1>{t('sign_in')}</h1>
      {organisationOfPage() === undefined && faultInAddress() === undefined ? null : (
        <Suspense fallback={<Skeleton lines={2} />}>
          <Organisation />
        </Suspense>
      )}
      <form className="acform" onSubmit={send}>
        <Field
          label={t('login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={200}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
        <Field
          label={t('password')}
          error={said}
          type={shown ? 'text' : 'password'}
          name="password"
          autoComplete="current-password"
          required
          maxLength={1000}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Checkbox
          label={t('show_password')}
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        {failure === undefined || said !== undefined ? null : <ErrorPanel failure={failure} />}
        <Button primary type="submit" disabled={pending}>
          {t('sign_in')}
        </Button>
      </form>
      {hasPasskeys() ? (
        <Suspense>
          <SignInByPasskey step="first" onIn={loadAgain} />
        </Suspense>
      ) : null}
      <p className="doornote">{t('no_account')}</p>
    </>
  );
}
