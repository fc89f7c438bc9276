import { findBuiltInIndustry, industryShortTerms, industryTerms } from './industry-names.ts';
import { sameWords } from '#domain/values/term.ts';
import type { Industry, IndustryMark } from './zone.ts';

/** The marks that tell industries apart; more industries than these share the mark of others. */
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
 * The mark of an industry: that of the zone's settings. One that the settings do not name, and one
 * whose mark another has before
 * it, has the mark of others, so that no two industries look alike and none passes for another.
 */
export function findMark(industries: readonly Industry[], id: string | undefined): IndustryMark {
  const own = industries.find((industry) => industry.id === id);
  if (own === undefined) return 'other';
  return industries.find(({ colour }) => colour === own.colour) === own ? own.colour : 'other';
}

/**
 * The industries of a zone with a mark of its own for each one that shares its mark with another
 * before it, while one is free.
 */
function assignMarks(industries: readonly Industry[]): readonly Industry[] {
  const taken = new Set(industries.map(({ colour }) => colour));
  return industries.map((industry) => {
    if (industry.colour === 'other' || findMark(industries, industry.id) !== 'other')
      return industry;
    const colour = industryMarks.find((mark) => !taken.has(mark)) ?? 'other';
    taken.add(colour);
    return { ...industry, colour };
  });
}

/**
 * The industries of a stored zone, with a mark of its own for each while one is free: for those
 * that share one, and for those of
 * its projects that the settings do not name.
 *
 * @param known - the industries of the settings, in their order
 * @param ids - the industries of all projects, in any order: the marks do not depend on it
 */
export const completeIndustries = (
  known: readonly Industry[],
  ids: readonly string[],
): readonly Industry[] => addIndustries(assignMarks(known), ids.toSorted());

/**
 * A new industry of a zone: by its names in three languages where it is a built-in one, else by the
 * word of the source.
 */
function newIndustry(id: string, taken: ReadonlySet<IndustryMark>): Industry {
  const builtIn = findBuiltInIndustry(id);
  const wanted = builtIn === undefined ? industryMarks : [builtIn, ...industryMarks];
  return {
    id,
    name: builtIn === undefined ? sameWords(id) : industryTerms[builtIn],
    short: builtIn === undefined ? sameWords(id) : industryShortTerms[builtIn],
    colour: wanted.find((mark) => !taken.has(mark)) ?? 'other',
  };
}

/**
 * The industries of a zone with those that it does not name yet. What is known keeps its names and
 * its mark; each new one gets
 * the first free mark, and the mark of others where none is free.
 */
export function addIndustries(
  known: readonly Industry[],
  ids: readonly string[],
): readonly Industry[] {
  const all = [...known];
  // the marks of built-in industries among them are theirs first
  const builtInFirst = [...new Set(ids)].toSorted(
    (a, b) =>
      Number(findBuiltInIndustry(b) !== undefined) - Number(findBuiltInIndustry(a) !== undefined),
  );
  for (const id of builtInFirst)
    if (!all.some((industry) => industry.id === id))
      all.push(newIndustry(id, new Set(all.map(({ colour }) => colour))));
  return all;
}
