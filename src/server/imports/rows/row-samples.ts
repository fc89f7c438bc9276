import { compact } from '#domain/values/compact.ts';
import type { ImportSample } from '#contract/imports/preview-schemas.ts';
import { cleanText, cutText } from '#server/imports/read/cell-text.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import type { Row } from '#server/imports/read/table.ts';
import type { Stage } from '#domain/projects/stage.ts';
import { normaliseWord } from '#server/imports/vocabulary/words.ts';

const mostSamples = 2;
const longest = 80;
const mostWords = 200;

/** Fewer rows of a word prove nothing. */
const leastRows = 3;

/** The stage that most rows of a word have reached by their dates. */
export interface DatedStage {
  readonly stage: Stage;
  readonly rows: number;
  /** The number of all rows with the word. */
  readonly of: number;
}

/**
 * Keeps the first rows with an amount, and of each stage or status word its first rows and the
 * stages that the dates of its rows prove.
 */
export class RowSamples {
  readonly #amounts: readonly number[];
  readonly #words: readonly number[];
  readonly #withoutAmount: ImportSample[] = [];
  readonly #withAmount: ImportSample[] = [];
  readonly #byWord = new Map<string, string[]>();
  readonly #reached = new Map<string, Map<Stage | undefined, number>>();

  constructor(columns: readonly Column[]) {
    const indexes = (matches: (column: Column) => boolean): number[] =>
      columns.filter(matches).map(({ index }) => index);
    this.#amounts = indexes(({ field }) => isMeasure(field));
    this.#words = indexes(({ field }) => field === 'stage' || field === 'status');
  }

  /** `reached`: the stage that the dates of the row prove. */
  add({ number, cells }: Row, name: string, reached: Stage | undefined): void {
    const readTexts = (indexes: readonly number[]): string[] =>
      indexes
        .map((index) => cutText(cleanText(cells[index] ?? ''), longest))
        .filter((text) => text !== '');
    const words = readTexts(this.#words);
    for (const word of words.map(normaliseWord)) {
      const rows = this.#byWord.get(word) ?? [];
      if (rows.length < mostSamples && (rows.length > 0 || this.#byWord.size < mostWords))
        this.#byWord.set(word, [...rows, `${number}: ${name}`]);
      this.#countReached(word, reached);
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
  #countReached(word: string, reached: Stage | undefined): void {
    const counts = this.#reached.get(word) ?? new Map<Stage | undefined, number>();
    counts.set(reached, (counts.get(reached) ?? 0) + 1);
    if (this.#reached.size < mostWords || this.#reached.has(word)) this.#reached.set(word, counts);
  }
  /** Returns at most two rows, those with an amount first. */
  rows(): ImportSample[] {
    return [...this.#withAmount, ...this.#withoutAmount].slice(0, mostSamples);
  }
  /** Returns the numbers and names of at most two rows with this word. */
  find(word: string): readonly string[] {
    return this.#byWord.get(normaliseWord(word)) ?? [];
  }
  /**
   * Finds the stage that at least half of the rows with this word have reached by their dates. A
   * day of first contact proves no stage: rejected projects have one, too.
   */
  datedStage(word: string): DatedStage | undefined {
    const counts = [...(this.#reached.get(normaliseWord(word)) ?? [])];
    const of = counts.reduce((sum, [, count]) => sum + count, 0);
    const [stage, rows = 0] = counts.find(([, count]) => count * 2 >= of) ?? [];
    return stage === undefined || stage === 'lead' || of < leastRows
      ? undefined
      : { stage, rows, of };
  }
}
