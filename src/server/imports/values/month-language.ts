import { letterModel } from '#server/imports/read/encodings/letters.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { listMonthsByLanguage, stripWord } from './month-names.ts';

const word = /[\p{L}\p{M}]{3,}/gu;
const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

let ambiguousMonths: ReadonlyMap<string, readonly string[]> | undefined;
/**
 * Lists the names of months that mean different months, each with its languages: listopad is
 * October in Croatian and November in Polish and Czech.
 */
function listAmbiguousMonths(): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, { months: Set<number>; languages: string[] }>();
  for (const [language, names] of listMonthsByLanguage())
    for (const [name, month] of names) {
      const entry = byName.get(name) ?? { months: new Set(), languages: [] };
      byName.set(name, entry);
      entry.months.add(month);
      entry.languages.push(language);
    }
  return new Map(
    [...byName].flatMap(([name, { months, languages }]) =>
      months.size > 1 ? [[name, languages] as const] : [],
    ),
  );
}

/** The most characters of the evidence for a language. */
const longestEvidence = 4000;
/** Measures how probable the letters of a text are in a language. @returns a logarithm */
function measureLetters(text: string, language: string): number {
  const model = letterModel(language);
  let before = ' ';
  let sum = 0;
  for (const char of text) {
    sum += model.after(before, char);
    before = char;
  }
  return sum;
}

/**
 * Finds the language of months whose names mean other months elsewhere, by the letters of the
 * other words of the file.
 * @param evidence - the headers, titles and cells of the file
 * @returns undefined if no cell has such a name
 */
export function findMonthLanguage(
  cells: readonly Cell[],
  evidence: () => string,
): string | undefined {
  const words = cells
    .filter((cell): cell is string => typeof cell === 'string' && /\d/.test(cell))
    .flatMap((cell) => cell.match(word) ?? []);
  if (words.length === 0) return undefined;
  const names = (ambiguousMonths ??= listAmbiguousMonths());
  const languages = new Set(words.flatMap((name) => names.get(stripWord(name)) ?? []));
  if (languages.size === 0) return undefined;
  const text = evidence().slice(0, longestEvidence);
  const scores = [...languages].map((one) => [measureLetters(text, one), one] as const);
  return scores.sort(([a], [b]) => b - a)[0]?.[1];
}

/** Writes the months of a language in English: 5. listopada 2027 in Croatian is 5. Oct 2027. */
export function writeEnglishMonths<T extends Cell>(cell: T, language: string): T | string {
  const names = listMonthsByLanguage().get(language);
  return typeof cell !== 'string' || names === undefined
    ? cell
    : cell.replace(word, (name) => englishMonths[(names.get(stripWord(name)) ?? 0) - 1] ?? name);
}
