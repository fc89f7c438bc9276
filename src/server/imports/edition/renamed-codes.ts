import { identifyProject } from '#server/imports/edition/project-identity.ts';
import { readRecords } from '#server/imports/edition/read-records.ts';
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
function keepUnique<T>(list: readonly T[], identify: (one: T) => string): Map<string, T> {
  const groups = Map.groupBy(list, identify);
  return new Map(
    [...groups].flatMap(([like, group]) =>
      group.length === 1 && group[0] !== undefined ? [[like, group[0]] as const] : [],
    ),
  );
}

/**
 * Finds new codes whose project has the same name and investor as exactly one known project that
 * the file no longer lists.
 */
async function findRenames(
  rows: readonly RowMark[],
  codes: readonly string[],
  { request }: ImportContext,
): Promise<Rename[]> {
  const [knownCodes, writtenCodes] = [
    new Set(codes),
    new Set(rows.flatMap(({ code }) => code ?? [])),
  ];
  const additions = keepUnique(
    rows.filter(({ code }) => code !== undefined && !knownCodes.has(code)),
    ({ name, investor }) => identifyProject(name, investor),
  );
  const missing = additions.size === 0 ? [] : codes.filter((code) => !writtenCodes.has(code));
  const renames: Rename[] = [];
  const past: { code: string; like: string }[] = [];
  for await (const { code, facts } of readRecords(request.register.projects, missing))
    past.push({ code, like: identifyProject(facts.name, facts.investor) });
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
  rows: RowMark[],
  codes: readonly string[],
  work: ImportContext,
): Promise<RowMark[]> {
  const { request, questions, learned } = work;
  const codeNames = request.answers['code_names'];
  const names = new Map(Object.entries(typeof codeNames === 'object' ? codeNames : {}));
  const renameMarks = (list: readonly RowMark[]): RowMark[] =>
    list.map((row) => {
      const code = row.code === undefined ? undefined : names.get(row.code);
      return code === undefined ? row : { ...row, code };
    });
  const renamedCodes = renameMarks(rows);
  const renames = await findRenames(renamedCodes, codes, work);
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
  return renameMarks(rows);
}
