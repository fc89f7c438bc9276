import { identifyProject } from '#server/imports/edition/project-identity.ts';
import { readRecords } from '#server/imports/edition/read-records.ts';
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
  rows: readonly CodedRow[],
  mode: SeveralRows,
): {
  readonly projects: readonly CodedRow[];
  readonly several: ReadonlyMap<string, readonly CodedRow[]>;
} {
  const groups = Map.groupBy(rows, (r) => codeKey(r.code));
  const several = new Map([...groups].filter(([, list]) => list.length > 1));
  if (several.size === 0) return { projects: rows, several };
  if (mode === 'first')
    return { projects: [...groups.values()].flatMap((list) => list.slice(0, 1)), several };
  if (mode === 'last')
    return { projects: [...groups.values()].flatMap((list) => list.slice(-1)), several };
  if (mode === 'sum')
    return {
      projects: [...groups.values()].flatMap((list) =>
        list
          .slice(0, 1)
          .map((first) =>
            list.length === 1 ? first : { ...first, added: list.map(({ row }) => row) },
          ),
      ),
      several,
    };
  const countByCode = new Map<string, number>();
  const unique = rows.map((r) => {
    const n = (countByCode.get(r.code) ?? 0) + 1;
    countByCode.set(r.code, n);
    return n === 1 ? r : { ...r, code: `${r.code}#${n}` };
  });
  return { projects: unique, several };
}

/** The known codes, and the identities of the projects whose codes the importer generated. */
export interface KnownCodes {
  readonly codes: ReadonlySet<string>;
  readonly generated: readonly (readonly [string, string])[];
}
/**
 * Creates a function that finds the known code for a written code: the same code, or else the only
 * one that differs just in width, case and dashes and that no row has exactly.
 */
function createCodeFinder(
  knownCodes: ReadonlySet<string>,
  rows: readonly RowMark[],
): (code: string) => string {
  const writtenCodes = new Set(rows.flatMap((r) => r.code ?? []));
  const byKey = Map.groupBy(
    [...knownCodes].filter((code) => !writtenCodes.has(code)),
    codeKey,
  );
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
  rows: readonly RowMark[],
): Promise<KnownCodes> {
  const codes = await knownProjects.codes();
  const own = rows.every((r) => r.code !== undefined)
    ? []
    : codes.filter((code) => generatedCode.test(code));
  const likes: (readonly [string, string])[] = [];
  for await (const { code, facts } of readRecords(knownProjects, own))
    likes.push([code, identifyProject(facts.name, facts.investor)]);
  return { codes: new Set(codes), generated: likes };
}

/**
 * Generates codes for rows without one, from the shape of the file and the position of the row. A
 * later edition finds the project again by name and investor.
 * @returns the rows with codes; `moved`: how many projects were found at another position, which
 * needs a question; `respelt`: codes whose spelling differs from that of the register
 */
export function generateCodes(
  rows: readonly RowMark[],
  shape: string,
  knownCodes: KnownCodes,
  match: boolean,
): {
  readonly coded: readonly CodedRow[];
  readonly moved: number;
  readonly respelt: readonly CodedRow[];
} {
  const byLikeness = Map.groupBy(knownCodes.generated, ([, like]) => like);
  const usedCodes = new Set<string>(rows.flatMap((r) => (r.code === undefined ? [] : [r.code])));
  let next = knownCodes.codes.size + rows.length + 1;
  let moveCount = 0;
  const knownAs = createCodeFinder(knownCodes.codes, rows);
  const codedRows = rows.map((row, i): CodedRow => {
    if (row.code !== undefined) return { code: knownAs(row.code), row };
    const place = `R${shape}-${i + 1}`;
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
    return { code, row };
  });
  return {
    coded: codedRows,
    moved: moveCount,
    respelt: codedRows.filter(({ code, row }) => row.code !== undefined && row.code !== code),
  };
}
