import { useState, type FormEvent } from 'react';
import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useRenewRecoveryCodes } from '#web/features/accounts/second-factor/queries.ts';
import { secondStepText } from '#web/features/accounts/labels/second-factor/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { PresentPassword } from '#web/features/accounts/parts/current-password-field.tsx';
import { StepFailure } from './second-factor-error.tsx';

interface CodesPartProps {
  readonly login: string;
  readonly left: number;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** How many recovery codes are left, and new ones in their place. */
export function CodesPart({ login, left, onCodes }: CodesPartProps) {
  const t = useText(secondStepText);
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
      <p className="actext">{t('codes_left', { left })}</p>
      {!open ? (
        <Button onClick={() => setOpen(true)}>{t('renew')}</Button>
      ) : (
        <form className="acform" onSubmit={send}>
          <p className="actext">{t('renew_text')}</p>
          <PresentPassword login={login} wrong={wrong} value={password} onChange={setPassword} />
          <StepFailure error={renew.error} />
          <div className="acdo">
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
