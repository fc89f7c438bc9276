import { Inflate } from 'fflate';
import { createRejection, createUnreadable } from './failure.ts';
import { limits } from './limits.ts';

/** A receiver throws it to stop reading a part early. It is no error. */
export const enough: unique symbol = Symbol('enough');

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const crcTable = new Uint32Array(256).map((_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const computeCrc = (crc: number, bytes: Uint8Array): number => {
  let c = crc;
  for (let i = 0; i < bytes.length; i += 1)
    c = (crcTable[(c ^ (bytes[i] as number)) & 0xff] as number) ^ (c >>> 8);
  return c;
};

/**
 * Makes the key of a part name. Programs ignore case and a leading slash, so such names have the
 * same key.
 */
const partKey = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

/**
 * A zip archive in memory, read by its central directory. Entry names are keys and never paths. It
 * counts the actual output of all entries, and ignores declared sizes.
 */
export class ZipArchive {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly entries = new Map<string, Entry>();
  private readonly parts = new Set<string>();
  private inflated = 0;
  /** @throws ImportFailure if the archive is cut or has too many entries */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.findEnd();
    const count = this.view.getUint16(end + 10, true);
    if (count > limits.zipEntries)
      throw createRejection('zip_too_many_entries', { limit: limits.zipEntries });
    let at = this.view.getUint32(end + 16, true);
    for (let n = 0; n < count; n += 1) at = this.readEntry(at);
  }

  private findEnd(): number {
    const first = Math.max(0, this.bytes.length - 65_557);
    for (let i = this.bytes.length - 22; i >= first; i -= 1) {
      if (this.view.getUint32(i, true) === 0x06054b50) return i;
    }
    throw createUnreadable('zip_cut');
  }

  private readEntry(at: number): number {
    if (at + 46 > this.bytes.length || this.view.getUint32(at, true) !== 0x02014b50)
      throw createUnreadable('zip_cut');
    const v = this.view;
    const nameLength = v.getUint16(at + 28, true);
    const extraLength = v.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + v.getUint16(at + 32, true);
    if (next > this.bytes.length) throw createUnreadable('zip_cut');
    const name = new TextDecoder()
      .decode(this.bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/');
    let packedSize = v.getUint32(at + 20, true);
    let offset = v.getUint32(at + 42, true);
    if (packedSize === 0xffffffff || offset === 0xffffffff) {
      const sizes = this.zip64(at + 46 + nameLength, extraLength);
      const wide = [
        v.getUint32(at + 24, true) === 0xffffffff,
        packedSize === 0xffffffff,
        offset === 0xffffffff,
      ];
      let k = wide[0] ? 1 : 0;
      if (wide[1]) packedSize = sizes[k++] ?? Number.NaN;
      if (wide[2]) offset = sizes[k] ?? Number.NaN;
    }
    if (!(offset < this.bytes.length) || !(packedSize <= this.bytes.length))
      throw createUnreadable('zip_cut');
    const key = partKey(name);
    if (this.parts.has(key)) throw createRejection('zip_double_entry', { part: name });
    this.parts.add(key);
    this.entries.set(name, {
      name,
      method: v.getUint16(at + 10, true),
      crc: v.getUint32(at + 16, true),
      packed: packedSize,
      offset,
      encrypted: (v.getUint16(at + 8, true) & 1) === 1,
    });
    return next;
  }

  private zip64(at: number, length: number): number[] {
    for (let i = at; i + 4 <= at + length; ) {
      const size = this.view.getUint16(i + 2, true);
      if (this.view.getUint16(i, true) === 1) {
        const out: number[] = [];
        for (let j = i + 4; j + 8 <= i + 4 + size; j += 8)
          out.push(Number(this.view.getBigUint64(j, true)));
        return out;
      }
      i += 4 + size;
    }
    return [];
  }

  /** Whether the archive has an entry with exactly this name. */
  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Counts a few ASCII characters in an entry without parsing it, which is much faster.
   * @returns the number; if it exceeds `most`, any larger number
   * @throws ImportFailure if the entry is missing, encrypted or damaged
   */
  occurrences(name: string, characters: string, most: number): number {
    const decoder = new TextDecoder('latin1');
    const before = this.inflated;
    let tail = '';
    let count = 0;
    try {
      this.read(name, (piece) => {
        const text = tail + decoder.decode(piece);
        count += text.split(characters).length - 1;
        tail = text.slice(1 - characters.length);
        if (count > most) throw enough;
      });
    } catch (error) {
      if (error !== enough) throw error;
    }
    this.inflated = before;
    return count;
  }

  /**
   * Passes on the content piece by piece. Rejects a file that exceeds the limit, is truncated or
   * has a wrong checksum.
   * @throws ImportFailure if the entry is missing, encrypted, damaged or larger than the limit
   */
  read(name: string, take: (piece: Uint8Array, share: number) => void): void {
    const entry = this.entries.get(name);
    if (!entry) throw createUnreadable('xlsx_part_missing', { part: name });
    if (entry.encrypted) throw createRejection('password_protected');
    const { offset, packed } = entry;
    if (offset + 30 > this.bytes.length || this.view.getUint32(offset, true) !== 0x04034b50)
      throw createUnreadable('zip_cut');
    const start =
      offset + 30 + this.view.getUint16(offset + 26, true) + this.view.getUint16(offset + 28, true);
    const end = start + packed;
    if (end > this.bytes.length) throw createUnreadable('zip_cut');
    let crc = 0xffffffff;
    let share = 0;
    const out = (piece: Uint8Array): void => {
      if (piece.length === 0) return;
      this.inflated += piece.length;
      if (this.inflated > limits.inflatedBytes)
        throw createRejection('zip_too_large', { limit: limits.inflatedBytes / 1024 / 1024 });
      crc = computeCrc(crc, piece);
      take(piece, share);
    };
    if (entry.method === 0) {
      for (let i = start; i < end; i += 65_536) {
        share = (i - start) / packed;
        out(this.bytes.subarray(i, Math.min(end, i + 65_536)));
      }
    } else if (entry.method === 8) {
      let isFinished = false;
      const inflate = new Inflate((piece, final) => {
        out(piece);
        isFinished ||= final;
      });
      for (let i = start; i < end || i === start; i += 8192) {
        share = (i - start) / packed;
        push(inflate, this.bytes.subarray(i, Math.min(end, i + 8192)), i + 8192 >= end);
      }
      if (!isFinished) throw createUnreadable('zip_cut');
    } else {
      throw createRejection('zip_method', { method: entry.method });
    }
    if ((crc ^ 0xffffffff) >>> 0 !== entry.crc)
      throw createUnreadable('zip_damaged', { part: name });
  }
}

/** Feeds a chunk. Wraps errors of fflate for bad streams, and passes on errors of the receiver. */
function push(inflate: Inflate, chunk: Uint8Array, final: boolean): void {
  try {
    inflate.push(chunk, final);
  } catch (error) {
    if (error === enough || (error instanceof Error && error.name === 'ImportFailure')) throw error;
    throw createUnreadable('zip_damaged', { part: 'zip' });
  }
}
