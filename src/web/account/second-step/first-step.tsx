import { useCallback, useState, type FormEvent } from 'react';
import { secondStepEndpoints, type SecondStepReason } from '#contract/second-step.ts';
import { useAttempt } from '#web/account/use-attempt.ts';
import { call } from '#web/data/transport.ts';
import { secondStepText } from '#web/i18n/second-step/text.ts';
import { useText } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/button.tsx';
import { ErrorPanel } from '#web/ui/error-panel.tsx';
import { CodeField } from './code-field.tsx';
import { faultAt, isLate } from './faults.ts';
import { FirstPasskey } from './first-passkey.tsx';
import { hasPasskeys } from '#web/data/passkey-device.ts';
import { Late } from './late.tsx';
import { NewRecoveryCodes } from './recovery-codes.tsx';
import { TotpSecret } from './totp-secret.tsx';

interface FirstStepProps {
  readonly because: SecondStepReason;
  readonly onIn: () => void;
  readonly onAgain: () => void;
}

/** Sets up the second step of who may do nothing else before. */
export function FirstStep({ because, onIn, onAgain }: FirstStepProps) {
  const t = useText(secondStepText);
  const { pending, failure, attempt } = useAttempt();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const [passkey, setPasskey] = useState(false);
  const [late, setLate] = useState(false);
  const becomeLate = useCallback(() => setLate(true), []);
  const wrong = faultAt(failure, 'code') !== undefined;
  if (late || isLate(failure)) return <Late onAgain={onAgain} />;
  if (codes !== undefined) return <NewRecoveryCodes alone codes={codes} onKept={onIn} />;
  const send = (event: FormEvent) => {
    event.preventDefault();
    attempt(async () => setCodes((await call(secondStepEndpoints.turnOnFirstTotp, { body: { code } })).recovery_codes));
  };
  return (
    <>
      <h1>{t('missing')}</h1>
      <p className="doornote">{t(`missing_${because}`)}</p>
      {passkey ? (
        <FirstPasskey onCodes={setCodes} onLate={becomeLate} />
      ) : (
        <form className="acform" onSubmit={send}>
          <TotpSecret start={secondStepEndpoints.startFirstTotp} onLate={becomeLate} />
          <p className="actext">{t('then_code')}</p>
          <CodeField either={false} wrong={wrong} value={code} onChange={setCode} />
          {failure === undefined || wrong ? null : <ErrorPanel failure={failure} />}
          <Button primary type="submit" disabled={pending}>
            {t('turn_on')}
          </Button>
        </form>
      )}
      {hasPasskeys() ? (
        <p className="doornote">
          <TextButton onClick={() => setPasskey(!passkey)}>{t(passkey ? 'app_instead' : 'passkey_instead')}</TextButton>
        </p>
      ) : null}
    </>
  );
}
