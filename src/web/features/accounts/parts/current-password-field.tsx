import { accountText } from '#web/features/accounts/labels/account/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import * as textStyles from '#web/ui/text.module.css';

interface PresentPasswordProps {
  /** For the browser's own keeping of passwords. */
  readonly login: string;
  readonly wrong: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The password again, from who is signed in, before something of weight. */
export function PresentPassword({ login, wrong, value, onChange }: PresentPasswordProps) {
  const t = useText(accountText);
  return (
    <>
      <input
        className={textStyles.visuallyHidden}
        name="username"
        autoComplete="username"
        value={login}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
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
