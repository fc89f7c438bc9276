import { identifyProject } from '#server/imports/edition/project-identity.ts';
import { LazyList } from '#server/imports/packing/lazy-list.ts';
import { groupRepeats, TextSet } from '#server/imports/packing/text-set.ts';
import { readNames } from '#server/imports/edition/read-records.ts';
import { codeKey } from '#domain/values/reading/codes.ts';
import type { KnownProjects } from '#server/imports/import-plan.ts';
import type { RowMark } from '#server/imports/rows/row-keys.ts';

const generatedCode = /^R[0-9a-z]{7}-\d+$/;
/** Whether the importer generated this code for a project without a code in its file. */
export const isMadeCode = (code: string): boolean => generatedCode.test(code);

export interface CodedRow {
  readonly code: string;
  readonly row: RowMark;
  /** The rows whose amounts are added to this one, if there are several. */
  readonly added?: readonly RowMark[];
}

/**
 * How to read rows with the same code: each row as a project, only the first row, the last row as
 * the valid version, or the sum of all rows.
 */
export type SeveralRows = 'separate' | 'first' | 'last' | 'sum';

/**
 * Groups rows whose codes differ only in writing, and returns the rows to store under the chosen
 * reading. It adds amounts only if the user chose that.
 */
export function resolveSharedCodes(
  rows: LazyList<CodedRow>,
  mode: SeveralRows,
): {
  readonly projects: LazyList<CodedRow>;
  readonly several: ReadonlyMap<string, readonly CodedRow[]>;
} {
  const several = groupRepeats(rows, (r) => codeKey(r.code));
  if (several.size === 0) return { projects: rows, several };
  if (mode === 'separate') return { projects: numberSharedCodes(rows, several), several };
  const projects = rows.flatMap((row): readonly CodedRow[] => {
    const list = several.get(codeKey(row.code));
    if (list === undefined) return [row];
    // a group stands where its first row stood
    if (list[0]?.row.at !== row.row.at) return [];
    if (mode === 'sum') return [{ ...row, added: list.map((one) => one.row) }];
    return list.slice(mode === 'first' ? 0 : -1).slice(0, 1);
  });
  return { projects: LazyList.of(projects), several };
}

/** Numbers the rows of equal codes, so that each has a code of its own. */
function numberSharedCodes(
  rows: LazyList<CodedRow>,
  several: ReadonlyMap<string, readonly CodedRow[]>,
): LazyList<CodedRow> {
  const codes = new Map<number, string>();
  for (const list of several.values()) {
    const countByCode = new Map<string, number>();
    for (const { code, row } of list) {
      const count = (countByCode.get(code) ?? 0) + 1;
      countByCode.set(code, count);
      if (count > 1) codes.set(row.at, `${code}#${count}`);
    }
  }
  return rows.map((row) => {
    const code = codes.get(row.row.at);
    return code === undefined ? row : { ...row, code };
  });
}

/** The known codes, and the identities of the projects whose codes the importer generated. */
export interface KnownCodes {
  readonly codes: TextSet;
  readonly generated: readonly (readonly [string, string])[];
}
/** Lists the codes that a file gives. */
export function listWrittenCodes(rows: LazyList<RowMark>): TextSet {
  const codes = new TextSet();
  for (const { code } of rows) if (code !== undefined) codes.add(code);
  return codes;
}
/** Whether all codes of a file are known, so that none is looked for in other spellings. */
function hasAll(knownCodes: TextSet, writtenCodes: TextSet): boolean {
  for (const code of writtenCodes) if (!knownCodes.has(code)) return false;
  return true;
}
/**
 * Creates a function that finds the known code for a written code: the same code, or else the only
 * one that differs just in width, case and dashes and that no row has exactly.
 */
function createCodeFinder(knownCodes: TextSet, writtenCodes: TextSet): (code: string) => string {
  if (knownCodes.size === 0 || hasAll(knownCodes, writtenCodes)) return (code) => code;
  const byKey = new Map<string, string[]>();
  for (const code of knownCodes) {
    if (writtenCodes.has(code)) continue;
    const key = codeKey(code);
    byKey.set(key, [...(byKey.get(key) ?? []), code]);
  }
  return (code) => {
    const alike = knownCodes.has(code) ? undefined : byKey.get(codeKey(code));
    return alike?.length === 1 ? (alike[0] ?? code) : code;
  };
}

/**
 * Reads all known codes. If a row has no code, also reads the identities of projects with generated
 * codes.
 */
export async function readKnownCodes(
  knownProjects: KnownProjects,
  rows: LazyList<RowMark>,
): Promise<KnownCodes> {
  const codes = await knownProjects.codes();
  const own = rows.every((r) => r.code !== undefined)
    ? []
    : codes.filter((code) => generatedCode.test(code));
  const likes: (readonly [string, string])[] = [];
  for await (const { code, name, investor } of readNames(knownProjects, own))
    likes.push([code, identifyProject(name, investor)]);
  return { codes: new TextSet(codes), generated: likes };
}

/**
 * Generates codes for rows without one, from the shape of the file and the position of the row. A
 * later edition finds the project again by name and investor.
 * @returns the rows with codes; `moved`: how many projects were found at another position, which
 * needs a question; `respelt`: codes whose spelling differs from that of the register
 */
export function generateCodes(
  rows: LazyList<RowMark>,
  shape: string,
  knownCodes: KnownCodes,
  match: boolean,
): {
  readonly coded: LazyList<CodedRow>;
  readonly moved: number;
  readonly respelt: readonly CodedRow[];
} {
  const byLikeness = Map.groupBy(knownCodes.generated, ([, like]) => like);
  // a first register with codes in every row needs no set of a million of them
  const usedCodes =
    knownCodes.codes.size === 0 && rows.every(({ code }) => code !== undefined)
      ? new TextSet()
      : listWrittenCodes(rows);
  let next = knownCodes.codes.size + rows.length + 1;
  let moveCount = 0;
  const knownAs = createCodeFinder(knownCodes.codes, usedCodes);
  const respeltRows: CodedRow[] = [];
  const findCode = (row: RowMark): string => {
    const place = `R${shape}-${row.at + 1}`;
    const alike = match ? byLikeness.get(identifyProject(row.name, row.investor)) : undefined;
    const same = alike?.some(([c]) => c === place)
      ? place
      : alike?.length === 1
        ? alike[0]?.[0]
        : undefined;
    let code = same ?? place;
    if (same !== undefined && same !== place) moveCount += 1;
    if (usedCodes.has(code) || (same === undefined && knownCodes.codes.has(place))) {
      do code = `R${shape}-${next++}`;
      while (usedCodes.has(code) || knownCodes.codes.has(code));
    }
    usedCodes.add(code);
    return code;
  };
  /** The codes of the rows that do not write their own. */
  const codes: (string | undefined)[] = [];
  for (const row of rows) {
    const ownCode = row.code;
    const code = ownCode === undefined ? findCode(row) : knownAs(ownCode);
    codes.push(code === ownCode ? undefined : code);
    if (ownCode !== undefined && code !== ownCode) respeltRows.push({ code, row });
  }
  return {
    coded: rows.map((row, i) => codeRow(row, codes[i])),
    moved: moveCount,
    respelt: respeltRows,
  };
}

/** Makes a row with its code. The code that the file gives is read only when it is needed. */
const codeRow = (row: RowMark, code: string | undefined): CodedRow =>
  code === undefined
    ? {
        row,
        get code() {
          return row.code as string;
        },
      }
    : { row, code };
