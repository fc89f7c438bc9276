import { useCallback, useState, type FormEvent } from 'react';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import type { SecondFactorReason } from '#contract/accounts/constants.ts';
import { useAttempt } from '#web/features/accounts/parts/use-attempt.ts';
import { call } from '#web/data/transport.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { CodeField } from '#web/features/accounts/second-factor/parts/code-field.tsx';
import { faultAt, isPasswordExpired } from '#web/features/accounts/parts/field-errors.ts';
import { RequiredPasskey } from './required-passkey.tsx';
import { hasPasskeys } from '#web/features/accounts/second-factor/passkey-device.ts';
import { PasswordExpired } from './password-expired.tsx';
import { NewRecoveryCodes } from '#web/features/accounts/second-factor/parts/recovery-codes.tsx';
import { TotpSecret } from '#web/features/accounts/second-factor/parts/totp-secret.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import * as signInStyles from '#web/features/accounts/sign-in.module.css';

interface RequiredEnrolmentProps {
  readonly because: SecondFactorReason;
  readonly onIn: () => void;
  readonly onAgain: () => void;
}

/** Sets up a required second factor before the sign-in ends. */
export function RequiredEnrolment({ because, onIn, onAgain }: RequiredEnrolmentProps) {
  const t = useLabels(secondFactorLabels);
  const { pending, failure, attempt } = useAttempt();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const [passkey, setPasskey] = useState(false);
  const [isExpired, setExpired] = useState(false);
  const expire = useCallback(() => setExpired(true), []);
  const wrong = faultAt(failure, 'code') !== undefined;
  if (isExpired || isPasswordExpired(failure)) return <PasswordExpired onAgain={onAgain} />;
  if (codes !== undefined) return <NewRecoveryCodes alone codes={codes} onKept={onIn} />;
  const send = (event: FormEvent) => {
    event.preventDefault();
    attempt(async () =>
      setCodes(
        (await call(secondFactorEndpoints.turnOnFirstTotp, { body: { code } })).recovery_codes,
      ),
    );
  };
  return (
    <>
      <h1>{t('missing')}</h1>
      <p className={signInStyles.note}>{t(`missing_${because}`)}</p>
      {passkey ? (
        <RequiredPasskey onCodes={setCodes} onExpired={expire} />
      ) : (
        <form className={accountsStyles.form} onSubmit={send}>
          <TotpSecret start={secondFactorEndpoints.startFirstTotp} onExpired={expire} />
          <p className={fieldRowStyles.text}>{t('then_code')}</p>
          <CodeField either={false} wrong={wrong} value={code} onChange={setCode} />
          {failure === undefined || wrong ? null : <ErrorPanel failure={failure} />}
          <Button primary type="submit" disabled={pending}>
            {t('turn_on')}
          </Button>
        </form>
      )}
      {hasPasskeys() ? (
        <p className={signInStyles.note}>
          <TextButton onClick={() => setPasskey(!passkey)}>
            {t(passkey ? 'app_instead' : 'passkey_instead')}
          </TextButton>
        </p>
      ) : null}
    </>
  );
}
