import { ImportFailure, refused, unreadable } from '#server/importing/failure.ts';
import { limits } from '#server/importing/limits.ts';
import { decodePieces, detectEncoding, type FoundEncoding } from './encoding.ts';
import { encodings, type Encoding } from './encodings/names.ts';
import { readLines, type Reading } from './encodings/readings.ts';
import { readCsv } from './csv.ts';
import { readSheet } from './sheet.ts';
import type { ReadFile, Table } from './table.ts';
import { readWorkbook } from './workbook.ts';
import { ZipArchive } from './zip.ts';

type OnShare = (share: number, rows: number) => void;
export interface ReadOptions {
  readonly encoding?: string;
  /** The sheet to read, by name or by place. */
  readonly sheet?: string | number;
  /** Chooses among the sheets by their first rows; index of the table to read whole. */
  readonly choose: (tables: readonly Table[]) => number;
  readonly onShare?: OnShare;
}

const sampledRows = 60;
const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((m, i) => bytes[i] === m);

/** Names the kinds of file that people drop by mistake, by their first bytes. */
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
    while (k < word.length && bytes[i + 2 * k] === word.charCodeAt(k) && bytes[i + 2 * k + 1] === 0) k += 1;
    if (k === word.length) return true;
  }
  return false;
}

function readXlsx(bytes: Uint8Array, options: ReadOptions): ReadFile {
  if (bytes.length > limits.xlsxBytes) throw refused('file_too_large', { limit: limits.xlsxBytes / 1024 / 1024 });
  const zip = new ZipArchive(bytes);
  if (!zip.has('[Content_Types].xml') && !zip.has('xl/workbook.xml')) throw unreadable('zip_no_workbook');
  const book = readWorkbook(zip, options.onShare);
  const shown = book.sheets.filter((s) => !s.hidden);
  const sheets = shown.length > 0 ? shown : book.sheets;
  if (sheets.length === 0) throw unreadable('no_sheets');
  const samples = sheets.length > 1 ? sheets.map((s) => readSheet(zip, book, s, { maxRows: sampledRows })) : [];
  const wanted = sheets.findIndex((s, i) => s.name === options.sheet || i === options.sheet);
  const index = wanted < 0 && samples.length > 0 ? options.choose(samples) : Math.max(0, wanted);
  const entry = sheets[index];
  if (!entry) throw unreadable('no_sheets');
  const table = readSheet(zip, book, entry, options.onShare ? { onShare: options.onShare } : {});
  return { format: 'xlsx', readings: [], sheets: sheets.map((s) => s.name), table, sheet: index, samples };
}

/** The encodings that a person can choose between, with lines to tell them apart; none where the file says it. */
function doubtfulReadings(bytes: Uint8Array, found: FoundEncoding, chosen: Encoding): readonly Reading[] {
  if (!found.close) return [];
  const offered = [...new Set([...found.ranked.slice(0, 2), chosen])];
  const readings = readLines(bytes, offered, found.faults);
  return readings.length > 1 ? readings : [];
}

function readText(bytes: Uint8Array, options: ReadOptions): ReadFile {
  if (bytes.length > limits.csvBytes) throw refused('file_too_large', { limit: limits.csvBytes / 1024 / 1024 });
  const wanted = encodings.find((e) => e === options.encoding);
  const found = detectEncoding(bytes);
  const readIn = (encoding: Encoding): ReadFile => {
    const faults = found.faults === true && encoding.startsWith('utf-8');
    const table = readCsv(decodePieces(bytes, encoding, faults), options.onShare);
    return { format: 'csv', encoding, readings: doubtfulReadings(bytes, found, encoding), sheets: [], table, sheet: 0, samples: [] };
  };
  let fault: ImportFailure | undefined;
  for (const encoding of wanted === undefined ? found.ranked : [wanted]) {
    try {
      return readIn(encoding);
    } catch (error) {
      if (!(error instanceof ImportFailure) || error.key !== 'encoding_fault') throw error;
      fault = error;
    }
  }
  throw fault ?? unreadable('encoding_unknown');
}

/** Bytes of any file as a table, or a failure that says what the file is and what to do. The name of the file is not used. */
export function readFile(bytes: Uint8Array, options: ReadOptions): ReadFile {
  if (bytes.length === 0) throw unreadable('empty_file');
  const kind = foreignKind(bytes);
  if (kind) throw unreadable('foreign_file', { kind });
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw contains16(bytes, 'EncryptedPackage') ? refused('password_protected') : unreadable('old_excel');
  if (starts(bytes, 0x50, 0x4b)) return readXlsx(bytes, options);
  return readText(bytes, options);
}
