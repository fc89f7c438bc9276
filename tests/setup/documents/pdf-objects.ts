import { inflateSync } from 'node:zlib';

/** A value of a PDF. A name is a string that begins with a slash; other strings are decoded. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;
export interface PdfReference {
  readonly to: number;
}
export interface PdfDictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** The bytes of a stream, unpacked. */
  readonly stream?: string;
}
export type PdfObjects = ReadonlyMap<number, PdfValue>;

const token =
  /\s*(?:(<<)|(>>)|(\[)|(\])|(\/[^\s()<>[\]{}/%]*)|<([0-9a-fA-F\s]*)>|(\d+)\s+\d+\s+R\b|([+-]?(?:\d+\.?\d*|\.\d+))|(true|false|null)|(\())/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Decodes the bytes of a string: UTF-16 with a byte order mark, else Latin. */
const decode = (bytes: string): string =>
  bytes.startsWith('\xfe\xff')
    ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
    : bytes;

class Reader {
  readonly #text: string;
  at: number;
  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }
  /** @returns undefined at the end of a dictionary or an array */
  value(): PdfValue | undefined {
    token.lastIndex = this.at;
    const match = token.exec(this.#text);
    if (match === null) throw new Error(`There is no value at ${this.at}.`);
    this.at = token.lastIndex;
    const [, open, close, list, end, name, hex, reference, number, word, string] = match;
    if (close !== undefined || end !== undefined) return undefined;
    if (open !== undefined) return this.#dictionary();
    if (list !== undefined) return [...this.#all()];
    if (name !== undefined) return name;
    if (hex !== undefined)
      return decode(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').toString('latin1'));
    if (reference !== undefined) return { to: Number(reference) };
    if (number !== undefined) return Number(number);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    return string === undefined ? undefined : this.#string();
  }
  *#all(): Generator<PdfValue> {
    for (let next = this.value(); next !== undefined; next = this.value()) yield next;
  }
  #dictionary(): PdfDictionary {
    const values = [...this.#all()];
    const entries = new Map<string, PdfValue>();
    for (let n = 0; n < values.length; n += 2)
      entries.set(String(values[n]).slice(1), values[n + 1] ?? null);
    return { entries };
  }
  #string(): string {
    let bytes = '';
    for (let depth = 1; ; this.at += 1) {
      const character = this.#text[this.at] ?? '';
      if (character === '\\') {
        this.at += 1;
        const next = this.#text[this.at] ?? '';
        bytes += escapes[next] ?? next;
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) break;
      bytes += character;
    }
    this.at += 1;
    return decode(bytes);
  }
}

/** Reads the objects of a PDF that holds each on its own, with their streams unpacked. */
export function readPdfObjects(pdf: Uint8Array): PdfObjects {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, PdfValue>();
  const start = /(?:^|\n)(\d+) 0 obj\n/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const reader = new Reader(text, start.lastIndex);
    const value = reader.value() ?? null;
    const begin = /^\s*stream\r?\n/.exec(text.slice(reader.at, reader.at + 12));
    objects.set(Number(match[1]), value);
    start.lastIndex = reader.at;
    if (begin === null) continue;
    const { entries } = value as PdfDictionary;
    const from = reader.at + begin[0].length;
    const bytes = pdf.subarray(from, from + Number(entries.get('Length')));
    const isPacked = entries.get('Filter') === '/FlateDecode';
    const stream = isPacked ? inflateSync(bytes) : Buffer.from(bytes);
    objects.set(Number(match[1]), { entries, stream: stream.toString('latin1') });
    start.lastIndex = from + bytes.length;
  }
  return objects;
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  typeof value === 'object' && value !== null && 'entries' in value;
/** Follows a reference to its object. */
export const follow = (objects: PdfObjects, value: PdfValue | undefined): PdfValue | undefined =>
  typeof value === 'object' && value !== null && 'to' in value ? objects.get(value.to) : value;
/** Reads an entry of a dictionary, with its reference followed. */
export const entry = (
  objects: PdfObjects,
  of: PdfValue | undefined,
  name: string,
): PdfValue | undefined => (isDictionary(of) ? follow(objects, of.entries.get(name)) : undefined);
/** Finds the objects of a type. */
export const ofType = (objects: PdfObjects, type: string): readonly PdfDictionary[] =>
  [...objects.values()].filter(
    (value): value is PdfDictionary => isDictionary(value) && value.entries.get('Type') === type,
  );
