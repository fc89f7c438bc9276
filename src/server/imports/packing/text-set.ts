import { HashSet } from './hash-set.ts';

const encoder = new TextEncoder();
const firstPlaces = 1 << 10;

/** Hashes bytes to 32 bits (FNV-1a). */
function hashBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  // the lowest bits choose the place, so the higher ones must count there too
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * A set of texts outside the heap. It needs the bytes of each text and about sixteen more, a third
 * of what a `Set` needs.
 */
export class TextSet {
  #size = 0;
  #bytes: Uint8Array = new Uint8Array(1 << 14);
  #end = 0;
  /** The number of the text at each place, from 1. 0 marks a free place. */
  #places = new Uint32Array(firstPlaces);
  /** The end of each text in the bytes. Text 1 starts at 0. */
  #ends = new Uint32Array(firstPlaces);

  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.add(text);
  }

  /** The number of different texts. */
  get size(): number {
    return this.#size;
  }
  /** Whether the set has a text. Lone surrogates are equal to each other. */
  has(text: string): boolean {
    const bytes = encoder.encode(text);
    return this.#places[this.#findPlace(bytes)] !== 0;
  }
  /** Adds a text. @returns whether it is new */
  add(text: string): boolean {
    const bytes = encoder.encode(text);
    const place = this.#findPlace(bytes);
    if (this.#places[place] !== 0) return false;
    this.#append(bytes);
    this.#places[place] = this.#size;
    if (this.#size * 2 > this.#places.length) this.#spread();
    return true;
  }
  /** Returns the texts in the order in which they were added. */
  *[Symbol.iterator](): Generator<string> {
    const decoder = new TextDecoder();
    for (let number = 1; number <= this.#size; number += 1)
      yield decoder.decode(this.#read(number));
  }

  #read(number: number): Uint8Array {
    const start = number === 1 ? 0 : this.#ends[number - 2];
    return this.#bytes.subarray(start, this.#ends[number - 1]);
  }
  #append(bytes: Uint8Array): void {
    const end = this.#end + bytes.length;
    if (end > this.#bytes.length) {
      const more = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes.set(bytes, this.#end);
    this.#end = end;
    if (this.#size === this.#ends.length) {
      const more = new Uint32Array(this.#ends.length * 2);
      more.set(this.#ends);
      this.#ends = more;
    }
    this.#ends[this.#size] = end;
    this.#size += 1;
  }
  /** Finds the place of a text, or the free place for it. */
  #findPlace(bytes: Uint8Array): number {
    const last = this.#places.length - 1;
    let place = hashBytes(bytes) & last;
    for (;;) {
      const number = this.#places[place] ?? 0;
      if (number === 0 || isEqual(this.#read(number), bytes)) return place;
      place = (place + 1) & last;
    }
  }
  #spread(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    for (let number = 1; number <= this.#size; number += 1)
      this.#places[this.#findPlace(this.#read(number))] = number;
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Groups the elements whose key others have too. Keeps only the hashes of the other keys.
 * @returns the groups of at least two elements by key, in the order of their first elements
 */
export function groupRepeats<T>(
  elements: Iterable<T>,
  keyOf: (element: T) => string,
): Map<string, T[]> {
  const [keys, repeatedKeys] = [new HashSet(), new HashSet()];
  for (const element of elements) {
    const key = keyOf(element);
    if (!keys.add(key)) repeatedKeys.add(key);
  }
  const groups = new Map<string, T[]>();
  if (repeatedKeys.size === 0) return groups;
  for (const element of elements) {
    const key = keyOf(element);
    if (!repeatedKeys.has(key)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  // different texts may have the same hash
  for (const [key, group] of groups) if (group.length === 1) groups.delete(key);
  return groups;
}
