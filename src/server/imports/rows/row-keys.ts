import { compact } from '#domain/values/compact.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import { LazyList } from '#server/imports/packing/lazy-list.ts';
import { PackedList, type Packing } from '#server/imports/packing/packed-list.ts';
import type { RowRecord } from './row-record.ts';

interface MarkTexts extends Pick<ProjectFacts, 'name' | 'investor' | 'uscc' | 'national_code'> {
  readonly row: number;
  readonly code?: string;
  readonly corporate_number?: string;
}

/**
 * The properties of a row that the checks before the comparison need. Its texts are packed: a long
 * file has a million marks.
 */
export class RowMark {
  /** The index of the packed row. */
  readonly at: number;
  readonly #list: PackedList<MarkTexts>;
  readonly #knownCode: string | undefined;
  /** @param knownCode - replaces the code of the file */
  constructor(list: PackedList<MarkTexts>, at: number, knownCode?: string) {
    this.at = at;
    this.#list = list;
    this.#knownCode = knownCode;
  }

  get row(): number {
    return this.#list.at(this.at).row;
  }
  get name(): string {
    return this.#list.at(this.at).name;
  }
  get code(): string | undefined {
    return this.#knownCode ?? this.#list.at(this.at).code;
  }
  get investor(): string | undefined {
    return this.#list.at(this.at).investor;
  }
  get uscc(): string | undefined {
    return this.#list.at(this.at).uscc;
  }
  get national_code(): string | undefined {
    return this.#list.at(this.at).national_code;
  }
  get corporate_number(): string | undefined {
    return this.#list.at(this.at).corporate_number;
  }
  /** Makes the mark of the same row with the code by which the register knows its project. */
  withCode(code: string): RowMark {
    return new RowMark(this.#list, this.at, code);
  }
}

/** Makes the marks of rows: code, company numbers, name and investor. */
export class RowMarks {
  readonly #list: PackedList<MarkTexts>;
  readonly #corporate: Column | undefined;
  constructor(columns: readonly Column[], packing: Packing) {
    this.#list = new PackedList(packing);
    this.#corporate = columns.find((c) => c.field === 'jp_corp_no');
  }

  /** Lists the marks of the rows so far. */
  list(): LazyList<RowMark> {
    return new LazyList(this.#list.count, (at) => new RowMark(this.#list, at));
  }

  /** Adds the mark of the next packed row. */
  add({ code, row, facts }: RowRecord): void {
    const { name, investor, uscc, national_code, extra } = facts;
    const corporate_number = this.#corporate && extra?.[this.#corporate.key];
    this.#list.add({
      row,
      name,
      ...compact({ code, investor, uscc, national_code, corporate_number }),
    });
  }
}
