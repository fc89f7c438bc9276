import { findBuiltInIndustry, industryShortTerms, industryTerms } from './industry-names.ts';
import { sameWords } from '#domain/values/term.ts';
import type { Industry, IndustryMark } from './zone.ts';

/** The marks that distinguish industries. Further industries share the mark `other`. */
export const industryMarks = [
  'eco',
  'material',
  'energy',
  'bio',
  'ict',
  'services',
  'seventh',
  'eighth',
] as const;

/**
 * Finds the mark of an industry in the settings of its zone, so that no two industries look alike.
 * @returns `other` for an industry that the settings do not name, and for one whose mark an earlier
 *   industry has
 */
export function findMark(industries: readonly Industry[], id: string | undefined): IndustryMark {
  const own = industries.find((industry) => industry.id === id);
  if (own === undefined) return 'other';
  return industries.find(({ colour }) => colour === own.colour) === own ? own.colour : 'other';
}

/** Assigns a free mark, while there is one, to each industry whose mark an earlier industry has. */
function assignMarks(industries: readonly Industry[]): readonly Industry[] {
  const colours = new Set(industries.map(({ colour }) => colour));
  return industries.map((industry) => {
    if (industry.colour === 'other' || findMark(industries, industry.id) !== 'other')
      return industry;
    const colour = industryMarks.find((mark) => !colours.has(mark)) ?? 'other';
    colours.add(colour);
    return { ...industry, colour };
  });
}

/**
 * Completes the industries of a stored zone: adds those of its projects that the settings do not
 * name, and assigns a free mark, while there is one, to each that has none of its own.
 *
 * @param knownIndustries the industries of the settings, in their order
 * @param ids the industries of all projects; their order does not affect the marks
 */
export const completeIndustries = (
  knownIndustries: readonly Industry[],
  ids: readonly string[],
): readonly Industry[] => addIndustries(assignMarks(knownIndustries), ids.toSorted());

/**
 * Makes a new industry: a built-in one with its names in three languages, else one named by the
 * word of the source.
 */
function newIndustry(id: string, colours: ReadonlySet<IndustryMark>): Industry {
  const builtIn = findBuiltInIndustry(id);
  const marks = builtIn === undefined ? industryMarks : [builtIn, ...industryMarks];
  return {
    id,
    name: builtIn === undefined ? sameWords(id) : industryTerms[builtIn],
    short: builtIn === undefined ? sameWords(id) : industryShortTerms[builtIn],
    colour: marks.find((mark) => !colours.has(mark)) ?? 'other',
  };
}

/**
 * Adds the industries that a zone does not name yet. Known ones keep their names and marks; each
 * new one gets the first free mark, or `other` when none is free.
 */
export function addIndustries(
  knownIndustries: readonly Industry[],
  ids: readonly string[],
): readonly Industry[] {
  const all = [...knownIndustries];
  // Built-in industries choose first, so that they get their own marks.
  const builtInFirst = [...new Set(ids)].toSorted(
    (a, b) =>
      Number(findBuiltInIndustry(b) !== undefined) - Number(findBuiltInIndustry(a) !== undefined),
  );
  for (const id of builtInFirst)
    if (!all.some((industry) => industry.id === id))
      all.push(newIndustry(id, new Set(all.map(({ colour }) => colour))));
  return all;
}
