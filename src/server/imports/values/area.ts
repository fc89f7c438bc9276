import type { Cell } from '#server/imports/read/table.ts';

/** One square metre, in which units of areas are given here. */
export const squareMetre = 1;
/** The 亩 in a square metre: 1 亩 = 666.67 m². */
export const toLand = 3 / 2000;

/** Words for units of areas, without accents, each with its square metres. */
const units: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:m2|㎡|m\^2|sqm|sq\.? ?m\.?|sq\.? ?met(?:er|re)s?|square met(?:er|re)s?|qm|mq|м2|кв\. ?м\.?|平方米|平米|平方メートル)$/,
    1,
  ],
  [/^(?:亩|畝|mu)$/, 2000 / 3],
  [/^(?:公顷|ha\.?|hectares?|hectareas?|hektar|га|ヘクタール|헥타르)$/, 10_000],
  [/^(?:平方公里|km2|平方キロ)$/, 1_000_000],
  [/^(?:坪|평)$/, 3.3058],
  [/^(?:acres?|ac\.?)$/, 4046.8564224],
  [/^(?:sq\.? ?f(?:t|eet)\.?|sqft|square feet)$/, 0.09290304],
  [/^(?:万㎡|万m2|万平方米|万平米)$/, 10_000],
];
/** Finds the square metres of a unit of areas. @returns undefined for any other text */
export function findAreaUnit(text: string): number | undefined {
  const word = text.normalize('NFKC').toLowerCase().trim();
  return units.find(([pattern]) => pattern.test(word))?.[1];
}

/** Splits the unit off an area: 1.250 m², 12 acres, 3,5 ha. */
export function splitAreaUnit(cell: Cell): { readonly rest: Cell; readonly unit?: number } {
  const [, rest, word = ''] =
    typeof cell === 'string'
      ? (/^(.*\p{Nd})\s*([^\p{Nd}]\D*\d?)$/u.exec(cell.normalize('NFKC').trim()) ?? [])
      : [];
  const unit = findAreaUnit(word);
  return rest === undefined || unit === undefined ? { rest: cell } : { rest, unit };
}
