import { languages, type Language } from '#domain/values/language.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { loadLanguage } from '#web/i18n/load.ts';
import { SegmentChoice } from './segmented.tsx';

/** Loads the labels of a language that the reader points at. A failure appears once it is chosen. */
const approach = (language: Language): void => void loadLanguage(language).catch(() => undefined);

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
      onApproach={approach}
      segments={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
    />
  );
}
