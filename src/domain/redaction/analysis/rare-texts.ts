import type { Heading } from '#domain/analysis/headings.ts';
import { isColumnKey } from '#domain/projects/fields/own-column.ts';
import { type RedactionProfile, smallestGroup } from '#domain/redaction/profile.ts';

/**
 * Finds the groups of a column of the register whose text fewer projects state than an amount
 * needs. Such a text may be a remark on one project, so links fold it into the others.
 *
 * @param by - the field of the groups; only columns have such texts
 * @param countOf - counts the projects of a group
 * @returns these groups, and the folded group
 */
export function findRareTexts<G extends Heading>(
  { by, groups }: { readonly by: string; readonly groups: readonly G[] },
  profile: RedactionProfile,
  countOf: (group: G) => number,
): ReadonlySet<G> {
  if (!isColumnKey(by)) return new Set();
  const fewest = smallestGroup(profile);
  const rare = groups.filter(
    (group) => group.key !== undefined && group.key !== '' && countOf(group) < fewest,
  );
  return new Set(
    rare.length === 0 ? [] : groups.filter((g) => g.key === undefined || rare.includes(g)),
  );
}
