import { compact } from '#domain/values/compact.ts';
import type { ImportSample } from '#contract/imports/preview-schemas.ts';
import { cleanText, cutText } from '#server/imports/read/cell-text.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import type { Row } from '#server/imports/read/table.ts';
import { normaliseWord } from '#server/imports/vocabulary/words.ts';

const mostSamples = 2;
const longest = 80;
const mostWords = 200;

/** Keeps the first rows with an amount, and the first rows of each stage or status word. */
export class RowSamples {
  readonly #amounts: readonly number[];
  readonly #words: readonly number[];
  readonly #withoutAmount: ImportSample[] = [];
  readonly #withAmount: ImportSample[] = [];
  readonly #byWord = new Map<string, string[]>();

  constructor(columns: readonly Column[]) {
    const indexes = (matches: (column: Column) => boolean): number[] =>
      columns.filter(matches).map(({ index }) => index);
    this.#amounts = indexes(({ field }) => isMeasure(field));
    this.#words = indexes(({ field }) => field === 'stage' || field === 'status');
  }

  add({ number, cells }: Row, name: string): void {
    const readTexts = (indexes: readonly number[]): string[] =>
      indexes
        .map((index) => cutText(cleanText(cells[index] ?? ''), longest))
        .filter((text) => text !== '');
    const words = readTexts(this.#words);
    for (const word of words.map(normaliseWord)) {
      const rows = this.#byWord.get(word) ?? [];
      if (rows.length < mostSamples && (rows.length > 0 || this.#byWord.size < mostWords))
        this.#byWord.set(word, [...rows, `${number}: ${name}`]);
    }
    if (this.#withAmount.length >= mostSamples) return;
    const [amount] = readTexts(this.#amounts);
    const sample = {
      row: number,
      name: cutText(name, longest),
      ...compact({ amount, stage: words[0] }),
    };
    if (amount !== undefined) this.#withAmount.push(sample);
    else if (this.#withoutAmount.length < mostSamples) this.#withoutAmount.push(sample);
  }
  /** Returns at most two rows, those with an amount first. */
  rows(): ImportSample[] {
    return [...this.#withAmount, ...this.#withoutAmount].slice(0, mostSamples);
  }
  /** Returns the numbers and names of at most two rows with this word. */
  find(word: string): readonly string[] {
    return this.#byWord.get(normaliseWord(word)) ?? [];
  }
}
