import { secondFactorText } from '#web/features/accounts/labels/second-factor/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';

/** The name of a passkey. */
export function PasskeyNameField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useText(secondFactorText);
  return (
    <Field
      label={t('passkey_name')}
      hint={t('passkey_name_hint')}
      autoComplete="off"
      required
      maxLength={60}
      pattern=".*\S.*"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
