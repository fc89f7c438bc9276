import {
  isCorporateNumber,
  isCreditCode,
  isNationalProjectCode,
  mixesAlphabets,
  plainCode,
  normaliseCode,
} from '#domain/values/reading/codes.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import { isMadeCode, type CodedRow } from './codes.ts';
import { identifyProject } from './project-identity.ts';
import type { LazyList } from '#server/imports/packing/lazy-list.ts';
import { HashSet } from '#server/imports/packing/hash-set.ts';
import type { MessageKey } from '#server/imports/labels/messages.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

interface Facts extends Pick<ProjectFacts, 'name'> {
  readonly investor?: string | undefined;
  readonly uscc?: string | undefined;
}
/** Properties that duplicates may share. */
const marks: readonly (readonly [MessageKey, (facts: Facts) => string | undefined])[] = [
  ['same_credit_code', ({ uscc }) => (uscc === undefined ? undefined : plainCode(uscc))],
  [
    'same_name_investor',
    ({ name, investor }) =>
      investor === undefined
        ? undefined
        : identifyProject(normaliseCode(name), normaliseCode(investor)),
  ],
];
interface Group {
  readonly codes: Set<string>;
  row?: number;
  value: string;
}

/**
 * Finds codes that may be one project: the same credit code, or the same name and investor. Merges
 * nothing.
 */
export class Duplicates {
  readonly #rows: LazyList<CodedRow>;
  /** The marks of the rows, and those that several projects may have. */
  readonly #marks = marks.map(() => ({ all: new HashSet(), shared: new HashSet() }));
  readonly #groups = marks.map(() => new Map<string, Group>());
  constructor(codedRows: LazyList<CodedRow>) {
    this.#rows = codedRows;
    for (const { row } of codedRows)
      marks.forEach(([, readMark], i) => {
        const mark = readMark(row);
        if (mark === undefined) return;
        if (this.#marks[i]?.all.add(mark) === false) this.#marks[i].shared.add(mark);
      });
  }

  #add(i: number, code: string, facts: Facts, mark: string, row?: number): void {
    const groups = this.#groups[i];
    const group = groups?.get(mark) ?? {
      codes: new Set<string>(),
      value: (i === 0 ? facts.uscc : facts.name) ?? '',
    };
    // another question covers a code on several rows
    group.codes.add(code.replace(/#\d+$/, ''));
    if (row !== undefined) group.row ??= row;
    groups?.set(mark, group);
  }
  /** Adds a known project that the file does not list. */
  addKnown(code: string, facts: Facts): void {
    marks.forEach(([, readMark], i) => {
      const mark = readMark(facts);
      if (mark === undefined || this.#marks[i]?.all.has(mark) !== true) return;
      this.#marks[i].shared.add(mark);
      this.#add(i, code, facts, mark);
    });
  }
  /** Warns once for each group. */
  warn(context: ImportContext): void {
    marks.forEach(([key, readMark], i) => {
      const shared = this.#marks[i]?.shared;
      for (const { code, row } of shared === undefined || shared.size === 0 ? [] : this.#rows) {
        const mark = readMark(row);
        if (mark !== undefined && shared?.has(mark) === true)
          this.#add(i, code, row, mark, row.row);
      }
      for (const { codes, row, value } of this.#groups[i]?.values() ?? []) {
        if (codes.size < 2 || row === undefined) continue;
        const writtenCodes = [...codes].filter((code) => !isMadeCode(code));
        // a question covers rows without codes
        if (writtenCodes.length > 0 || key !== 'same_name_investor')
          context.problems.add(
            key,
            { row, value },
            { count: codes.size, codes: writtenCodes.slice(0, 5).join(', ') || '-' },
          );
      }
    });
  }
}

/** Matches a long number that a spreadsheet has rounded, such as 3.70211E+17. */
const cutBySpreadsheet = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** Warns of codes with a wrong check digit, and of names that look alike. Changes neither. */
export function warnAboutCodes(codedRows: Iterable<CodedRow>, context: ImportContext): void {
  for (const { row: of } of codedRows) {
    const { row, code, name, investor, uscc, national_code, corporate_number: number } = of;
    if (code !== undefined && cutBySpreadsheet.test(code))
      context.problems.add('cut_code', { row, value: code });
    for (const value of [name, investor ?? ''])
      if (mixesAlphabets(value)) context.problems.add('mixed_alphabets', { row, value });
    if (uscc !== undefined && !isCreditCode(uscc))
      context.problems.add('bad_credit_code', { row, value: uscc });
    if (national_code !== undefined && !isNationalProjectCode(national_code))
      context.problems.add('bad_project_code', { row, value: national_code });
    if (number !== undefined && !findMissingReason(number) && !isCorporateNumber(number))
      context.problems.add('bad_corporate_number', { row, value: number });
  }
}
