import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import type { EditionFacts, StoredEdition } from '#server/projects/history/statement-store.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { normaliseColumnHeader } from './edition-change.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import type { KnownRegister } from '#server/imports/import-plan.ts';
import { hashFileShape } from '#server/imports/context/recipes.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * The share of an edition's columns from which a file may be a later edition with renamed columns.
 */
const share = 2 / 3;

type Past = StoredEdition & { readonly facts: EditionFacts };
/**
 * Finds the newest edition that shares most columns with this file; undefined if a file of exactly
 * this shape was imported before.
 */
function findRenamedEdition(
  { editions = [] }: Pick<KnownRegister, 'editions'>,
  header: TableHeader,
): Past | undefined {
  const shape = hashFileShape(header);
  if (editions.some((one) => one.shape === shape)) return undefined;
  const words = new Set(header.columns.map(({ key }) => normaliseColumnHeader({ header: key })));
  return editions.findLast(
    (one): one is Past =>
      one.facts !== undefined &&
      one.facts.columns.filter((column) => words.has(normaliseColumnHeader(column))).length >=
        one.facts.columns.length * share,
  );
}

/**
 * Finds the recipe of an edition with most of these columns, limited to columns that still exist.
 * @returns undefined if no edition has enough of these columns
 */
export function findRenamedRecipe(
  register: KnownRegister,
  header: TableHeader,
): ImportAnswers | undefined {
  const edition = findRenamedEdition(register, header);
  const recipe = edition && register.remembered?.[edition.shape];
  const mapping = recipe?.['mapping'];
  if (recipe === undefined || typeof mapping !== 'object') return recipe;
  const words = new Set(header.columns.map(({ key }) => normaliseColumnHeader({ header: key })));
  return {
    ...recipe,
    mapping: Object.fromEntries(
      Object.entries(mapping).filter(([key]) => words.has(normaliseColumnHeader({ header: key }))),
    ),
  };
}

interface Rename {
  readonly from: string;
  readonly to: string;
  readonly field: string;
}
/**
 * Pairs each missing column with the only new column at the same position among the remaining ones.
 */
function findRenames({ facts }: Past, columns: readonly Column[]): Rename[] {
  const now = columns.filter(({ key, empty }) => key !== '' && !empty);
  const words = new Set(now.map(({ key }) => normaliseColumnHeader({ header: key })));
  const before = facts.columns;
  return before.flatMap(({ header, field }, at): Rename[] => {
    if (
      field === undefined ||
      words.has(normaliseColumnHeader({ header })) ||
      now.some((column) => column.field === field)
    )
      return [];
    const previous = before[at - 1];
    const place =
      previous === undefined
        ? 0
        : now.findIndex(
            ({ key }) => normaliseColumnHeader({ header: key }) === normaliseColumnHeader(previous),
          ) + 1;
    const next = now[place];
    const isNew =
      next !== undefined &&
      next.field === undefined &&
      !before.some(
        (column) => normaliseColumnHeader(column) === normaliseColumnHeader({ header: next.key }),
      );
    return isNew ? [{ from: header, to: next.key, field }] : [];
  });
}

/**
 * Asks whether new columns are renamed ones. The answer is kept as the mapping of the new columns.
 * @returns the mapping for a new assignment of the columns; undefined if nothing was renamed
 */
export function askAboutRenamedColumns(
  context: ImportContext,
  columns: readonly Column[],
): Readonly<Record<string, string>> | undefined {
  const { request, questions, header, learned } = context;
  const edition = findRenamedEdition(request.register, header);
  const renames = edition === undefined ? [] : findRenames(edition, columns);
  if (renames.length === 0) return undefined;
  questions.ask(
    'renamed_columns',
    'q_renamed_columns',
    [questions.choice('same', 'c_renamed'), questions.choice('new', 'c_not_renamed')],
    {
      proposal: 'same',
      reasons: (language) =>
        renames.map(({ from, to }) => formatMessage('e_renamed', language, { from, to })),
    },
  );
  if (readTextAnswer(request.answers, 'renamed_columns') !== 'same') return undefined;
  const mappingAnswer = request.answers['mapping'];
  const otherFields = typeof mappingAnswer === 'object' ? mappingAnswer : {};
  const mapping = {
    ...otherFields,
    ...Object.fromEntries(renames.map(({ to, field }) => [to, field])),
  };
  learned.set('mapping', mapping);
  return mapping;
}
