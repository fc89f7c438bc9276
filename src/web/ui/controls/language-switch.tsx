import { languages, type Language } from '#domain/values/language.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { SegmentChoice } from './segmented.tsx';

/** The three languages, each by its own name. */
export function LanguageSwitch({
  label,
  language,
  onChange,
  tall = false,
}: {
  readonly label: string;
  readonly language: Language;
  readonly onChange: (language: Language) => void;
  readonly tall?: boolean;
}) {
  return (
    <SegmentChoice
      tall={tall}
      label={label}
      value={language}
      onChange={onChange}
      segments={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
    />
  );
}
