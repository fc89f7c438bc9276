import { requestFields, type RequestField } from '#domain/requests/request.ts';
import { isLanguage, languages, type Language } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { cellName } from '#web/features/requests/cells/cell-words.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Checkbox, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import * as styles from './manage.module.css';

/** The fields that a request to a company usually has. */
export const usualFields: readonly RequestField[] = ['jobs_actual', 'amounts.fai_done_total'];

const toggleItem = <T,>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** The choice of the requested facts of a project. */
export function FieldChecks({
  fields,
  disabled = false,
  onChange,
}: {
  readonly fields: readonly RequestField[];
  readonly disabled?: boolean;
  readonly onChange: (fields: readonly RequestField[]) => void;
}) {
  const language = useLanguage();
  return (
    <div className={styles.checks}>
      {requestFields.map((field) => (
        <Checkbox
          key={field}
          label={cellName({ key: field, field }, language)}
          checked={!disabled && fields.includes(field)}
          disabled={disabled}
          onChange={() => onChange(toggleItem(fields, field))}
        />
      ))}
    </div>
  );
}

/** The choice of the requested indicators. */
export function IndicatorChecks({
  zone,
  indicators,
  onChange,
}: {
  readonly zone: ZoneProfile;
  readonly indicators: readonly string[];
  readonly onChange: (indicators: readonly string[]) => void;
}) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  return (
    <>
      <p>{t('indicator')}</p>
      <div className={styles.checks}>
        {zone.indicators
          .filter(({ kind }) => kind !== 'qualitative')
          .map(({ id, name }) => (
            <Checkbox
              key={id}
              label={cellName({ key: id, indicator: name }, language)}
              checked={indicators.includes(id)}
              onChange={() => onChange(toggleItem(indicators, id))}
            />
          ))}
      </div>
    </>
  );
}

/** The language and the deadline of the answers. */
export function AnswerTerms({
  language,
  deadline,
  onChange,
}: {
  readonly language: Language;
  readonly deadline: string;
  readonly onChange: (terms: { readonly language?: Language; readonly deadline?: string }) => void;
}) {
  const t = useLabels(manageLabels);
  return (
    <>
      <SelectField
        label={t('language')}
        value={language}
        onChange={({ target }) => {
          if (isLanguage(target.value)) onChange({ language: target.value });
        }}
      >
        {languages.map((one) => (
          <option key={one} value={one}>
            {languageNames[one]}
          </option>
        ))}
      </SelectField>
      <DateField
        label={t('deadline')}
        value={deadline}
        min={serverDay()}
        required
        onChange={(event) => onChange({ deadline: event.target.value })}
      />
    </>
  );
}
