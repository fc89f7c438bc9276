import { useEffect, useRef, useState, type FormEvent } from 'react';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import type { SecondFactorMethod } from '#contract/accounts/constants.ts';
import { useAttempt } from '#web/features/accounts/parts/use-attempt.ts';
import { call } from '#web/data/transport.ts';
import { secondStepText } from '#web/features/accounts/labels/second-factor/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { CodeField } from '#web/features/accounts/second-factor/parts/code-field.tsx';
import { faultAt, isLate } from '#web/features/accounts/parts/field-errors.ts';
import { hasPasskeys } from '#web/features/accounts/second-factor/passkey-device.ts';
import { SignInByPasskey } from './passkey-sign-in.tsx';
import { Late } from './password-expired.tsx';

interface AskCodeProps {
  readonly ways: readonly SecondFactorMethod[];
  readonly onIn: () => void;
  readonly onAgain: () => void;
}

/** The second step of signing in: by a code, or by a passkey. */
export function AskCode({ ways, onIn, onAgain }: AskCodeProps) {
  const t = useText(secondStepText);
  const { pending, failure, attempt } = useAttempt();
  const [code, setCode] = useState('');
  const [late, setLate] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const byPasskey = ways.includes('passkey') && hasPasskeys();
  const byCode = ways.includes('totp') || ways.includes('recovery_code');
  const wrong = faultAt(failure, 'code') !== undefined;
  const often = failure?.code === 'rate_limited';
  if (late || isLate(failure)) return <Late onAgain={onAgain} />;
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
          onLate={() => setLate(true)}
        />
      ) : null}
      {byCode ? (
        <p className="doornote">{t(ways.includes('totp') ? 'ask_totp' : 'ask_no_totp')}</p>
      ) : null}
      {byCode ? (
        <form className="acform" ref={form} onSubmit={send}>
          <CodeField
            either={ways.includes('recovery_code')}
            app={ways.includes('totp')}
            wrong={wrong}
            value={code}
            onChange={setCode}
          />
          {often ? (
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
      <p className="doornote">{t('lost')}</p>
    </>
  );
}
