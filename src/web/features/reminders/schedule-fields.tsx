import { digestFrequencies, type DigestFrequency } from '#domain/reminders/digest-schedule.ts';
import { type Language, languages } from '#domain/values/language.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { useLabels } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { digestLabels } from './labels/index.ts';

export interface Schedule {
  readonly frequency: DigestFrequency;
  readonly weekday: number;
  readonly language: Language;
}
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** The frequency of a digest, its day, and its language. */
export function ScheduleFields({
  value,
  onChange,
}: {
  readonly value: Schedule;
  readonly onChange: (change: Partial<Schedule>) => void;
}) {
  const t = useLabels(digestLabels);
  return (
    <>
      <SelectField
        label={t('frequency')}
        hint={t('frequency_hint')}
        value={value.frequency}
        onChange={(event) => onChange({ frequency: event.target.value as DigestFrequency })}
      >
        {digestFrequencies.map((frequency) => (
          <option key={frequency} value={frequency}>
            {t(frequency)}
          </option>
        ))}
      </SelectField>
      {value.frequency === 'weekly' ? (
        <SelectField
          label={t('weekday')}
          value={value.weekday}
          onChange={(event) => onChange({ weekday: Number(event.target.value) })}
        >
          {weekdays.map((weekday) => (
            <option key={weekday} value={weekday}>
              {t(`weekday_${weekday}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField
        label={t('language')}
        value={value.language}
        onChange={(event) => onChange({ language: event.target.value as Language })}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </SelectField>
    </>
  );
}
