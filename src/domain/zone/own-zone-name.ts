import { fillText, languages, type Language, type Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

/** The name of an own zone until somebody names it. */
export const ownZoneName: Text = words('本园区', '自分の地区', 'Our zone');

const isGiven = (name: Text, language: Language): boolean =>
  name[language] !== ownZoneName[language];

/** Whether somebody has given a name, in one language at least. */
export const isNamed = (name: Text): boolean =>
  languages.some((language) => isGiven(name, language));

/** Gives the languages in which nobody has named a zone the name of another language. */
export function completeName(name: Text): Text {
  const given = languages.filter((language) => isGiven(name, language));
  if (given.length === 0 || given.length === languages.length) return name;
  return fillText(Object.fromEntries(given.map((language) => [language, name[language]])));
}
