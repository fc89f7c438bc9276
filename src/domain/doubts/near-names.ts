import { withoutExtensions } from '#domain/projects/extension.ts';
import { PackedTexts } from './packed-texts.ts';
import { makeComparison, type Comparison } from './comparison.ts';
import { HashGroups, hashTwice } from './hash-groups.ts';
import { findNearPairs } from './near-name-pairs.ts';
import { normaliseName, readDigits } from './normalise-name.ts';
import { projectSubject, toNamedProject } from './subject.ts';

/** Shorter names are not compared: two of them often differ by one character on purpose. */
const shortestName = 4;

/** Lists the positions of each text that several of them have, by the index of the first one. */
function findEqual(texts: PackedTexts, groups: HashGroups): ReadonlyMap<number, readonly number[]> {
  const equalTexts = new Map<number, readonly number[]>();
  for (const group of groups.list())
    for (const same of Map.groupBy(group, (index) => texts.get(index)).values())
      if (same.length > 1) equalTexts.set(same[0] ?? 0, same);
  return equalTexts;
}

/** The normalised names of a register, in the order of its codes. */
class NameList {
  readonly #texts = new PackedTexts();
  readonly #hashes = new HashGroups();
  readonly #digits = new HashGroups();
  readonly #positions: number[] = [];

  add(name: string, position: number): void {
    const text = normaliseName(name);
    if (text.length < shortestName) return;
    this.#hashes.add(this.#texts.length, hashTwice(text));
    this.#digits.add(this.#texts.length, hashTwice(readDigits(text)));
    this.#texts.add(text);
    this.#positions.push(position);
  }

  /** Lists the positions of equal names, and of two names that differ by one character. */
  *list(): Generator<readonly number[]> {
    const equal = findEqual(this.#texts, this.#hashes);
    for (const same of equal.values()) yield this.#toPositions(same);
    const repeated = new Set([...equal.values()].flatMap((same) => same.slice(1)));
    for (const pair of findNearPairs({ texts: this.#texts, digits: this.#digits, repeated }))
      yield (pair ?? []).flatMap((index) => this.#toPositions(equal.get(index) ?? [index]));
  }

  #toPositions(indices: readonly number[]): number[] {
    return indices.map((index) => this.#positions[index] ?? 0);
  }
}

/**
 * Finds projects whose names are equal without case, width, punctuation and words such as "Co.,
 * Ltd.", or differ by one character that is neither a digit nor an ordinal.
 */
export function findNearEqualNames(): Comparison {
  const names = new NameList();
  return makeComparison({
    rule: 'near_equal_names',
    add: ({ name }, position) => names.add(name, position),
    list: () => names.list(),
    toMember: toNamedProject,
    toRows(members) {
      const same = withoutExtensions(members);
      return same.length < 2 ? [] : [{ subjects: same.map(projectSubject), facts: [] }];
    },
  });
}
