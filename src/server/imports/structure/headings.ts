import { parseNumber } from '#server/imports/values/number.ts';
import type { Cell, Merge, Row } from '#server/imports/read/table.ts';
import { isStageOrStatus } from '#server/imports/vocabulary/words.ts';
import { readSectionWord } from './sections.ts';

/** The columns that identify a project, and those of its running number. */
export interface Identity {
  readonly names: readonly number[];
  readonly codes: readonly number[];
  readonly numbers?: readonly number[];
}
/** A row between projects that describes those below it. A smaller level covers more rows. */
export interface Heading {
  readonly text: string;
  readonly level: number;
}

const isText = (c: Cell): c is string => typeof c === 'string' && c.trim() !== '';
const filledCount = (row: Row): number => row.cells.filter((c) => c !== '').length;
const plain = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .trim();

/**
 * Matches the number of a section, such as 一, 二、, IV or B, in a column in which projects have 1, 2,
 * 3.
 */
const partNumber = /^(?:[一二三四五六七八九十]+|[IVX]+|[A-Z])[、.]?$/;
const subpartNumber = /^\([一二三四五六七八九十]+\)$/;
const findLevel = (text: string): number => {
  if (/^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章部分类])/.test(text)) return 1;
  return /^\([一二三四五六七八九十]+\)/.test(text) ? 2 : 3;
};
const numberPattern =
  /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[章部分类])/;
/**
 * Matches a text that is marked as a heading or has a count of the rows below: 【服务业】, ■ Energy,
 * 在建项目（12个）.
 */
const markPattern = /^[【〔■□●◆◇▼▽〈《]|[(（] ?\d{1,6} ?(?:个|家|项|件|社)? ?[)）]$/;

/** Whether all other cells of a row are numbers, which are sums of the rows below. */
const hasSums = (row: Row, at: number): boolean =>
  filledCount(row) > 1 &&
  row.cells.every((c, i) => i === at || c === '' || parseNumber(c).kind === 'value');

/** Distinguishes headings from projects in the rows of one table. */
export class Headings {
  readonly #width: number;
  readonly #identity: Identity;
  readonly #merges: ReadonlyMap<number, Merge>;
  /** Columns whose running numbers count projects. Other numbers in them count sections. */
  readonly #counted: readonly number[];
  /** Whether rows with only a name are headings, since one of them has a word for subtotals. */
  readonly #areNames: boolean;

  constructor(
    rows: readonly Row[],
    width: number,
    identity: Identity,
    merges: readonly Merge[],
    totals: readonly string[],
  ) {
    this.#width = width;
    this.#identity = identity;
    this.#merges = new Map(merges.filter((m) => m.top === m.bottom).map((m) => [m.top, m]));
    this.#counted = (identity.numbers ?? []).filter((at) => {
      const texts = rows.map((row) => plain(row.cells[at]));
      const parts = texts.filter(
        (text) => partNumber.test(text) || subpartNumber.test(text),
      ).length;
      return parts > 0 && texts.filter((text) => /^\d+$/.test(text)).length >= parts;
    });
    const words = totals.map((text) => text.normalize('NFKC').toLowerCase());
    const isProven = (text: string): boolean =>
      text.length >= 2 && words.some((word) => word.includes(text.toLowerCase()));
    this.#areNames =
      words.length > 0 &&
      rows.some((row) => this.isNameOnly(row) && isProven(plain(row.cells.find((c) => c !== ''))));
  }

  /** Whether a row holds only a name, in a table with more columns. */
  isNameOnly(row: Row): boolean {
    const { names, codes } = this.#identity;
    const at = row.cells.findIndex((c) => c !== '');
    return (
      this.#width >= 4 &&
      filledCount(row) === 1 &&
      names.includes(at) &&
      !codes.includes(at) &&
      isText(row.cells[at] ?? '')
    );
  }

  /**
   * Finds the heading in a row: a part number with a text, else a single text in a column of names.
   * @returns undefined for a row of a project
   */
  of(row: Row): Heading | undefined {
    const part = this.#counted.find(
      (at) => partNumber.test(plain(row.cells[at])) || subpartNumber.test(plain(row.cells[at])),
    );
    if (part !== undefined) {
      const text =
        row.cells[this.#identity.names.find((at) => isText(row.cells[at] ?? '')) ?? -1] ??
        row.cells.find((c, at) => at !== part && isText(c));
      return text === undefined
        ? undefined
        : { text: String(text), level: subpartNumber.test(plain(row.cells[part])) ? 2 : 1 };
    }
    return this.#isAlone(row)
      ? {
          text: String(row.cells.find((c) => c !== '')),
          level: findLevel(plain(row.cells.find((c) => c !== ''))),
        }
      : undefined;
  }

  /**
   * Whether a row is one text alone or with sums, numbered, marked or merged across, or outside the
   * column of names.
   */
  #isAlone(row: Row): boolean {
    const { names, codes } = this.#identity;
    const at = row.cells.findIndex((c) => c !== '');
    const cell = row.cells[at] ?? '';
    const merge = this.#merges.get(row.number);
    if (this.#width >= 4 && isText(cell) && hasSums(row, at))
      return merge?.left === at && merge.right - at >= 2
        ? !codes.includes(at)
        : numberPattern.test(cell) && names.length > 0 && !names.includes(at);
    if (this.#width < 4 || filledCount(row) !== 1 || !isText(cell)) return false;
    if (merge && merge.right - merge.left >= 2) return true;
    if (numberPattern.test(cell)) return true;
    if (this.isNameOnly(row))
      return (
        this.#areNames || markPattern.test(cell.trim()) || isStageOrStatus(readSectionWord(cell))
      );
    return (
      (names.length > 0 && !names.includes(at) && !codes.includes(at)) ||
      // a code alone without a name and without a digit is no project
      (names.length > 0 && codes.includes(at) && !names.includes(at) && !/\d/.test(cell))
    );
  }
}
