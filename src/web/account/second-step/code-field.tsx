import { secondStepText } from '#web/i18n/second-step/text.ts';
import { useText } from '#web/i18n/text.ts';
import { Field } from '#web/ui/field.tsx';

interface CodeFieldProps {
  /** A recovery code may stand in. */
  readonly either: boolean;
  readonly wrong: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A code that works once. */
export function CodeField({ either, wrong, value, onChange }: CodeFieldProps) {
  const t = useText(secondStepText);
  return (
    <Field
      label={t(either ? 'code_either' : 'code')}
      hint={t('code_hint')}
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
