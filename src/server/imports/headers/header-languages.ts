import { unitCurrency } from '#domain/values/reading/unit.ts';
import { parseUnit } from '#server/imports/values/unit.ts';
import type { HeaderUnit } from './header-text.ts';

const latin = /\p{Script=Latin}/u;
const other = /(?!\p{Script=Latin})\p{L}/u;
/** The fewest letters of each language in a header of two languages. */
const fewestLetters = 3;
/** The most characters of a header of two languages. */
const longestHeader = 200;
const countLetters = (text: string, letter: RegExp): number =>
  text.match(new RegExp(letter, 'gu'))?.length ?? 0;

/**
 * Divides a header of two languages into both: Project Name / اسم المشروع, 项目名称 Project Name.
 * @returns no text for a header of one language. A unit in Latin letters is no language
 */
export function splitLanguages(header: string): readonly string[] {
  const text = header.trim();
  if (text.length > longestHeader) return [];
  const [, before = '', after = ''] =
    /^(.+?)\s*(?:\s[/|–-]\s|[\r\n]+)\s*(.+)$/su.exec(text) ??
    /^([^\p{Script=Latin}]+?)[\s(（]+(\p{Script=Latin}.*?)[)）]?$/su.exec(text) ??
    [];
  const isPair = (a: string, b: string): boolean =>
    countLetters(a, latin) >= fewestLetters &&
    parseUnit(a) === undefined &&
    !latin.test(b) &&
    other.test(b);
  const hasLatin = (part: string): boolean => latin.test(part.replace(/[(（[].*?[)）\]]/gu, ''));
  const [first, second] = hasLatin(before) ? [before, after] : [after, before];
  return isPair(first, second.replace(/[(（[].*?[)）\]]/gu, '')) ? [before, after] : [];
}

/**
 * Chooses the unit of a header that names it in two languages: that with its currency.
 * @returns undefined if no language names a unit
 */
export function joinUnits(
  first: HeaderUnit | undefined,
  others: readonly (HeaderUnit | undefined)[],
): HeaderUnit | undefined {
  const amount = first?.amount;
  if (amount === undefined) return first ?? others.find((unit) => unit !== undefined);
  const named = others.find(
    (unit) =>
      unit?.amount?.currency !== undefined &&
      unit.amount.power === amount.power &&
      unitCurrency(amount, unit.amount.currency) === unit.amount.currency,
  );
  return amount.currency === undefined && named !== undefined ? named : first;
}
