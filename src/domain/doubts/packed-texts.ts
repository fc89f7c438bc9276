type Packed = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Makes room for some elements. @returns the same array, or a larger one with its elements */
export function makeRoom<A extends Packed>(array: A, length: number): A {
  if (length <= array.length) return array;
  const Larger = array.constructor as new (length: number) => A;
  const larger = new Larger(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

const firstRoom = 1024;
const unitsAtOnce = 4096;

/** Texts that take two bytes a character and four each. A text as a value takes 24 bytes more. */
export class PackedTexts {
  #units = new Uint16Array(firstRoom);
  #ends = new Uint32Array(firstRoom);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    const start = this.#startOf(this.#length);
    const end = start + text.length;
    this.#units = makeRoom(this.#units, end);
    this.#ends = makeRoom(this.#ends, this.#length + 1);
    for (let at = 0; at < text.length; at += 1) this.#units[start + at] = text.charCodeAt(at);
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  /** Returns the text of an index. */
  get(index: number): string {
    const units = this.unitsOf(index);
    let text = '';
    for (let at = 0; at < units.length; at += unitsAtOnce)
      text += String.fromCharCode(...units.subarray(at, at + unitsAtOnce));
    return text;
  }

  /** Returns the UTF-16 code units of a text, as a view that the next `add` may make stale. */
  unitsOf(index: number): Uint16Array {
    return this.#units.subarray(this.#startOf(index), this.#ends[index] ?? 0);
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
  }
}
