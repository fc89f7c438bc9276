import { limits } from '#server/imports/read/limits.ts';

/** Collects the pieces of a file. It grows in place, so the file is never in memory twice. */
export class FileBuffer {
  readonly #buffer = new ArrayBuffer(0, { maxByteLength: limits.csvBytes });

  /** @throws RangeError beyond the limit of a text file */
  add(piece: Uint8Array): void {
    const size = this.#buffer.byteLength;
    this.#buffer.resize(size + piece.length);
    new Uint8Array(this.#buffer, size).set(piece);
  }
  /** The bytes of all pieces. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#buffer);
  }
}
