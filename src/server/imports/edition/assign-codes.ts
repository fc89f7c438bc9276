import { compact } from '#domain/values/compact.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import {
  generateCodes,
  readKnownCodes,
  resolveSharedCodes,
  type CodedRow,
  type KnownCodes,
  type SeveralRows,
} from './codes.ts';
import { shapeHash } from '#server/imports/context/shape-hash.ts';
import {
  areRepeats,
  askAboutEqualNames,
  findEqualNames,
  joinEqualNames,
  listRowChoices,
} from './equal-names.ts';
import { applyRenamedCodes } from './renamed-codes.ts';
import type { LazyList } from '#server/imports/packing/lazy-list.ts';
import type { RowMark } from '#server/imports/rows/row-keys.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Assigns each row the code under which it is stored, and asks about unclear codes.
 * @returns the rows with their codes, and `merged`: the numbers of rows that another row of the
 * same project represents
 */
export async function assignCodes(
  read: LazyList<RowMark>,
  context: ImportContext,
): Promise<{
  readonly projects: LazyList<CodedRow>;
  readonly knownCodes: KnownCodes;
  readonly merged: readonly number[];
}> {
  const { request, header, problems, questions } = context;
  const knownCodes = await readKnownCodes(request.register.projects, read);
  const rows = await applyRenamedCodes(read, knownCodes.codes, context);
  const groups = findEqualNames(rows);
  askAboutEqualNames(context, groups);
  const { coded, moved, respelt } = generateCodes(
    rows,
    shapeHash(header.columns.map((c) => c.key)),
    knownCodes,
    readTextAnswer(request.answers, 'same_project') !== 'new',
  );
  const [first] = respelt;
  if (first !== undefined)
    problems.add(
      'respelt_code',
      { row: first.row.row, value: first.row.code ?? '' },
      { count: respelt.length, written: first.row.code ?? '', code: first.code },
    );
  if (moved > 0)
    questions.ask(
      'same_project',
      'q_same_project',
      [questions.choice('match', 'c_match'), questions.choice('new', 'c_new')],
      {
        default: 'match',
      },
    );
  const mode = parseSeveralRows(
    readTextAnswer(request.answers, groups.length > 0 ? 'equal_names' : 'several_rows'),
  );
  const { projects, several } = resolveSharedCodes(joinEqualNames(coded, groups, mode), mode);
  if (groups.length === 0) reportSharedCodes(context, several, coded.length);
  return { projects, knownCodes, merged: listMerged(coded, projects) };
}

/** Lists the numbers of the rows that another row of the same project represents. */
function listMerged(all: LazyList<CodedRow>, projects: LazyList<CodedRow>): readonly number[] {
  if (projects.length === all.length) return [];
  const rows = new Set(projects.flatMap(({ row }) => [row.at]));
  return all.flatMap(({ row }) => (rows.has(row.at) ? [] : [row.row]));
}

const parseSeveralRows = (answer: string | undefined): SeveralRows =>
  answer === 'first' || answer === 'last' || answer === 'sum' ? answer : 'separate';

/**
 * Reports codes that several rows share, and asks what those rows are. The question has no default
 * where many rows repeat both code and name: every count depends on it.
 */
function reportSharedCodes(
  { problems, questions }: ImportContext,
  several: ReadonlyMap<string, readonly CodedRow[]>,
  total: number,
): void {
  for (const list of several.values()) {
    const writtenCodes = [...new Set(list.map(({ row, code }) => row.code ?? code))];
    problems.add(
      writtenCodes.length === 1 ? 'same_code' : 'alike_code',
      { row: list[1]?.row.row ?? 0, value: writtenCodes.slice(0, 5).join(', ') },
      { count: list.length },
    );
  }
  if (several.size > 0)
    questions.ask('several_rows', 'q_several_rows', listRowChoices(questions), {
      ...compact({ default: areRepeats([...several.values()], total) ? undefined : 'separate' }),
      values: { count: several.size },
    });
}
