import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';

interface CodeFieldProps {
  /** A recovery code is accepted too. */
  readonly either: boolean;
  /** An authenticator app is set up. Without one, only recovery codes exist. */
  readonly app?: boolean;
  readonly wrong: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A one-time code. */
export function CodeField({ either, app = true, wrong, value, onChange }: CodeFieldProps) {
  const t = useLabels(secondFactorLabels);
  return (
    <Field
      label={t(!app ? 'code_recovery' : either ? 'code_either' : 'code')}
      hint={app ? t('code_hint') : undefined}
      error={wrong ? t('wrong_code') : undefined}
      name="code"
      autoComplete="one-time-code"
      inputMode={either ? 'text' : 'numeric'}
      autoCapitalize="characters"
      spellCheck={false}
      required
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
