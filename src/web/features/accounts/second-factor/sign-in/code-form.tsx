import { useEffect, useRef, useState, type FormEvent } from 'react';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import type { SecondFactorMethod } from '#contract/accounts/constants.ts';
import { useAttempt } from '#web/features/accounts/parts/use-attempt.ts';
import { call } from '#web/data/transport.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { CodeField } from '#web/features/accounts/second-factor/parts/code-field.tsx';
import { faultAt, isPasswordExpired } from '#web/features/accounts/parts/field-errors.ts';
import { hasPasskeys } from '#web/features/accounts/second-factor/passkey-device.ts';
import { SignInByPasskey } from './passkey-sign-in.tsx';
import { PasswordExpired } from './password-expired.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as signInStyles from '#web/features/accounts/sign-in.module.css';

interface CodeFormProps {
  readonly ways: readonly SecondFactorMethod[];
  readonly onIn: () => void;
  readonly onAgain: () => void;
}

/** Asks for the second factor: a code or a passkey. */
export function CodeForm({ ways, onIn, onAgain }: CodeFormProps) {
  const t = useLabels(secondFactorLabels);
  const { pending, failure, attempt } = useAttempt();
  const [code, setCode] = useState('');
  const [isExpired, setExpired] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const byPasskey = ways.includes('passkey') && hasPasskeys();
  const byCode = ways.includes('totp') || ways.includes('recovery_code');
  const wrong = faultAt(failure, 'code') !== undefined;
  const isThrottled = failure?.code === 'rate_limited';
  if (isExpired || isPasswordExpired(failure)) return <PasswordExpired onAgain={onAgain} />;
  const send = (event: FormEvent) => {
    event.preventDefault();
    attempt(async () => {
      await call(secondFactorEndpoints.signInCode, { body: { code } });
      onIn();
    });
  };
  return (
    <>
      <h1>{t('ask')}</h1>
      {byPasskey ? (
        <SignInByPasskey
          step="second"
          primary={!ways.includes('totp')}
          onIn={onIn}
          onExpired={() => setExpired(true)}
        />
      ) : null}
      {byCode ? (
        <p className={signInStyles.note}>{t(ways.includes('totp') ? 'ask_totp' : 'ask_no_totp')}</p>
      ) : null}
      {byCode ? (
        <form className={accountsStyles.form} ref={form} onSubmit={send}>
          <CodeField
            either={ways.includes('recovery_code')}
            app={ways.includes('totp')}
            wrong={wrong}
            value={code}
            onChange={setCode}
          />
          {isThrottled ? (
            <Notice kind="bad" live>
              {t('too_often')}
            </Notice>
          ) : failure === undefined || wrong ? null : (
            <ErrorPanel failure={failure} />
          )}
          <Button primary={ways.includes('totp') || !byPasskey} type="submit" disabled={pending}>
            {t('go_on')}
          </Button>
        </form>
      ) : null}
      <p className={signInStyles.note}>{t('lost')}</p>
    </>
  );
}
