import { languages, type Names } from '#domain/values/language.ts';

/** A project's investor with its translations. */
export interface NamedInvestor {
  /** The original name. */
  readonly investor: string;
  readonly names: Names;
}

/** The most frequent text; of several, the first in sort order. */
const mostFrequent = (texts: readonly string[]): string | undefined =>
  [...Map.groupBy(texts, (text) => text)]
    .toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
    .map(([text]) => text)[0];

/**
 * The translations of each investor, by its original name. Where projects of one investor differ,
 * each language has the text that most of them state.
 */
export const joinInvestorNames = (rows: readonly NamedInvestor[]): ReadonlyMap<string, Names> =>
  new Map(
    [...Map.groupBy(rows, ({ investor }) => investor)].map(([investor, own]) => [
      investor,
      Object.fromEntries(
        languages.flatMap((language) => {
          const text = mostFrequent(own.flatMap(({ names }) => names[language] ?? []));
          return text === undefined ? [] : [[language, text] as const];
        }),
      ),
    ]),
  );

/** The investors of a map of their names. */
export const listNamedInvestors = (names: ReadonlyMap<string, Names>): readonly NamedInvestor[] =>
  [...names].map(([investor, own]) => ({ investor, names: own }));
