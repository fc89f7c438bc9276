import { identifyProject } from '#server/imports/edition/project-identity.ts';
import type { LazyList } from '#server/imports/packing/lazy-list.ts';
import { TextSet } from '#server/imports/packing/text-set.ts';
import { listWrittenCodes } from './codes.ts';
import { readNames } from '#server/imports/edition/read-records.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import type { RowMark } from '#server/imports/rows/row-keys.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

const mostReasons = 20;
const mostRenames = 2000;

interface Rename {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}
/** Maps each identity to its element, if only one element has it. */
function keepUnique<T>(list: Iterable<T>, identify: (one: T) => string): Map<string, T> {
  const [unique, repeated] = [new Map<string, T>(), new Set<string>()];
  for (const one of list) {
    const like = identify(one);
    if (unique.has(like)) repeated.add(like);
    else unique.set(like, one);
  }
  for (const like of repeated) unique.delete(like);
  return unique;
}
const identifyMark = ({ name, investor }: RowMark): string => identifyProject(name, investor);

/**
 * Finds new codes whose project has the same name and investor as exactly one known project that
 * the file no longer lists.
 */
async function findRenames(
  rows: LazyList<RowMark>,
  knownCodes: TextSet,
  { request }: ImportContext,
): Promise<Rename[]> {
  if (knownCodes.size === 0) return [];
  const writtenCodes = listWrittenCodes(rows);
  const missing = [...knownCodes].filter((code) => !writtenCodes.has(code));
  const isAddition = ({ code }: RowMark): boolean => code !== undefined && !knownCodes.has(code);
  if (missing.length === 0 || rows.every((row) => !isAddition(row))) return [];
  const renames: Rename[] = [];
  const [past, pastLikes] = [[] as { code: string; like: string }[], new TextSet()];
  for await (const { code, name, investor } of readNames(request.register.projects, missing)) {
    const like = identifyProject(name, investor);
    past.push({ code, like });
    pastLikes.add(like);
  }
  const additions = keepUnique(
    rows.flatMap((row) => (isAddition(row) && pastLikes.has(identifyMark(row)) ? [row] : [])),
    identifyMark,
  );
  for (const [like, { code }] of keepUnique(past, (one) => one.like)) {
    const row = additions.get(like);
    if (row?.code !== undefined) renames.push({ from: code, to: row.code, name: row.name });
  }
  return renames;
}

/**
 * Gives rows the codes by which the register knows their projects. Remembers earlier renames, asks
 * about new ones, and keeps the answer.
 */
export async function applyRenamedCodes(
  rows: LazyList<RowMark>,
  knownCodes: TextSet,
  context: ImportContext,
): Promise<LazyList<RowMark>> {
  const { request, questions, learned } = context;
  const codeNames = request.answers['code_names'];
  const names = new Map(Object.entries(typeof codeNames === 'object' ? codeNames : {}));
  const renameMark = (row: RowMark): RowMark => {
    const code = row.code === undefined ? undefined : names.get(row.code);
    return code === undefined ? row : row.withCode(code);
  };
  const renamedCodes = names.size === 0 ? rows : rows.map(renameMark);
  const renames = await findRenames(renamedCodes, knownCodes, context);
  if (renames.length === 0) return renamedCodes;
  questions.ask(
    'renamed_codes',
    'q_renamed_codes',
    [questions.choice('same', 'c_same_projects'), questions.choice('new', 'c_new')],
    {
      proposal: 'same',
      values: { count: renames.length },
      reasons: (language) =>
        renames
          .slice(0, mostReasons)
          .map(
            ({ from, to, name }) =>
              `${formatMessage('e_renamed', language, { from, to })}: ${name}`,
          ),
    },
  );
  if (readTextAnswer(request.answers, 'renamed_codes') !== 'same') return renamedCodes;
  for (const { from, to } of renames) names.set(to, from);
  learned.set('code_names', Object.fromEntries([...names].slice(-mostRenames)));
  return rows.map(renameMark);
}
