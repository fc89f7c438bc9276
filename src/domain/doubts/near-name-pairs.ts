import type { PackedTexts } from './packed-texts.ts';
import { HashGroups, mixBits } from './hash-groups.ts';
import { areNear, readDigits } from './normalise-name.ts';

/** Names with more neighbours than this follow a pattern. */
const mostOfKey = 20;
/** The keys that are sorted at once, of eight bytes each. */
const keysAtOnce = 1_000_000;
/** The names between two pauses. */
const namesAtOnce = 20_000;
const factors = [0x01_00_01_93, 0x9e_37_79_b1] as const;

/** Normalised names in an order. */
export interface ComparedNames {
  readonly texts: PackedTexts;
  /** The indices of the names by their digits. */
  readonly digits: HashGroups;
  /** The indices of names that an earlier name equals. */
  readonly repeated: ReadonlySet<number>;
}

/**
 * Finds the names whose digits another name has, too.
 * @returns a number for each sequence of digits, by the index of a name; 0 for all others
 */
function findSameDigits({ texts, digits, repeated }: ComparedNames): Uint32Array {
  const groupOf = new Uint32Array(texts.length);
  let group = 0;
  for (const same of digits.list()) {
    group += 1;
    for (const index of same) if (!repeated.has(index)) groupOf[index] = group;
  }
  return groupOf;
}

/**
 * Hashes a name, and then each text that lacks one of its characters, by a polynomial: a text of n
 * characters has n + 1 keys, and all of them take as many steps as three readings of it.
 */
function hashKeys(units: Uint16Array, factor: number, keys: Int32Array, powers: Int32Array): void {
  let [end, power] = [0, 1];
  for (let at = units.length - 1; at >= 0; at -= 1) {
    keys[at + 1] = end;
    powers[at] = power;
    end = (end + Math.imul((units[at] ?? 0) + 1, power)) | 0;
    power = Math.imul(power, factor);
  }
  keys[0] = end;
  let begin = 0;
  for (let at = 0; at < units.length; at += 1) {
    keys[at + 1] = (Math.imul(begin, powers[at] ?? 0) + (keys[at + 1] ?? 0)) | 0;
    begin = (Math.imul(begin, factor) + (units[at] ?? 0) + 1) | 0;
  }
}

/** The keys of all names, with their digits. */
class NameKeys {
  readonly #texts: PackedTexts;
  readonly #digits: Uint32Array;
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  readonly #powers: Int32Array;
  /** How many parts the keys have, so that one part fits into memory. */
  readonly parts: number;
  constructor(names: ComparedNames) {
    this.#texts = names.texts;
    this.#digits = findSameDigits(names);
    let [longest, keys] = [0, 0];
    for (const [index, digits] of this.#digits.entries()) {
      if (digits === 0) continue;
      const { length } = names.texts.unitsOf(index);
      longest = Math.max(longest, length);
      keys += length + 1;
    }
    this.#first = new Int32Array(longest + 1);
    this.#second = new Int32Array(longest + 1);
    this.#powers = new Int32Array(longest);
    this.parts = Math.ceil(keys / keysAtOnce);
  }

  /** Adds the keys of a part, with pauses. The keys of equal texts are in one part. */
  *add(part: number, groups: HashGroups): Generator<undefined> {
    for (let index = 0; index < this.#texts.length; index += 1) {
      if (index % namesAtOnce === 0) yield undefined;
      const digits = this.#digits[index] ?? 0;
      if (digits > 0) this.#addName(index, mixBits(digits), part, groups);
    }
  }

  #addName(index: number, digits: number, part: number, groups: HashGroups): void {
    const [first, second] = [this.#first, this.#second];
    const units = this.#texts.unitsOf(index);
    hashKeys(units, factors[0], first, this.#powers);
    let needsSecond = true;
    for (let key = 0; key <= units.length; key += 1) {
      const hash = mixBits((first[key] ?? 0) ^ digits);
      if ((hash >>> 0) % this.parts !== part) continue;
      if (needsSecond) hashKeys(units, factors[1], second, this.#powers);
      needsSecond = false;
      groups.add(index, [hash, mixBits((second[key] ?? 0) + digits)]);
    }
  }
}

/**
 * Finds pairs of different names that differ by one character, without comparing all with all: two
 * such names are equal after at most one deletion each. A hash stands for each of these texts.
 * @returns pairs of indices, the earlier first; undefined where the caller may pause
 */
export function* findNearPairs(
  names: ComparedNames,
): Generator<readonly [number, number] | undefined> {
  const { texts } = names;
  const keys = new NameKeys(names);
  const groups = new HashGroups();
  const listedPairs = new Set<number>();
  for (let part = 0; part < keys.parts; part += 1) {
    groups.clear();
    yield* keys.add(part, groups);
    for (const group of groups.list())
      for (const pair of listNear(texts, group)) {
        const id = pair[0] * texts.length + pair[1];
        if (listedPairs.has(id)) continue;
        listedPairs.add(id);
        yield pair;
      }
  }
}

/** Lists the near pairs of the names with one key. */
function* listNear(
  names: PackedTexts,
  group: readonly number[],
): Generator<readonly [number, number]> {
  const texts = group.map((index) => names.get(index));
  for (const [at, index] of group.entries())
    for (let other = 0; other < Math.min(at, mostOfKey); other += 1) {
      const [a, b] = [texts[other] ?? '', texts[at] ?? ''];
      if (areNear(a, b) && readDigits(a) === readDigits(b)) yield [group[other] ?? 0, index];
    }
}
