/** The three languages of the product, as BCP 47 tags. */
export const languages = ['zh-CN', 'ja', 'en'] as const;
export type Language = (typeof languages)[number];
/** One text in each language. */
export type Text = Readonly<Record<Language, string>>;

/** Whether a value is the tag of one of the languages. */
export const isLanguage = (x: unknown): x is Language => languages.includes(x as Language);
