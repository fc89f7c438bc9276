/** A file of an archive, as its header and the directory describe it. */
export interface FileRecord {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly isCompressed: boolean;
  /** The place of its header in the archive. */
  readonly offset: number;
  readonly content: FileSizes;
  /** Whether the sizes follow the content, since they were unknown at its start. */
  readonly isTrailing: boolean;
}
export interface FileSizes {
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes of the file itself. */
  readonly size: number;
}
/** What the records of one archive share. */
export interface RecordOptions {
  /** Time and day in the form of the format. */
  readonly time: number;
  /** From this number on, sizes and places need the fields of 8 bytes (ZIP64). */
  readonly large: number;
}
/** The first number that 4 bytes cannot hold, or that marks a field of 8 bytes. */
export const usualLarge = 0xffff_ffff;
const mostFiles = 0xffff;
const [plainVersion, largeVersion] = [20, 45];

/** A field of a record: its bytes and its value. */
type Field = readonly [bytes: 2 | 4 | 8, value: number];

function record(...fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else if (length === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += length;
  }
  return bytes;
}
function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Converts a moment to the form of the format, by its UTC fields, so that equal inputs give equal
 * bytes in every time zone. The format begins with 1980.
 * @returns the day in the upper half, and the time in the lower one
 */
export function zipTime(moment: string): number {
  const d = new Date(moment);
  const years = d.getUTCFullYear() - 1980;
  if (years < 0) return (1 << 21) | (1 << 16);
  const day = (years << 9) | ((d.getUTCMonth() + 1) << 5) | d.getUTCDate();
  const time = (d.getUTCHours() << 11) | (d.getUTCMinutes() << 5) | (d.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}

/** Writes the marks of a file: sizes that follow the content, and a name beyond ASCII. */
const marks = ({ isTrailing, name }: FileRecord): Field => [
  2,
  (isTrailing ? 1 << 3 : 0) | (name.some((byte) => byte > 127) ? 1 << 11 : 0),
];
const method = ({ isCompressed }: FileRecord): Field => [2, isCompressed ? 8 : 0];
const isLargeFile = ({ packed, size }: FileSizes, { large }: RecordOptions): boolean =>
  packed >= large || size >= large;
/** Writes the fields of 8 bytes. @returns no bytes without any */
const writeLarge = (values: readonly number[]): Uint8Array =>
  values.length === 0
    ? new Uint8Array()
    : record([2, 1], [2, values.length * 8], ...values.map((value): Field => [8, value]));

/** Writes the header before the content of a file. */
export function fileHeader(file: FileRecord, options: RecordOptions): Uint8Array<ArrayBuffer> {
  const { crc, packed, size } = file.isTrailing ? { crc: 0, packed: 0, size: 0 } : file.content;
  const isLarge = !file.isTrailing && isLargeFile(file.content, options);
  const more = writeLarge(isLarge ? [size, packed] : []);
  return joinBytes(
    record(
      [4, 0x04034b50],
      [2, isLarge ? largeVersion : plainVersion],
      marks(file),
      method(file),
      [4, options.time],
      [4, crc],
      [4, isLarge ? usualLarge : packed],
      [4, isLarge ? usualLarge : size],
      [2, file.name.length],
      [2, more.length],
    ),
    file.name,
    more,
  );
}

/** Writes the sizes after the content of a file. */
export function fileTrailer({ content }: FileRecord, options: RecordOptions) {
  const { crc, packed, size } = content;
  const bytes = isLargeFile(content, options) ? 8 : 4;
  return record([4, 0x08074b50], [4, crc], [bytes, packed], [bytes, size]);
}

function directoryEntry(file: FileRecord, options: RecordOptions): Uint8Array {
  const { crc, packed, size } = file.content;
  const { large, time } = options;
  const more = writeLarge([size, packed, file.offset].filter((value) => value >= large));
  const field = (value: number): Field => [4, value >= large ? usualLarge : value];
  const version: Field = [2, more.length > 0 ? largeVersion : plainVersion];
  return joinBytes(
    record(
      [4, 0x02014b50],
      version,
      version,
      marks(file),
      method(file),
      [4, time],
      [4, crc],
      field(packed),
      field(size),
      [2, file.name.length],
      [2, more.length],
      // no comment, disk 0, no attributes
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      field(file.offset),
    ),
    file.name,
    more,
  );
}

/** Writes the directory at the end of an archive. `offset` is its place. */
export function directory(
  files: readonly FileRecord[],
  offset: number,
  options: RecordOptions,
): Uint8Array<ArrayBuffer> {
  const entries = joinBytes(...files.map((file) => directoryEntry(file, options)));
  const { length } = entries;
  const count = files.length;
  const isLarge = count >= mostFiles || offset >= options.large || length >= options.large;
  const large = isLarge
    ? [
        record(
          [4, 0x06064b50],
          [8, 44],
          [2, largeVersion],
          [2, largeVersion],
          [4, 0],
          [4, 0],
          [8, count],
          [8, count],
          [8, length],
          [8, offset],
        ),
        record([4, 0x07064b50], [4, 0], [8, offset + length], [4, 1]),
      ]
    : [];
  const short: Field = [2, isLarge ? mostFiles : count];
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    short,
    short,
    [4, isLarge ? usualLarge : length],
    [4, isLarge ? usualLarge : offset],
    [2, 0],
  );
  return joinBytes(entries, ...large, end);
}
