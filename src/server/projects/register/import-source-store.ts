import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { ImportedCell, ImportedColumn, ProjectDetail } from '#domain/projects/project.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { ImportedFrom } from '#server/db/schema/tables.ts';

/** Stores the columns of a file from which an import took each value. */
export async function putImportColumns(
  trx: Trx,
  revision: number,
  columns: readonly ImportedColumn[],
): Promise<void> {
  if (columns.length === 0) return;
  await trx
    .insertInto('import_columns')
    .values({ revision, columns_json: JSON.stringify(columns) })
    .execute();
}

/**
 * Reads the source of a project: file, sheet and row of its last import, and the cell and original
 * text of every value.
 */
export async function importedFrom(
  source: Source,
  { origin, code }: { readonly origin: Origin; readonly code: string },
  importSource: ImportedFrom | null,
): Promise<ProjectDetail['imported_from']> {
  if (importSource === null) return undefined;
  const { file, sheet, row, revision, texts = {} } = importSource;
  const place = { file, row, ...compact({ sheet }) };
  if (revision === undefined) return place;
  const reader = getReader(source);
  const imports = await reader
    .selectFrom('import_columns')
    .select('columns_json')
    .where('revision', '=', revision)
    .executeTakeFirst();
  // the facts of the import, without later corrections
  const facts = await reader
    .selectFrom('project_facts')
    .select('facts_json')
    .where('origin', '=', origin)
    .where('code', '=', code)
    .where('revision', '<=', revision)
    .orderBy('revision', 'desc')
    .orderBy('facts_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  const values: Readonly<Record<string, unknown>> = {
    ...facts?.facts_json.extra,
    ...facts?.facts_json,
    code,
  };
  const cells = (imports?.columns_json ?? []).flatMap(
    ({ name, column, header, kept }): ImportedCell[] => {
      const text = kept === true ? values[name] : texts[column];
      return typeof text === 'string' ? [{ name, cell: `${column}${row}`, header, text }] : [];
    },
  );
  return { ...place, cells };
}
