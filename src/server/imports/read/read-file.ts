import { compact } from '#domain/values/compact.ts';
import { ImportFailure, createRejection, createUnreadable } from './failure.ts';
import { limits } from './limits.ts';
import { decodePieces, detectEncoding, type FoundEncoding } from './encoding.ts';
import { encodings, type Encoding } from '#server/imports/read/encodings/names.ts';
import { readLines, type Reading } from '#server/imports/read/encodings/encoding-previews.ts';
import { readCsv } from '#server/imports/read/csv/read-csv.ts';
import { isOds, readOds, type OdsSheet } from './ods.ts';
import type { Packing } from '#server/imports/packing/packed-list.ts';
import { readSheet } from './sheet.ts';
import type { ReadFile, Table } from './table.ts';
import { readWorkbook } from './workbook.ts';
import { ZipArchive } from './zip.ts';

type OnShare = (share: number, rows: number) => void;
export interface ReadOptions {
  readonly encoding?: string;
  /** The sheet to read, by name or index. */
  readonly sheet?: string | number;
  /**
   * Chooses a sheet by the first rows of all sheets.
   * @returns the index of the table to read in full
   */
  readonly choose: (tables: readonly Table[]) => number;
  /** Returns the indexes of the sheets with the shape of the chosen one, including it. */
  readonly alike?: (tables: readonly Table[], chosenSheet: number) => readonly number[];
  readonly onShare?: OnShare;
  /** Packs the rows of a text file, which may then have more of them. */
  readonly packing?: Packing;
  /** Whether nobody needs the bytes after this read, so that a buffer that can shrink is freed. */
  readonly takesBytes?: boolean;
}

export const sampledRows = 60;
const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((m, i) => bytes[i] === m);

/** Recognises files that people upload by mistake, by their first bytes. */
function foreignKind(bytes: Uint8Array): string | undefined {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'PNG';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'JPEG';
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'PDF';
  if (starts(bytes, 0x47, 0x49, 0x46, 0x38)) return 'GIF';
  if (starts(bytes, 0x52, 0x61, 0x72, 0x21)) return 'RAR';
  if (starts(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return '7z';
  if (starts(bytes, 0x1f, 0x8b)) return 'gzip';
  return undefined;
}

function contains16(bytes: Uint8Array, word: string): boolean {
  const end = Math.min(bytes.length, 1 << 20) - word.length * 2;
  for (let i = 0; i < end; i += 1) {
    let k = 0;
    while (k < word.length && bytes[i + 2 * k] === word.charCodeAt(k) && bytes[i + 2 * k + 1] === 0)
      k += 1;
    if (k === word.length) return true;
  }
  return false;
}

/** A workbook whose sheets are read one by one. */
interface Book {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Reads the first rows of sheets. */
  readonly sample: (indices: readonly number[]) => readonly Table[];
  readonly read: (indices: readonly number[]) => readonly Table[];
}

function openXlsx(zip: ZipArchive, onShare: OnShare | undefined): Book {
  const book = readWorkbook(zip, onShare);
  const read = (indices: readonly number[], options: Parameters<typeof readSheet>[3]): Table[] =>
    indices
      .flatMap((i) => book.sheets[i] ?? [])
      .map((sheet) => readSheet(zip, book, sheet, options));
  return {
    sheets: book.sheets,
    sample: (indices) => read(indices, { maxRows: sampledRows }),
    read: (indices) => read(indices, onShare === undefined ? {} : { onShare }),
  };
}

function openOds(zip: ZipArchive, onShare: OnShare | undefined): Book {
  const sheets = readOds(zip, { maxRows: sampledRows });
  const pick = (from: readonly OdsSheet[], indices: readonly number[]): Table[] =>
    indices.flatMap((i) => from[i]?.table ?? []);
  return {
    sheets,
    sample: (indices) => pick(sheets, indices),
    read: (indices) =>
      pick(readOds(zip, { only: new Set(indices), ...compact({ onShare }) }), indices),
  };
}

function readBook(bytes: Uint8Array, options: ReadOptions): ReadFile {
  if (bytes.length > limits.xlsxBytes)
    throw createRejection('file_too_large', { limit: limits.xlsxBytes / 1024 / 1024 });
  const zip = new ZipArchive(bytes);
  const isOpenDocument = isOds(zip);
  if (!isOpenDocument && !zip.has('[Content_Types].xml') && !zip.has('xl/workbook.xml'))
    throw createUnreadable('zip_no_workbook');
  const book = isOpenDocument ? openOds(zip, options.onShare) : openXlsx(zip, options.onShare);
  const all = book.sheets.map((_, i) => i);
  const visible = all.filter((i) => book.sheets[i]?.hidden === false);
  const indices = visible.length > 0 ? visible : all;
  if (indices.length === 0) throw createUnreadable('no_sheets');
  const names = indices.map((i) => book.sheets[i]?.name ?? '');
  const samples = indices.length > 1 ? book.sample(indices) : [];
  const chosenIndex = names.findIndex((name, i) => name === options.sheet || i === options.sheet);
  const index =
    chosenIndex < 0 && samples.length > 0 ? options.choose(samples) : Math.max(0, chosenIndex);
  const places = samples.length > 1 ? (options.alike?.(samples, index) ?? []) : [];
  const read = book.read((places.length > 1 ? places : [index]).flatMap((i) => indices[i] ?? []));
  const table = read[Math.max(0, places.indexOf(index))];
  if (table === undefined) throw createUnreadable('no_sheets');
  return {
    format: 'workbook',
    readings: [],
    sheets: names,
    table,
    sheet: index,
    samples,
    alike: places.length > 1 ? read : [],
  };
}

/**
 * Lists the encodings among which the user can choose, with lines in which they differ. Empty if
 * the encoding is certain.
 */
function doubtfulReadings(
  bytes: Uint8Array,
  encoding: FoundEncoding,
  chosenEncoding: Encoding,
): readonly Reading[] {
  if (!encoding.close) return [];
  const encodings = [...new Set([...encoding.ranked.slice(0, 2), chosenEncoding])];
  const readings = readLines(bytes, encodings, encoding.faults);
  return readings.length > 1 ? readings : [];
}

function readText(bytes: Uint8Array, options: ReadOptions): ReadFile {
  if (bytes.length > limits.csvBytes)
    throw createRejection('file_too_large', { limit: limits.csvBytes / 1024 / 1024 });
  const chosenEncoding = encodings.find((e) => e === options.encoding);
  const detection = detectEncoding(bytes);
  const candidates = chosenEncoding === undefined ? detection.ranked : [chosenEncoding];
  const readIn = (encoding: Encoding): ReadFile => {
    const faults = detection.faults === true && encoding.startsWith('utf-8');
    const readings = doubtfulReadings(bytes, detection, encoding);
    const takes = options.takesBytes === true && candidates.length === 1;
    const pieces = decodePieces(bytes, encoding, { faults, takes });
    const table = readCsv(pieces, options.onShare, options.packing);
    return {
      format: 'csv',
      encoding,
      readings,
      sheets: [],
      table,
      sheet: 0,
      samples: [],
      alike: [],
    };
  };
  let fault: ImportFailure | undefined;
  for (const encoding of candidates) {
    try {
      return readIn(encoding);
    } catch (error) {
      if (!(error instanceof ImportFailure) || error.key !== 'encoding_fault') throw error;
      fault = error;
    }
  }
  throw fault ?? createUnreadable('encoding_unknown');
}

/**
 * Reads the bytes of any file as a table. Doesn't use the name of the file.
 * @throws ImportFailure that says what the file is and what to do
 */
export function readFile(bytes: Uint8Array, options: ReadOptions): ReadFile {
  if (bytes.length === 0) throw createUnreadable('empty_file');
  const kind = foreignKind(bytes);
  if (kind) throw createUnreadable('foreign_file', { kind });
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw contains16(bytes, 'EncryptedPackage')
      ? createRejection('password_protected')
      : createUnreadable('old_excel');
  if (starts(bytes, 0x50, 0x4b)) return readBook(bytes, options);
  return readText(bytes, options);
}
