import { useState } from 'react';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import type { PasskeyStep } from '#contract/accounts/constants.ts';
import { call } from '#web/data/transport.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { showPasskey } from '#web/features/accounts/second-factor/passkey-device.ts';
import { isPasswordExpired } from '#web/features/accounts/parts/field-errors.ts';
import { PasskeyError } from '#web/features/accounts/second-factor/parts/passkey-error.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

interface SignInByPasskeyProps {
  readonly step: PasskeyStep;
  readonly primary?: boolean;
  readonly onIn: () => void;
  readonly onExpired?: () => void;
}

/** Signs in with a passkey, as the only factor or as the second one. */
export function SignInByPasskey({ step, primary = false, onIn, onExpired }: SignInByPasskeyProps) {
  const t = useLabels(secondFactorLabels);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const show = async () => {
    setPending(true);
    setError(undefined);
    try {
      const answer = await showPasskey(
        await call(secondFactorEndpoints.askPasskey, { body: { step } }),
      );
      await call(secondFactorEndpoints.signInPasskey, { body: { step, answer } });
      onIn();
    } catch (error) {
      if (isPasswordExpired(error)) onExpired?.();
      setError(error);
      setPending(false);
    }
  };
  return (
    <div className={accountsStyles.passkey}>
      <PasskeyError error={error} />
      <Button primary={primary} disabled={pending} onClick={() => void show()}>
        {t(step === 'first' ? 'passkey_sign_in' : 'passkey_use')}
      </Button>
    </div>
  );
}
