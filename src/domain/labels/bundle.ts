import { type Language, languages, type Text } from '#domain/values/language.ts';

/** Labels in one language: plain texts, or functions that put values into a text. */
export type Labels = Readonly<Record<string, string | ((...values: never[]) => string)>>;
/** The same keys in another language, with the same values. */
export type SameLabels<W> = { readonly [K in keyof W]: W[K] };
/**
 * Labels of one feature in all languages, one file for each language. Groups of labels may be
 * nested.
 */
export type Bundle<W> = Readonly<Record<Language, SameLabels<W>>>;

type Values<M> = M extends (...values: infer V) => string ? V : [];
/** Returns the text of a key. A key whose text holds values takes them as arguments. */
export type Translate<W extends Labels> = <K extends keyof W & string>(
  key: K,
  ...values: Values<W[K]>
) => string;

/** Makes the function that gives the texts of a bundle in one language. */
export const makeTranslate =
  <W extends Labels>(bundle: Bundle<W>, language: Language): Translate<W> =>
  (key, ...values) => {
    const text = bundle[language][key];
    return typeof text === 'function'
      ? (text as (...args: readonly unknown[]) => string)(...values)
      : String(text);
  };

/** Texts in all languages, by the keys of their bundle. */
type TextsOf<W> = { readonly [K in keyof W]: W[K] extends string ? Text : TextsOf<W[K]> };

/**
 * Makes one text in all languages of each key, for code that has all labels in memory: a file, a
 * response, a table of terms. A page reads its bundle in one language.
 */
export function toTexts<W extends object>(bundle: Bundle<W>): TextsOf<W> {
  const keys = Object.keys(bundle.en) as (keyof W)[];
  const textOf = (key: keyof W): unknown => {
    const text = Object.fromEntries(languages.map((one) => [one, bundle[one][key]]));
    return typeof bundle.en[key] === 'string' ? text : toTexts(text as unknown as Bundle<object>);
  };
  return Object.fromEntries(keys.map((key) => [key, textOf(key)])) as TextsOf<W>;
}
