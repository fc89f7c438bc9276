import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of an archive, written in pieces. */
export interface ArchiveEntry {
  write(piece: string | Uint8Array): void;
  end(): void;
  /** Bytes written so far, uncompressed. */
  readonly size: number;
}
/**
 * An open archive. Files can be written in parallel. The archive emits them in order, compressed.
 */
export interface Archive {
  entry(name: string, options?: { readonly packed?: boolean }): ArchiveEntry;
  end(): void;
}

/**
 * Converts a moment to a date whose local fields equal its UTC fields. Archives hold local times,
 * and equal inputs must give equal bytes in every time zone.
 */
export function asLocal(moment: string): Date {
  const d = new Date(moment);
  const local = new Date(
    d.getUTCFullYear(),
    d.getUTCMonth(),
    d.getUTCDate(),
    d.getUTCHours(),
    d.getUTCMinutes(),
    d.getUTCSeconds(),
  );
  // The zip format begins with 1980.
  return local.getFullYear() < 1980 ? new Date(1980, 0, 1) : local;
}

const level = 4;
const pieceSize = 64 * 1024;
const encoder = new TextEncoder();

/**
 * Opens a zip archive that streams its bytes to `sink`.
 * @param moment - the time of the revision in ISO 8601, which every file gets; no clock is read
 * @throws the error of the compression
 */
export function openArchive(
  moment: string,
  sink: (bytes: Uint8Array<ArrayBuffer>) => void,
): Archive {
  const mtime = asLocal(moment);
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) sink(bytes as Uint8Array<ArrayBuffer>);
  });
  return {
    entry(name, { packed = false } = {}) {
      const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level });
      file.mtime = mtime;
      zip.add(file);
      let waiting: string[] = [];
      let length = 0;
      let size = 0;
      const push = (bytes: Uint8Array, last: boolean): void => {
        size += bytes.length;
        file.push(bytes, last);
      };
      const flush = (last: boolean): void => {
        const bytes = encoder.encode(waiting.join(''));
        waiting = [];
        length = 0;
        push(bytes, last);
      };
      return {
        write(piece) {
          if (typeof piece !== 'string') {
            if (length > 0) flush(false);
            push(piece, false);
            return;
          }
          waiting.push(piece);
          length += piece.length;
          if (length >= pieceSize) flush(false);
        },
        end: () => flush(true),
        get size() {
          return size;
        },
      };
    },
    end: () => zip.end(),
  };
}
