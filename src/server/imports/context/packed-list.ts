/** Compresses data outside the heap. */
export interface Packing {
  pack(bytes: Uint8Array): Uint8Array;
  unpack(bytes: Uint8Array): Uint8Array;
}
/** Compresses nothing. */
export const plainPacking: Packing = { pack: (bytes) => bytes, unpack: (bytes) => bytes };

const atOnce = 500;

/**
 * A list of plain data that would fill the heap. It stores a few hundred elements at a time as
 * bytes outside the heap.
 */
export class PackedList<T> {
  #count = 0;
  #open: T[] = [];
  readonly #packed: Uint8Array[] = [];
  readonly #packing: Packing;
  #read: { readonly piece: number; readonly list: readonly T[] } | undefined;
  constructor(packing: Packing) {
    this.#packing = packing;
  }

  get count(): number {
    return this.#count;
  }
  add(one: T): void {
    this.#count += 1;
    this.#open.push(one);
    if (this.#open.length >= atOnce) this.#pack();
  }
  /** Returns an element. Reading its neighbours next is cheap. */
  at(index: number): T {
    const piece = Math.floor(index / atOnce);
    const bytes = this.#packed[piece];
    if (bytes !== undefined && this.#read?.piece !== piece)
      this.#read = { piece, list: this.#unpack(bytes) };
    const entry = (bytes === undefined ? this.#open : this.#read?.list)?.[index % atOnce];
    if (entry === undefined)
      throw new RangeError(`there are ${this.#count}, and ${index} was asked for`);
    return entry;
  }
  /** Takes the whole list once, piece by piece, and frees each piece. */
  *takeAll(): Generator<readonly T[]> {
    this.#pack();
    for (let bytes = this.#packed.shift(); bytes !== undefined; bytes = this.#packed.shift())
      yield this.#unpack(bytes);
  }
  #pack(): void {
    if (this.#open.length > 0)
      this.#packed.push(this.#packing.pack(new TextEncoder().encode(JSON.stringify(this.#open))));
    this.#open = [];
  }
  #unpack(bytes: Uint8Array): readonly T[] {
    return JSON.parse(new TextDecoder().decode(this.#packing.unpack(bytes))) as readonly T[];
  }
}
