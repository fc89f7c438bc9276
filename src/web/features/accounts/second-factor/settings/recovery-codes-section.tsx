import { useState, type FormEvent } from 'react';
import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useRenewRecoveryCodes } from '#web/features/accounts/second-factor/queries.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { CurrentPasswordField } from '#web/features/accounts/parts/current-password-field.tsx';
import { SecondFactorError } from './second-factor-error.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

interface RecoveryCodesProps {
  readonly login: string;
  readonly remainingCount: number;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** The number of unused recovery codes, and their renewal. */
export function RecoveryCodesSection({ login, remainingCount, onCodes }: RecoveryCodesProps) {
  const t = useLabels(secondFactorLabels);
  const renew = useRenewRecoveryCodes();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const wrong = renew.isError && faultAt(toProblem(renew.error), 'password') !== undefined;
  const close = () => {
    setOpen(false);
    setPassword('');
    renew.reset();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    renew.mutate(password, {
      onSuccess: ({ recovery_codes }) => {
        close();
        onCodes(recovery_codes);
      },
    });
  };
  return (
    <>
      <h3>{t('codes')}</h3>
      <p className={fieldRowStyles.text}>{t('codes_left', { left: remainingCount })}</p>
      {!open ? (
        <Button onClick={() => setOpen(true)}>{t('renew')}</Button>
      ) : (
        <form className={accountsStyles.form} onSubmit={send}>
          <p className={fieldRowStyles.text}>{t('renew_text')}</p>
          <CurrentPasswordField
            login={login}
            wrong={wrong}
            value={password}
            onChange={setPassword}
          />
          <SecondFactorError error={renew.error} />
          <div className={accountsStyles.actions}>
            <Button primary type="submit" disabled={renew.isPending}>
              {t('renew')}
            </Button>
            <Button onClick={close}>{t('cancel')}</Button>
          </div>
        </form>
      )}
    </>
  );
}
