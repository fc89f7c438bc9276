/**
 * A list whose elements are made when they are read, since a million of them would fill the heap. An
 * element that is read twice is two equal objects.
 */
export class LazyList<T> {
  /** The number of elements. */
  readonly length: number;
  readonly #make: (index: number) => T;
  constructor(length: number, make: (index: number) => T) {
    this.length = length;
    this.#make = make;
  }

  /** Makes the list of an array. */
  static of<T>(elements: readonly T[]): LazyList<T> {
    return new LazyList(elements.length, (index) => elements[index] as T);
  }
  /** Makes an element of the list. @throws RangeError outside the list */
  at(index: number): T {
    if (index < 0 || index >= this.length)
      throw new RangeError(`there are ${this.length}, and ${index} was asked for`);
    return this.#make(index);
  }
  /** Makes some elements. The end may be beyond the list. */
  slice(from: number, to: number): T[] {
    const elements: T[] = [];
    for (let index = from; index < Math.min(to, this.length); index += 1)
      elements.push(this.#make(index));
    return elements;
  }
  /** Makes a list of changed elements. */
  map<U>(change: (element: T, index: number) => U): LazyList<U> {
    return new LazyList(this.length, (index) => change(this.#make(index), index));
  }
  /** Lists what each element gives. */
  flatMap<U>(read: (element: T) => readonly U[]): U[] {
    const all: U[] = [];
    for (const element of this) all.push(...read(element));
    return all;
  }
  /** Whether a condition holds for every element. */
  every(holds: (element: T) => boolean): boolean {
    for (const element of this) if (!holds(element)) return false;
    return true;
  }
  *[Symbol.iterator](): Generator<T, undefined> {
    for (let index = 0; index < this.length; index += 1) yield this.#make(index);
  }
}
