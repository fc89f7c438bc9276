import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statfsSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileReason } from '#server/core/files/file-reasons.ts';
import {
  openMemorySpool,
  SpoolError,
  type Spool,
  type ArchiveTools,
} from '#server/exports/formats/zip/archive-tools.ts';
import { openNodePacker } from './node-packer.ts';

/** Bytes that a spool keeps in memory before it needs a file. */
const mostInMemory = 256 * 1024;
const pieceBytes = 256 * 1024;
const [prefix, suffix] = ['.document-', '.part'];

/** Does something with files. @throws SpoolError if the folder does not permit it */
function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = fileReason(error);
    throw reason === undefined ? error : new SpoolError(folder, reason);
  }
}

/**
 * Opens a file without a name. The system frees it when the process or thread that has it open
 * ends, whatever the cause.
 */
function openNameless(folder: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${prefix}${randomUUID()}${suffix}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}

/** Removes files whose process ended between their making and the removal of their names. */
export function removeLeftParts(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix) && name.endsWith(suffix))
      rmSync(join(folder, name), { force: true });
}

/** A spool that begins in memory and continues in a file. */
class FileSpool implements Spool {
  readonly #folder: string;
  readonly #inMemory = openMemorySpool();
  #memoryBytes = 0;
  #file: number | undefined;
  #fileBytes = 0;
  constructor(folder: string) {
    this.#folder = folder;
  }

  write(bytes: Uint8Array<ArrayBuffer>): void {
    this.#inMemory.write(bytes);
    this.#memoryBytes += bytes.length;
    if (this.#memoryBytes > mostInMemory) this.#flush();
  }
  *take(): Iterable<Uint8Array<ArrayBuffer>> {
    const file = this.#file;
    for (let at = 0; file !== undefined && at < this.#fileBytes; ) {
      const piece = new Uint8Array(Math.min(pieceBytes, this.#fileBytes - at));
      const read = inFolder(this.#folder, () => readSync(file, piece, 0, piece.length, at));
      if (read === 0) throw new SpoolError(this.#folder, 'a part has lost its end');
      at += read;
      yield read === piece.length ? piece : piece.slice(0, read);
    }
    yield* this.#inMemory.take();
    this.close();
  }
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
  #flush(): void {
    this.#memoryBytes = 0;
    inFolder(this.#folder, () => {
      const file = (this.#file ??= openNameless(this.#folder));
      for (const piece of this.#inMemory.take())
        for (let from = 0; from < piece.length; ) {
          const length = writeSync(file, piece, from, piece.length - from, this.#fileBytes);
          from += length;
          this.#fileBytes += length;
        }
    });
  }
}

/**
 * Opens tools with spools in files of a folder. They have no names, so nothing of them stays
 * behind.
 */
export function openNodeTools(folder: string): ArchiveTools {
  const spools: FileSpool[] = [];
  return {
    reserve: (bytes) =>
      inFolder(folder, () => {
        if (bytes <= mostInMemory) return;
        closeSync(openNameless(folder));
        const { bavail, bsize } = statfsSync(folder);
        const megabytes = (count: number): number => Math.ceil(count / 1e6);
        if (bavail * bsize < bytes)
          throw new SpoolError(
            folder,
            `it needs about ${megabytes(bytes)} MB for a while, and ${megabytes(bavail * bsize)} MB are free`,
          );
      }),
    openPacker: openNodePacker,
    openSpool: () => {
      const spool = new FileSpool(folder);
      spools.push(spool);
      return spool;
    },
    close: () => {
      for (const spool of spools) spool.close();
    },
  };
}
