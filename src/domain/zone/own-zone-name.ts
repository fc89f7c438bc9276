import { fillText, languages, type Language, type Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

/** The name of an own zone until a person names it. */
export const ownZoneName: Text = words('本园区', '自分の地区', 'Our zone');

const isGiven = (name: Text, language: Language): boolean =>
  name[language] !== ownZoneName[language];

/** Whether a name has words in at least one language. */
export const isNamed = (name: Text): boolean =>
  languages.some((language) => isGiven(name, language));

/** Completes the name of a zone: a language without words takes the name of another language. */
export function completeName(name: Text): Text {
  const givenLanguages = languages.filter((language) => isGiven(name, language));
  if (givenLanguages.length === 0 || givenLanguages.length === languages.length) return name;
  return fillText(Object.fromEntries(givenLanguages.map((language) => [language, name[language]])));
}
