/** Languages of registers whose short numbers count. */
const registerLanguages =
  'ar bg bn cs da de el en-IN es et fa fi fr he hi hr hu hy id it ka kk ko lt lv mk ms nb nl pl pt ro ru sk sl sq sr sv sw th tr uk ur vi'.split(
    ' ',
  );
/** The powers of ten that languages shorten; 5 and 7 are lakh and crore. */
const powers = [3, 5, 6, 7, 9, 12];
/** One number for each plural form of these languages. */
const counts = [1, 2, 3, 5, 11];
/** Shorter words of Latin letters mean too much else. */
const shortestLatin = 3;

const foldWord = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');

/** The power of ten that the number in a short text lacks: 12 in 12 lakh for 1,200,000. */
function findPower(parts: readonly Intl.NumberFormatPart[], value: number): number {
  const digits = parts
    .filter(({ type }) => type === 'integer')
    .map(({ value: text }) => text)
    .join('');
  return Math.round(Math.log10(value / Number(digits)));
}

/** Lists the words by power of ten. A word with two meanings is left out. */
function listMultiples(): ReadonlyMap<string, number> {
  const words = new Map<string, number | undefined>();
  for (const language of registerLanguages)
    for (const compactDisplay of ['short', 'long'] as const) {
      const format = new Intl.NumberFormat(`${language}-u-nu-latn`, {
        notation: 'compact',
        compactDisplay,
      });
      for (const value of powers.flatMap((power) => counts.map((count) => count * 10 ** power))) {
        const parts = format.formatToParts(value);
        const word = foldWord(parts.find(({ type }) => type === 'compact')?.value ?? '');
        if (word === '' || (/^\p{Script=Latin}+$/u.test(word) && word.length < shortestLatin))
          continue;
        const power = findPower(parts, value);
        words.set(word, words.has(word) && words.get(word) !== power ? undefined : power);
      }
    }
  return new Map(
    [...words].flatMap(([word, power]) => (power === undefined ? [] : [[word, power]])),
  );
}

let multiples: ReadonlyMap<string, number> | undefined;

/**
 * Writes the words for thousand, million, lakh and so on in figures: χιλ. € becomes 1000 €, میلیارد
 * ریال becomes 1000000000 ریال. The words are those of the Unicode CLDR, which the runtime contains.
 */
export function writeMultiples(text: string): string {
  multiples ??= listMultiples();
  return text.replace(/[\p{L}\p{M}]+\.?/gu, (word) => {
    const power = multiples?.get(foldWord(word));
    return power === undefined ? word : ` 1${'0'.repeat(power)} `;
  });
}
