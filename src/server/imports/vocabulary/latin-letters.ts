/** Letters of Serbian and Macedonian, each before its letters in Latin. */
const letters =
  'а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c ч č џ dž ш š ѓ ǵ ѕ dz ќ ḱ'.split(
    ' ',
  );
const latinByLetter: ReadonlyMap<string, string> = new Map(
  letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? ''] as const] : [])),
);

/**
 * Writes Serbian and Macedonian words in Latin letters, so that one list of words serves both
 * scripts: Фаза and Faza.
 * @returns undefined if the text has no Cyrillic letter, or one of another language
 */
export function writeInLatin(text: string): string | undefined {
  if (!/\p{Script=Cyrillic}/u.test(text)) return undefined;
  const latin = text
    .toLowerCase()
    .replace(/\p{Script=Cyrillic}/gu, (letter) => latinByLetter.get(letter) ?? letter);
  return /\p{Script=Cyrillic}/u.test(latin) ? undefined : latin;
}
