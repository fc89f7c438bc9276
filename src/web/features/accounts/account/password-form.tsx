import { useState, type FormEvent } from 'react';
import {
  NewPasswordField,
  findPasswordFault,
} from '#web/features/accounts/parts/new-password-field.tsx';
import { CurrentPasswordField } from '#web/features/accounts/parts/current-password-field.tsx';
import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { useChangePassword } from '#web/features/accounts/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

/** Changes the password and ends all other sessions. `least` is the minimum length. */
export function PasswordForm({ login, least }: { readonly login: string; readonly least: number }) {
  const t = useLabels(accountLabels);
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const failure = change.isError ? toProblem(change.error) : undefined;
  const fault = short ? 'too_short' : findPasswordFault(failure);
  const wrong = faultAt(failure, 'current') !== undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const tooShort = [...password.normalize('NFKC')].length < least;
    setShort(tooShort);
    if (tooShort) return;
    change.mutate(
      { current, password },
      {
        onSuccess: () => {
          setCurrent('');
          setPassword('');
        },
      },
    );
  };
  return (
    <section>
      <h2>{t('change_password')}</h2>
      {change.isSuccess ? (
        <Notice live>{t('password_changed', { ended: change.data.ended })}</Notice>
      ) : null}
      <form className={accountsStyles.form} method="post" onSubmit={send}>
        <CurrentPasswordField login={login} wrong={wrong} value={current} onChange={setCurrent} />
        <NewPasswordField least={least} value={password} fault={fault} onChange={setPassword} />
        {failure === undefined || wrong || fault !== undefined ? null : (
          <ErrorPanel failure={failure} />
        )}
        <Button type="submit" disabled={change.isPending}>
          {t('change_password')}
        </Button>
      </form>
    </section>
  );
}
