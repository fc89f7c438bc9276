import { hashText } from '#server/core/text-folding/text-pieces.ts';

const firstPlaces = 1 << 10;

/**
 * The hashes of texts, outside the heap: 16 to 32 bytes for each, whatever its length. A text of
 * the set is always found; another one may be, with a chance of one in 10^9 for a million texts. So
 * it tells which texts to compare.
 */
export class HashSet {
  #size = 0;
  /** Each hash plus 1. 0 marks a free place. */
  #places = new Float64Array(firstPlaces);

  /** The number of different hashes. */
  get size(): number {
    return this.#size;
  }
  /** Whether the set has the hash of a text. */
  has(text: string): boolean {
    const value = hashText(text) + 1;
    return this.#places[this.#findPlace(value)] === value;
  }
  /** Adds the hash of a text. @returns whether it is new */
  add(text: string): boolean {
    const value = hashText(text) + 1;
    const place = this.#findPlace(value);
    if (this.#places[place] === value) return false;
    this.#places[place] = value;
    this.#size += 1;
    if (this.#size * 2 > this.#places.length) this.#spread();
    return true;
  }

  /** Finds the place of a value, or the free place for it. */
  #findPlace(value: number): number {
    const last = this.#places.length - 1;
    // the remainder of a power of two: the lowest bits
    let place = value % this.#places.length;
    while (this.#places[place] !== 0 && this.#places[place] !== value) place = (place + 1) & last;
    return place;
  }
  #spread(): void {
    const former = this.#places;
    this.#places = new Float64Array(former.length * 2);
    for (const value of former) if (value !== 0) this.#places[this.#findPlace(value)] = value;
  }
}
