import { useId } from 'react';
import { agreementTypes } from '#domain/projects/project.ts';
import { selectableStatuses, siteModes, type FactField } from '#domain/projects/fields.ts';
import {
  agreementTerms,
  dataStatusTerms,
  prefectureTerms,
  siteModeTerms,
} from '#domain/labels/index.ts';
import { compact } from '#domain/values/compact.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Field, SelectField, useMissingWords } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { countryChoices } from '#domain/values/country-names.ts';
import {
  isAmount,
  isDate,
  isLong,
  isNumber,
  readText,
  typedUnit,
  type Writing,
} from './fact-entry.ts';
import { fieldLabel } from './fact-labels.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as formStyles from '#web/features/projects/project-forms.module.css';

interface FactFieldProps {
  readonly field: FactField;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly writing: Writing;
  readonly today: string;
  readonly profile: ZoneProfile | undefined;
  readonly required?: boolean;
  /** An untouched empty field shows no error. */
  readonly untouched?: boolean;
}

/**
 * Returns the choices of a field, with its present value when the list lacks it. Undefined for a
 * field without a list.
 */
function listChoices(
  field: FactField,
  text: string,
  profile: ZoneProfile | undefined,
  language: Writing['language'],
) {
  const list: readonly (readonly [string, string])[] | undefined =
    field === 'site_mode'
      ? siteModes.map((id) => [id, siteModeTerms[id][language]])
      : field === 'agreement_type'
        ? agreementTypes.map((id) => [id, agreementTerms[id][language]])
        : field === 'data_status'
          ? selectableStatuses.map((id) => [id, dataStatusTerms[id][language]])
          : field === 'industry'
            ? profile?.industries.map((i) => [i.id, i.name[language]])
            : field === 'zone'
              ? profile?.function_zones.map((z) => [z.id, z.name[language]])
              : field === 'prefecture'
                ? Object.entries(prefectureTerms).map(([code, name]) => [code, name[language]])
                : field === 'country'
                  ? countryChoices(language)
                  : undefined;
  if (list === undefined || list.length === 0) return undefined;
  return text === '' || list.some(([id]) => id === text) ? list : [...list, [text, text] as const];
}

/** The input of one fact, with how the text was read or its error. */
export function FactInput({
  field,
  text,
  onChange,
  writing,
  today,
  profile,
  required = false,
  untouched = false,
}: FactFieldProps) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const id = useId();
  const words = useMissingWords();
  const label = fieldLabel(field, language);
  const read = readText(field, text, writing, today);
  const error = read.kind === 'wrong' && !untouched ? t(read.why) : undefined;
  const choices = listChoices(field, text, profile, language);
  if (choices !== undefined)
    return (
      <SelectField
        label={label}
        value={text}
        required={required}
        onChange={(event) => onChange(event.target.value)}
      >
        {field === 'data_status' ? null : <option value="">—</option>}
        {choices.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </SelectField>
    );
  if (isLong(field))
    return (
      <div className={`${controlsStyles.field} ${formStyles.wide}`}>
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          rows={2}
          maxLength={4000}
          value={text}
          required={required}
          {...words}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    );
  const unit = typedUnit(writing);
  const hint = !isAmount(field)
    ? undefined
    : read.kind === 'value' && read.readAs !== undefined
      ? t('read_as', { amount: read.readAs })
      : undefined;
  if (isDate(field))
    return (
      <DateField
        label={label}
        error={error}
        value={text}
        required={required}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <Field
      label={isAmount(field) ? `${label} · ${unit}` : label}
      {...compact({ hint })}
      {...compact({ error })}
      value={text}
      required={required}
      maxLength={300}
      inputMode={isNumber(field) ? 'decimal' : 'text'}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
