import type { LazyList } from '#server/imports/packing/lazy-list.ts';
import { groupRepeats } from '#server/imports/packing/text-set.ts';
import type { Choice, Questions } from '#server/imports/context/questions.ts';
import { foldText, identifyProject } from '#server/imports/edition/project-identity.ts';
import type { CodedRow, SeveralRows } from './codes.ts';
import type { RowMark } from '#server/imports/rows/row-keys.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

const byName = ({ name }: RowMark): string => foldText(name);
const byNameAndInvestor = ({ name, investor }: RowMark): string => identifyProject(name, investor);
/**
 * The share of rows with repeated names from which repetition is no accident and the investor
 * doesn't distinguish projects.
 */
const usual = 0.2;

const listRepeats = (
  rows: LazyList<RowMark>,
  keyOf: (row: RowMark) => string,
): readonly (readonly RowMark[])[] => [...groupRepeats(rows, keyOf).values()];
const rowsIn = (groups: readonly (readonly RowMark[])[]): number =>
  groups.reduce((sum, group) => sum + group.length, 0);

/**
 * Finds rows with equal names in a file without codes: one project in several regions, years or
 * milestones, or several projects of one name.
 * @returns groups of at least two rows; none if any row has a code
 */
export function findEqualNames(rows: LazyList<RowMark>): readonly (readonly RowMark[])[] {
  if (!rows.every(({ code }) => code === undefined)) return [];
  const groups = listRepeats(rows, byName);
  return rowsIn(groups) >= rows.length * usual ? groups : listRepeats(rows, byNameAndInvestor);
}

/** Whether rows that repeat both code and name are too many for an accident. */
export const areRepeats = (groups: readonly (readonly CodedRow[])[], total: number): boolean =>
  rowsIn(
    groups
      .map((group) => group.map(({ row }) => row))
      .filter((group) => new Set(group.map(byName)).size === 1),
  ) >=
  total * usual;

/** The ways to read several rows of one project. */
export const listRowChoices = (questions: Questions): Choice[] => [
  questions.choice('separate', 'c_separate'),
  questions.choice('first', 'c_first'),
  questions.choice('last', 'c_last'),
  questions.choice('sum', 'c_sum'),
];

/**
 * Asks what rows with equal names are. The question has no default, since both readings are common
 * and every count depends on it.
 */
export function askAboutEqualNames(
  { questions }: ImportContext,
  groups: readonly (readonly RowMark[])[],
): void {
  const [most] = groups.toSorted((a, b) => b.length - a.length);
  if (most === undefined) return;
  questions.ask('equal_names', 'q_equal_names', listRowChoices(questions), {
    values: {
      count: groups.length,
      rows: rowsIn(groups),
      name: most[0]?.name ?? '',
      most: most.length,
    },
  });
}

/** Gives all rows of a group the code of its first row, unless each row is a project. */
export function joinEqualNames(
  codedRows: LazyList<CodedRow>,
  groups: readonly (readonly RowMark[])[],
  mode: SeveralRows,
): LazyList<CodedRow> {
  if (mode === 'separate' || groups.length === 0) return codedRows;
  const codes = new Map(
    groups.flatMap((group) => {
      const code = codedRows.at(group[0]?.at ?? 0).code;
      return group.map(({ at }) => [at, code] as const);
    }),
  );
  return codedRows.map((one) => {
    const code = codes.get(one.row.at);
    return code === undefined ? one : { ...one, code };
  });
}
