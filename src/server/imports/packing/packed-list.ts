import { freeBytes } from './free-bytes.ts';

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
const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
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
    while (this.#freePieces < end) this.#release();
  }
  /** Takes the whole list once, piece by piece, and frees each piece. */
  *takeAll(): Generator<readonly T[]> {
    this.#pack();
    for (const bytes of this.#pieces) {
      const list = this.#unpack(bytes);
      this.#release();
      yield list;
    }
    this.#pieces.length = 0;
  }
  /** Frees the next piece. */
  #release(): void {
    freeBytes(this.#pieces[this.#freePieces] ?? released);
    this.#pieces[this.#freePieces] = released;
    this.#freePieces += 1;
  }
  #pack(): void {
    if (this.#open.length === 0) return;
    const plainBytes = encoder.encode(JSON.stringify(this.#open));
    const bytes = this.#packing.pack(plainBytes);
    if (bytes !== plainBytes) freeBytes(plainBytes);
    this.#pieces.push(bytes);
    this.#open = [];
  }
  #unpack(bytes: Uint8Array): readonly T[] {
    const plainBytes = this.#packing.unpack(bytes);
    const text = decoder.decode(plainBytes);
    if (bytes !== plainBytes) freeBytes(plainBytes);
    return JSON.parse(text) as readonly T[];
  }
}
