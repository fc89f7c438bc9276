import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';

/** The name of a passkey. */
export function PasskeyNameField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useLabels(secondFactorLabels);
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
