import { type Language, languages, type Text } from '#domain/values/language.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { Field } from '#web/ui/controls/field.tsx';
import * as targetsStyles from '#web/features/targets/targets.module.css';

/** One text in the three languages, side by side. */
export const TextFields = ({
  label,
  value,
  placeholder,
  onChange,
}: {
  readonly label: string;
  readonly value: Text;
  /** The text that applies when a language is empty. */
  readonly placeholder?: Text;
  readonly onChange: (text: Text) => void;
}) => (
  <div className={targetsStyles.columns}>
    {languages.map((language: Language) => (
      <Field
        key={language}
        lang={language}
        label={`${label} · ${languageNames[language]}`}
        value={value[language]}
        placeholder={placeholder?.[language]}
        maxLength={4000}
        onChange={(event) => onChange({ ...value, [language]: event.target.value })}
      />
    ))}
  </div>
);
