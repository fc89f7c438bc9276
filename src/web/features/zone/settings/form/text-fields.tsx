import { changeWordsOf, languages, ownWords, type Text } from '#domain/values/language.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import { LongField } from '#web/ui/controls/long-field.tsx';
import * as formStyles from './settings-form.module.css';

/**
 * A text in the language of the page. The other languages are optional: they follow it until they
 * have words of their own.
 */
export function TextFields({
  label,
  hint,
  value,
  placeholder,
  maxLength = 200,
  isLong = false,
  error,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Text;
  /** The text that applies while there is none. */
  readonly placeholder?: Text;
  readonly maxLength?: number;
  /** Whether the text may have several lines. */
  readonly isLong?: boolean;
  readonly error?: string | undefined;
  readonly onChange: (text: Text) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const main = useLanguage();
  const Input = isLong ? LongField : Field;
  const others = languages.filter((language) => language !== main);
  return (
    <div className={formStyles.text}>
      <Input
        lang={main}
        label={label}
        hint={hint}
        value={value[main]}
        placeholder={placeholder?.[main]}
        maxLength={maxLength}
        error={error}
        onChange={(event) => onChange(changeWordsOf(value, main, main, event.target.value))}
      />
      <details>
        <summary>{t('other_languages')}</summary>
        <div className={formStyles.columns}>
          {others.map((language) => (
            <Input
              key={language}
              lang={language}
              label={`${label} · ${languageNames[language]}`}
              value={ownWords(value, language, main)}
              placeholder={placeholder?.[language] ?? value[main]}
              maxLength={maxLength}
              onChange={(event) =>
                onChange(changeWordsOf(value, language, main, event.target.value))
              }
            />
          ))}
        </div>
      </details>
    </div>
  );
}
