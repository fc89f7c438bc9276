import { useState, type FormEvent, type ReactNode } from 'react';
import type { PasswordAndCode } from '#contract/accounts/second-factor-schemas.ts';
import { CodeField } from '#web/features/accounts/second-factor/parts/code-field.tsx';
import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { CurrentPasswordField } from '#web/features/accounts/parts/current-password-field.tsx';
import { SecondFactorError } from './second-factor-error.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

interface TotpFormProps {
  readonly login: string;
  readonly submit: string;
  readonly pending: boolean;
  readonly error: Error | null;
  /** A recovery code is accepted too. */
  readonly either: boolean;
  readonly onSubmit: (proof: PasswordAndCode) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** Password and code, which turn the authenticator app on or off. */
export function TotpForm({
  login,
  submit,
  pending,
  error,
  either,
  onSubmit,
  onCancel,
  children,
}: TotpFormProps) {
  const t = useLabels(secondFactorLabels);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const failure = error === null ? undefined : toProblem(error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ password, code });
  };
  return (
    <form className={accountsStyles.form} onSubmit={send}>
      {children}
      <CodeField
        either={either}
        wrong={faultAt(failure, 'code') !== undefined}
        value={code}
        onChange={setCode}
      />
      <CurrentPasswordField
        login={login}
        wrong={faultAt(failure, 'password') !== undefined}
        value={password}
        onChange={setPassword}
      />
      <SecondFactorError error={error} />
      <div className={accountsStyles.actions}>
        <Button primary type="submit" disabled={pending}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
