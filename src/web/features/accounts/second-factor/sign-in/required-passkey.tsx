import { useState, type FormEvent } from 'react';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import { call } from '#web/data/transport.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { makePasskey } from '#web/features/accounts/second-factor/passkey-device.ts';
import { isPasswordExpired } from '#web/features/accounts/parts/field-errors.ts';
import { PasskeyNameField } from '#web/features/accounts/second-factor/parts/passkey-name-field.tsx';
import { PasskeyError } from '#web/features/accounts/second-factor/parts/passkey-error.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

interface RequiredPasskeyProps {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onExpired: () => void;
}

/** Sets up a passkey as the required second factor. */
export function RequiredPasskey({ onCodes, onExpired }: RequiredPasskeyProps) {
  const t = useLabels(secondFactorLabels);
  const [name, setName] = useState('');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const make = async () => {
    setPending(true);
    setError(undefined);
    try {
      const answer = await makePasskey(
        await call(secondFactorEndpoints.startFirstPasskey, { body: {} }),
      );
      onCodes(
        (await call(secondFactorEndpoints.addFirstPasskey, { body: { name: name.trim(), answer } }))
          .recovery_codes,
      );
    } catch (error) {
      if (isPasswordExpired(error)) onExpired();
      setError(error);
      setPending(false);
    }
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void make();
  };
  return (
    <form className={accountsStyles.form} onSubmit={send}>
      <p className={fieldRowStyles.text}>{t('passkeys_text')}</p>
      <PasskeyNameField value={name} onChange={setName} />
      <PasskeyError error={error} />
      <Button primary type="submit" disabled={pending}>
        {t('passkey_add')}
      </Button>
    </form>
  );
}
