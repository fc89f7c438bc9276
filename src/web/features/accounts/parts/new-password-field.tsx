import { useState } from 'react';
import {
  type PasswordFault,
  passwordFaults,
  passwordLength,
} from '#contract/accounts/constants.ts';
import type { ProblemError } from '#web/data/problem-error.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Checkbox, Field } from '#web/ui/controls/field.tsx';

/**
 * Finds the server's error about the password.
 * @returns undefined if the server found no fault in the password
 */
export const findPasswordFault = (failure: ProblemError | undefined): PasswordFault | undefined =>
  passwordFaults.find((fault) =>
    failure?.problem?.errors?.some(({ path, value }) => path === 'password' && value === fault),
  );

/** A new password, which can be shown. */
export function NewPasswordField({
  value,
  fault,
  least = passwordLength.least,
  onChange,
}: {
  readonly value: string;
  readonly fault: PasswordFault | undefined;
  readonly least?: number;
  readonly onChange: (value: string) => void;
}) {
  const t = useLabels(accountLabels);
  const [isVisible, setIsVisible] = useState(false);
  return (
    <>
      <Field
        label={t('new_password')}
        hint={t('new_password_hint', { least })}
        error={
          fault === undefined
            ? undefined
            : fault === 'too_short'
              ? t('too_short', { least })
              : t(fault)
        }
        type={isVisible ? 'text' : 'password'}
        name="new-password"
        autoComplete="new-password"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Checkbox
        label={t('show_password')}
        checked={isVisible}
        onChange={(event) => setIsVisible(event.target.checked)}
      />
    </>
  );
}
