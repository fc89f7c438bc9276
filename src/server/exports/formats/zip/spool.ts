/** A place for the bytes of a file whose turn in an archive has not come. */
export interface Spool {
  write(bytes: Uint8Array<ArrayBuffer>): void;
  /** Returns all bytes in pieces, and then forgets them. */
  take(): Iterable<Uint8Array<ArrayBuffer>>;
}
/** The spools of one document. */
export interface Spools {
  /**
   * Checks that so many bytes have room.
   * @throws SpoolError if they have not, or if nothing can be written there
   */
  reserve(bytes: number): void;
  open(): Spool;
  /** Frees the bytes of all spools. */
  close(): void;
}

/** Parts of a document that could not be put aside while it was written. */
export class SpoolError extends Error {
  override readonly name = 'SpoolError';
  /** Why, in words, without the folder: everybody who may export can read it. */
  readonly reason: string;
  constructor(folder: string, reason: string) {
    super(`Parts of a document cannot be written in ${folder}: ${reason}.`);
    this.reason = reason;
  }
}

/** Keeps bytes in memory. */
export function openMemorySpool(): Spool {
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: (bytes) => void pieces.push(bytes),
    *take() {
      const all = pieces;
      pieces = [];
      yield* all;
    },
  };
}

/** Spools in memory, for small documents and for the browser. */
export const memorySpools: Spools = {
  reserve: () => undefined,
  open: openMemorySpool,
  close: () => undefined,
};
