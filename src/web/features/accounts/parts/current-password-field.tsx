import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import * as textStyles from '#web/ui/text.module.css';

/** The sign-in name as a field for the browser's password manager. */
export const HiddenLogin = ({ login }: { readonly login: string }) => (
  <input
    className={textStyles.visuallyHidden}
    name="username"
    autoComplete="username"
    value={login}
    readOnly
    tabIndex={-1}
    aria-hidden="true"
  />
);

interface CurrentPasswordProps {
  /** For the browser's password manager. */
  readonly login: string;
  readonly wrong: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Asks for the password again before a sensitive change. */
export function CurrentPasswordField({ login, wrong, value, onChange }: CurrentPasswordProps) {
  const t = useLabels(accountLabels);
  return (
    <>
      <HiddenLogin login={login} />
      <Field
        label={t('current_password')}
        error={wrong ? t('wrong_current') : undefined}
        type="password"
        autoComplete="current-password"
        required
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
