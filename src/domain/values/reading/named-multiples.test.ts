import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseUnit } from './unit.ts';

const languages = 'ar bn de el en-IN fa fi hi hy ka lt lv sr uk ur'.split(' ');
/** The word for a power of ten in a language, as the CLDR writes it. */
function wordFor(language: string, power: number, display: 'short' | 'long'): string {
  const format = new Intl.NumberFormat(`${language}-u-nu-latn`, {
    notation: 'compact',
    compactDisplay: display,
  });
  const parts = format.formatToParts(10 ** power);
  const number = parts.find(({ type }) => type === 'integer')?.value;
  const word = parts.find(({ type }) => type === 'compact')?.value ?? '';
  return number === '1' ? word : '';
}

test('a word for thousand or more multiplies as its language means it, or is not read', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.constantFrom(3, 5, 6, 7, 9),
      fc.constantFrom('short' as const, 'long' as const),
      (language, power, display) => {
        const word = wordFor(language, power, display);
        fc.pre([...word.replace(/[^\p{L}]/gu, '')].length > 2);
        expect([undefined, power], `${language} ${word}`).toContain(
          (parseUnit(`${word} EUR`) as { readonly power: number } | undefined)?.power,
        );
      },
    ),
    { numRuns: 600 },
  );
});
test('units of registers in Greek, Persian, Hindi, Ukrainian and Serbian are read', () => {
  expect(
    ['σε χιλ. €', 'εκ. €', 'میلیارد ریال', 'लाख ₹', 'тис. грн', 'tūkst. EUR', 'милиона евра'].map(
      (text) => parseUnit(text),
    ),
  ).toEqual([
    { power: 3, currency: 'EUR' },
    { power: 6, currency: 'EUR' },
    { power: 9, currency: 'IRR' },
    { power: 5, currency: 'INR' },
    { power: 3, currency: 'UAH' },
    { power: 3, currency: 'EUR' },
    { power: 6, currency: 'EUR' },
  ]);
});
