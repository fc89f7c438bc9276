import { useState, type FormEvent, type ReactNode } from 'react';
import { passwordLength } from '#contract/accounts/constants.ts';
import type { ProblemError } from '#web/data/problem-error.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { HiddenLogin } from './current-password-field.tsx';
import { isTaken } from './field-errors.ts';
import { NewPasswordField, findPasswordFault } from './new-password-field.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

interface AccountFormProps {
  readonly pending: boolean;
  readonly failure: ProblemError | undefined;
  /** The sign-in name of the account. Omitted when the form asks for it. */
  readonly login?: string;
  /** The account has a name, so the form does not ask for it. */
  readonly named?: boolean;
  /** Minimum length of the password. */
  readonly least?: number;
  readonly submit: string;
  readonly onSubmit: (account: {
    readonly login: string;
    readonly name: string;
    readonly password: string;
  }) => void;
  readonly children?: ReactNode;
}
/** Sign-in name, name and password of an account. */
export function AccountForm({
  pending,
  failure,
  login,
  named = false,
  least = passwordLength.least,
  submit,
  onSubmit,
  children,
}: AccountFormProps) {
  const t = useLabels(accountLabels);
  const [account, setAccount] = useState({ login: login ?? '', name: '', password: '' });
  const [short, setShort] = useState(false);
  const enter = (change: Partial<typeof account>) => setAccount({ ...account, ...change });
  const fault = short ? 'too_short' : findPasswordFault(failure);
  const nameFault = isTaken(failure, 'name') ? t('name_taken') : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const tooShort = [...account.password.normalize('NFKC')].length < least;
    setShort(tooShort);
    if (!tooShort) onSubmit({ ...account, login: account.login.trim(), name: account.name.trim() });
  };
  const hasFieldError = fault !== undefined || nameFault !== undefined;
  return (
    <form className={accountsStyles.form} method="post" onSubmit={send}>
      {children}
      {login === undefined ? (
        <Field
          label={t('login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={200}
          pattern="\s*\S{2,}\s*"
          value={account.login}
          onChange={(event) => enter({ login: event.target.value })}
        />
      ) : (
        <HiddenLogin login={login} />
      )}
      {named ? null : (
        <Field
          label={t('name')}
          hint={t('name_hint')}
          error={nameFault}
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          value={account.name}
          onChange={(event) => enter({ name: event.target.value })}
        />
      )}
      <NewPasswordField
        least={least}
        value={account.password}
        fault={fault}
        onChange={(password) => enter({ password })}
      />
      {failure === undefined || hasFieldError ? null : <ErrorPanel failure={failure} />}
      <Button primary type="submit" disabled={pending}>
        {submit}
      </Button>
    </form>
  );
}
