import { PackedTexts } from './packed-texts.ts';
import { listedRows, type DoubtRow, type FoundRows } from './doubt.ts';

/** Two multiplications of a 53-bit hash (cyrb53); enough to detect changed rows. */
const [firstFactor, secondFactor] = [2_654_435_761, 1_597_334_677];

/** Hashes texts in order. */
class TextHash {
  #a = 0xde_ad_be_ef;
  #b = 0x41_c6_ce_57;

  add(text: string): void {
    let [a, b] = [this.#a, this.#b];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, firstFactor);
      b = Math.imul(b ^ code, secondFactor);
    }
    this.#a = Math.imul(a ^ 0x1f, firstFactor);
    this.#b = Math.imul(b ^ 0x1f, secondFactor);
  }

  /** @returns 16 hexadecimal digits */
  toText(): string {
    let [a, b] = [this.#a, this.#b];
    a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
    b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
    return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** Hashes a text. @returns 16 hexadecimal digits */
export function hashText(text: string): string {
  const hash = new TextHash();
  hash.add(text);
  return hash.toText();
}

const keyOf = ({ subjects }: DoubtRow): string => subjects.map(({ id }) => id).join('\n');
const toText = ({ subjects, facts }: DoubtRow): string =>
  JSON.stringify([subjects.map(({ id, name }) => [id, name]), facts]);
const byKey = (a: DoubtRow, b: DoubtRow): number => (keyOf(a) < keyOf(b) ? -1 : 1);

/** Rows that come in the order of their subjects. Only the first ones stay in memory. */
export class OrderedRows {
  readonly #hash = new TextHash();
  readonly #first: DoubtRow[] = [];
  readonly #early: DoubtRow[];
  #count = 0;
  /** @param early - rows in any order that are known before the others */
  constructor(early: readonly DoubtRow[] = []) {
    this.#early = early.toSorted(byKey);
  }

  add(row: DoubtRow): void {
    while (this.#early[0] !== undefined && byKey(this.#early[0], row) < 0) this.#addEarly();
    this.#put(row);
  }

  finish(): FoundRows {
    while (this.#early.length > 0) this.#addEarly();
    return { count: this.#count, rows: this.#first, fingerprint: this.#hash.toText() };
  }

  #addEarly(): void {
    const row = this.#early.shift();
    if (row !== undefined) this.#put(row);
  }
  #put(row: DoubtRow): void {
    this.#hash.add(toText(row));
    this.#count += 1;
    if (this.#first.length < listedRows) this.#first.push(row);
  }
}

/** Rows that come in any order. The first ones stay in memory, the others as packed texts. */
export class UnorderedRows {
  readonly #keys: string[] = [];
  readonly #texts = new PackedTexts();
  readonly #first: DoubtRow[] = [];

  add(row: DoubtRow): void {
    this.#keys.push(keyOf(row));
    this.#texts.add(toText(row));
    const last = this.#first.at(-1);
    if (this.#first.length === listedRows && last !== undefined && byKey(last, row) < 0) return;
    this.#first.push(row);
    this.#first.sort(byKey);
    this.#first.length = Math.min(this.#first.length, listedRows);
  }

  finish(): FoundRows {
    const keys = this.#keys;
    const order = Uint32Array.from(keys.keys()).sort((a, b) =>
      (keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1,
    );
    const hash = new TextHash();
    for (const index of order) hash.add(this.#texts.get(index));
    return { count: keys.length, rows: this.#first, fingerprint: hash.toText() };
  }
}
