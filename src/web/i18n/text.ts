import {
  createContext,
  createElement,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useState,
  type ReactNode,
} from 'react';
import { type Bundle, makeTranslate, type Translate, type Labels } from '#domain/labels/bundle.ts';
import type { Language } from '#domain/values/language.ts';
import { hasLanguage, holdLanguage, loadLanguage } from './load.ts';

export {
  type Bundle,
  type SameLabels,
  makeTranslate,
  type Translate,
  type Labels,
} from '#domain/labels/bundle.ts';

const LanguageContext = createContext<Language>('en');

/** Time in ms until a language that could not be loaded is loaded again. */
const againMs = 10_000;

/**
 * Loads the labels of a language, until it succeeds.
 *
 * @param start - the language until then; omitted where nothing can be shown without the first
 * @returns the last language whose labels are there, undefined before the first; and whether the
 *   chosen one could not be loaded
 */
export function useLoadedLanguage(
  language: Language,
  start?: Language,
): { readonly current: Language | undefined; readonly isMissing: boolean } {
  const [last, setLast] = useState(() => (hasLanguage(language) ? language : start));
  const [missing, setMissing] = useState<Language>();
  const current = hasLanguage(language) ? language : last;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasEnded = false;
    let release = (): void => undefined;
    const load = async (): Promise<void> => {
      release = holdLanguage(language, false);
      try {
        await loadLanguage(language);
        if (!hasEnded) startTransition(() => setLast(language));
      } catch {
        // the page keeps its language: code that comes later need not wait for the other
        release();
        if (hasEnded) return;
        setMissing(language);
        timer = setTimeout(load, againMs);
      }
    };
    void load();
    return () => {
      hasEnded = true;
      clearTimeout(timer);
      release();
    };
  }, [language]);
  useEffect(() => (current === undefined ? undefined : holdLanguage(current, true)), [current]);
  return { current, isMissing: missing === language && current !== language };
}

/**
 * Sets the language of all components inside, once its labels are loaded. Until then they keep the
 * earlier one.
 */
export function LanguageProvider({
  value,
  start,
  fallback = null,
  children,
}: {
  readonly value: Language;
  readonly start?: Language;
  readonly fallback?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const { current, isMissing } = useLoadedLanguage(value, start);
  return current === undefined
    ? fallback
    : createElement(
        LanguageContext,
        { value: current },
        createElement(MissingLanguageContext, { value: isMissing ? value : undefined }, children),
      );
}
const MissingLanguageContext = createContext<Language | undefined>(undefined);
/**
 * Reads the language that was chosen but could not be loaded.
 * @returns undefined if the chosen language is loaded
 */
export const useMissingLanguage = (): Language | undefined => useContext(MissingLanguageContext);
/** The language of the page or of the fragment. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** `const t = useLabels(overviewLabels); t('title'); t('age', { days: 3 })`. */
export function useLabels<W extends Labels>(bundle: Bundle<W>): Translate<W> {
  const language = useLanguage();
  return useCallback<Translate<W>>(
    (key, ...values) => makeTranslate(bundle, language)(key, ...values),
    [bundle, language],
  );
}
