import { zipSync } from 'fflate';
import { type Archive, type ArchiveEntry, asLocal } from './zip-stream.ts';

const encoder = new TextEncoder();

/**
 * A zip as bytes; every file in it bears the given moment, so that equal inputs give equal bytes.
 * Sizes stand before each file's
 * content: LibreOffice opens no presentation in which they come after, as they must where an
 * archive leaves as it grows.
 */
export function zipped(moment: string, write: (into: Archive) => void): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  write({
    entry(name): ArchiveEntry {
      const parts: Uint8Array[] = [];
      let size = 0;
      return {
        write(piece) {
          const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
          parts.push(bytes);
          size += bytes.length;
        },
        end() {
          const whole = new Uint8Array(size);
          let at = 0;
          for (const part of parts) {
            whole.set(part, at);
            at += part.length;
          }
          files[name] = whole;
        },
        get size() {
          return size;
        },
      };
    },
    end: () => undefined,
  });
  return zipSync(files, { mtime: asLocal(moment), level: 6 }) as Uint8Array<ArrayBuffer>;
}

/** Puts one ready file into an archive. */
export function put(into: Archive, name: string, content: string | Uint8Array): void {
  const entry = into.entry(name);
  entry.write(content);
  entry.end();
}
