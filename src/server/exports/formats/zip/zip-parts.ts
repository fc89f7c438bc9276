import { zipSync } from 'fflate';
import type { Archive, ArchiveEntry } from './zip-stream.ts';

const encoder = new TextEncoder();

/**
 * Converts a moment to a date whose local fields equal its UTC fields. Archives hold local times,
 * and equal inputs must give equal bytes in every time zone.
 */
function asLocal(moment: string): Date {
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

/**
 * Makes a zip archive in memory. Every file has the given time, so equal inputs give equal bytes.
 * Sizes precede the content of each file, since LibreOffice rejects presentations with the trailing
 * sizes of streamed archives.
 */
export function makeZip(moment: string, write: (into: Archive) => void): Uint8Array<ArrayBuffer> {
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
  });
  return zipSync(files, { mtime: asLocal(moment), level: 6 }) as Uint8Array<ArrayBuffer>;
}

/** Adds a complete file to an archive. */
export function put(into: Archive, name: string, content: string | Uint8Array): void {
  const entry = into.entry(name);
  entry.write(content);
  entry.end();
}
