import { openScriptPacker, type OpenPacker } from './packer.ts';

/** A place for the bytes of a file whose turn in an archive has not come. */
export interface Spool {
  write(bytes: Uint8Array<ArrayBuffer>): void;
  /** Returns all bytes in pieces, and then forgets them. */
  take(): Iterable<Uint8Array<ArrayBuffer>>;
}
/**
 * What a runtime gives the archives of one document: spools for the parts that wait, and a
 * compression.
 */
export interface ArchiveTools {
  /**
   * Checks that so many bytes have room.
   * @throws SpoolError if they have not, or if nothing can be written there
   */
  reserve(bytes: number): void;
  openSpool(): Spool;
  readonly openPacker: OpenPacker;
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

/** Tools that need no system: spools in memory, for small documents and for the browser. */
export const memoryTools: ArchiveTools = {
  reserve: () => undefined,
  openSpool: openMemorySpool,
  openPacker: openScriptPacker,
  close: () => undefined,
};
