import { createContext, useCallback, useContext } from 'react';
import type { Language } from '#domain/values/language.ts';

/** The words of one part of the interface in one language: plain sentences, or functions of the values they hold. */
export type Words = Readonly<Record<string, string | ((values: never) => string)>>;
/** The same keys in another language, with the same values. */
export type SameWords<W> = { readonly [K in keyof W]: W[K] };
/** One part of the interface in all languages; each page has its own, so that it comes with the page. */
export type Bundle<W extends Words> = Readonly<Record<Language, SameWords<W>>>;

type Values<M> = M extends (values: infer V) => string ? [values: V] : [];
/** Gives the sentence of a key; a key whose sentence holds values takes them. */
export type Translate<W extends Words> = <K extends keyof W & string>(
  key: K,
  ...values: Values<W[K]>
) => string;

/** The sentences of a bundle in one language; for text outside a component. */
export const textOf =
  <W extends Words>(bundle: Bundle<W>, language: Language): Translate<W> =>
  (key, ...values) => {
    const words = bundle[language][key];
    return typeof words === 'function'
      ? (words as (given: unknown) => string)(values[0])
      : String(words);
  };

const LanguageContext = createContext<Language>('en');
/** Says in which language everything inside is written. */
export const LanguageProvider = LanguageContext.Provider;
/** The language of the page or of the fragment. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** `const t = useText(overviewText); t('title'); t('age', { days: 3 })`. */
export function useText<W extends Words>(bundle: Bundle<W>): Translate<W> {
  const language = useLanguage();
  return useCallback<Translate<W>>(
    (key, ...values) => textOf(bundle, language)(key, ...values),
    [bundle, language],
  );
}
