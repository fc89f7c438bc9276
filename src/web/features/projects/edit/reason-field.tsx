import { type ReasonCode, reasonCodes } from '#domain/projects/reason.ts';
import { reasonTerms } from '#domain/labels/index.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';

/** Chooses a reason from the standard list. */
export function ReasonField({
  code,
  onChange,
}: {
  readonly code: ReasonCode | undefined;
  readonly onChange: (code: ReasonCode | undefined) => void;
}) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  return (
    <SelectField
      label={t('reason_code')}
      required
      value={code ?? ''}
      onChange={(event) => onChange(reasonCodes.find((one) => one === event.target.value))}
    >
      <option value="">{t('choose')}</option>
      {reasonCodes.map((one) => (
        <option key={one} value={one}>
          {reasonTerms[one][language]}
        </option>
      ))}
    </SelectField>
  );
}
