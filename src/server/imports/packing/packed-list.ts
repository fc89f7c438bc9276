/** Compresses data outside the heap. */
export interface Packing {
  pack(bytes: Uint8Array): Uint8Array;
  unpack(bytes: Uint8Array): Uint8Array;
  /** The number of elements that are packed together; 500 when omitted. */
  readonly atOnce?: number;
}
/** Compresses nothing. */
export const plainPacking: Packing = { pack: (bytes) => bytes, unpack: (bytes) => bytes };

const usuallyAtOnce = 500;
/** Stands for the bytes of a freed piece. */
const released = new Uint8Array(0);

/**
 * A list of plain data that would fill the heap. It stores a few hundred elements at a time as
 * bytes outside the heap.
 */
export class PackedList<T> {
  #count = 0;
  #open: T[] = [];
  /** The number of pieces that were freed. */
  #freePieces = 0;
  readonly #pieces: Uint8Array[] = [];
  readonly #packing: Packing;
  readonly #atOnce: number;
  #read: { readonly piece: number; readonly list: readonly T[] } | undefined;
  constructor(packing: Packing) {
    this.#packing = packing;
    this.#atOnce = packing.atOnce ?? usuallyAtOnce;
  }

  /** The number of items. */
  get count(): number {
    return this.#count;
  }
  /** Adds an element. A full piece is packed. */
  add(one: T): void {
    this.#count += 1;
    this.#open.push(one);
    if (this.#open.length >= this.#atOnce) this.#pack();
  }
  /**
   * Returns an element. Reading its neighbours next is cheap.
   * @throws RangeError outside the list
   */
  at(index: number): T {
    const piece = Math.floor(index / this.#atOnce);
    const bytes = this.#pieces[piece];
    if (bytes !== undefined && this.#read?.piece !== piece)
      this.#read = { piece, list: this.#unpack(bytes) };
    const entry = (bytes === undefined ? this.#open : this.#read?.list)?.[index % this.#atOnce];
    if (entry === undefined)
      throw new RangeError(`there are ${this.#count}, and ${index} was asked for`);
    return entry;
  }
  /** Frees the elements of all pieces before the piece of this index. Nobody may read them again. */
  releaseBefore(index: number): void {
    const end = Math.min(Math.floor(index / this.#atOnce), this.#pieces.length);
    for (; this.#freePieces < end; this.#freePieces += 1) this.#pieces[this.#freePieces] = released;
  }
  /** Takes the whole list once, piece by piece, and frees each piece. */
  *takeAll(): Generator<readonly T[]> {
    this.#pack();
    for (const bytes of this.#pieces) {
      this.#freePieces += 1;
      this.#pieces[this.#freePieces - 1] = released;
      yield this.#unpack(bytes);
    }
    this.#pieces.length = 0;
  }
  #pack(): void {
    if (this.#open.length > 0)
      this.#pieces.push(this.#packing.pack(new TextEncoder().encode(JSON.stringify(this.#open))));
    this.#open = [];
  }
  #unpack(bytes: Uint8Array): readonly T[] {
    return JSON.parse(new TextDecoder().decode(this.#packing.unpack(bytes))) as readonly T[];
  }
}
