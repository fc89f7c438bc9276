type Numbers = Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/**
 * Makes room for some elements, and frees the former room at once.
 * @returns the same array, or a larger one with its elements
 */
export function makeRoom<A extends Numbers>(array: A, length: number): A {
  if (length <= array.length) return array;
  const Larger = array.constructor as new (buffer: ArrayBuffer) => A;
  const room = Math.max(length, array.length * 2);
  return new Larger(array.buffer.transfer(room * array.BYTES_PER_ELEMENT));
}

const firstRoom = 1024;
/** The UTF-16 code units of a block. A text is whole in one block. */
const blockUnits = 2 ** 16;
const unitsAtOnce = 4096;

/** Texts that take two bytes a character and twelve each. As a value a text takes twice as much. */
export class PackedTexts {
  readonly #blocks: Uint16Array[] = [];
  /** For each text its block, its start within the block, and its length. */
  #places = new Uint32Array(firstRoom);
  #end = blockUnits;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    if (this.#blocks.length === 0 || this.#end + text.length > blockUnits) {
      this.#blocks.push(new Uint16Array(Math.max(blockUnits, text.length)));
      this.#end = 0;
    }
    const block = this.#blocks.at(-1) ?? new Uint16Array();
    for (let at = 0; at < text.length; at += 1) block[this.#end + at] = text.charCodeAt(at);
    const place = this.#length * 3;
    this.#places = makeRoom(this.#places, place + 3);
    this.#places.set([this.#blocks.length - 1, this.#end, text.length], place);
    this.#end += text.length;
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

  /** Returns the UTF-16 code units of a text. */
  unitsOf(index: number): Uint16Array {
    const [block = 0, start = 0, length = 0] = this.#places.subarray(index * 3, index * 3 + 3);
    return this.#blocks[block]?.subarray(start, start + length) ?? new Uint16Array();
  }
}
