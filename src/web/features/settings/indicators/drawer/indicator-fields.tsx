import { type Language, languages } from '#domain/values/language.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IconButton, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import type {
  IndicatorDraft,
  IndicatorFault,
} from '#web/features/settings/indicators/draft/indicator-draft.ts';
import * as drawerStyles from './drawer.module.css';

/** The props of each group of fields of an indicator. */
export interface IndicatorFieldsProps {
  readonly draft: IndicatorDraft;
  readonly change: (changes: Partial<IndicatorDraft>) => void;
  readonly faults: Readonly<Record<string, IndicatorFault>>;
}

/** Name and definition in the page's language; the others are optional. */
export function NameFields({ draft, change, faults }: IndicatorFieldsProps) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const field = (key: 'name' | 'definition', of: Language, label: string) => (
    <Field
      key={`${key} ${of}`}
      lang={of}
      label={label}
      value={draft[key][of]}
      maxLength={key === 'name' ? 200 : 4000}
      onChange={({ target }) => change({ [key]: { ...draft[key], [of]: target.value } })}
      error={
        key === 'name' && of === language && faults['name'] !== undefined
          ? t(`fault_${faults['name']}`)
          : undefined
      }
    />
  );
  return (
    <>
      {field('name', language, t('name'))}
      {field('definition', language, t('definition'))}
      <details>
        <summary>{t('other_languages')}</summary>
        {languages
          .filter((one) => one !== language)
          .flatMap((one) => [
            field('name', one, `${t('name')} · ${languageNames[one]}`),
            field('definition', one, `${t('definition')} · ${languageNames[one]}`),
          ])}
      </details>
    </>
  );
}

/** The two indicators of a ratio; without them its values are entered. */
export function RatioFields({
  draft,
  change,
  faults,
  indicators,
  own,
}: IndicatorFieldsProps & {
  readonly indicators: readonly Indicator[];
  readonly own: string | undefined;
}) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const others = indicators.filter(({ id, kind }) => id !== own && kind !== 'qualitative');
  return (
    <div className={drawerStyles.line}>
      {(['numerator', 'denominator'] as const).map((key) => (
        <SelectField
          key={key}
          label={t(key)}
          value={draft[key]}
          onChange={({ target }) => change({ [key]: target.value })}
          error={
            key === 'numerator' && faults['ratio'] !== undefined
              ? t(`fault_${faults['ratio']}`)
              : undefined
          }
        >
          <option value="">{t('entered')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </SelectField>
      ))}
    </div>
  );
}

/** The breaks of a series: the month from which values can't be compared, and why. */
export function BreakFields({ draft, change, faults }: IndicatorFieldsProps) {
  const t = useLabels(indicatorLabels);
  const { breaks } = draft;
  const put = (at: number, next: Partial<(typeof breaks)[number]>) =>
    change({ breaks: breaks.map((one, i) => (i === at ? { ...one, ...next } : one)) });
  const error = (field: string) => {
    const fault = faults[field];
    return fault === undefined ? undefined : t(`fault_${fault}`);
  };
  return (
    <fieldset className={drawerStyles.group}>
      <legend>{t('breaks')}</legend>
      <p className={drawerStyles.quiet}>{t('breaks_text')}</p>
      {breaks.map(({ month, reason }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the month is edited in the row and can't identify it
        <div className={drawerStyles.line} key={at}>
          <DateField
            label={t('break_month')}
            kind="month"
            value={month}
            onChange={({ target }) => put(at, { month: target.value })}
            error={error(`break.${at}.month`)}
          />
          <Field
            label={t('break_reason')}
            value={reason}
            maxLength={500}
            onChange={({ target }) => put(at, { reason: target.value })}
            error={error(`break.${at}.reason`)}
          />
          <IconButton
            icon="close"
            label={t('remove')}
            onClick={() => change({ breaks: breaks.filter((_, i) => i !== at) })}
          />
        </div>
      ))}
      <TextButton onClick={() => change({ breaks: [...breaks, { month: '', reason: '' }] })}>
        {t('add_break')}
      </TextButton>
    </fieldset>
  );
}
