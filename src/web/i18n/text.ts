import { createContext, useCallback, useContext } from 'react';
import { type Bundle, makeTranslate, type Translate, type Words } from '#domain/labels/bundle.ts';
import type { Language } from '#domain/values/language.ts';

export {
  type Bundle,
  type SameWords,
  makeTranslate,
  type Translate,
  type Words,
} from '#domain/labels/bundle.ts';

const LanguageContext = createContext<Language>('en');
/** Sets the language of all components inside. */
export const LanguageProvider = LanguageContext.Provider;
/** The language of the page or of the fragment. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** `const t = useLabels(overviewLabels); t('title'); t('age', { days: 3 })`. */
export function useLabels<W extends Words>(bundle: Bundle<W>): Translate<W> {
  const language = useLanguage();
  return useCallback<Translate<W>>(
    (key, ...values) => makeTranslate(bundle, language)(key, ...values),
    [bundle, language],
  );
}
