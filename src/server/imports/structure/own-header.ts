import { languages } from '#domain/values/language.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import { projectTable } from '#server/exports/tables/project-table.ts';
import { seriesColumns } from '#server/exports/tables/series-tables.ts';
import type { FileColumn } from '#server/exports/tables/table.ts';
import type { TableHeader } from './table-header.ts';

const dayColumn = 'register_as_of';

/**
 * Finds the id of each column by its heading.
 * @returns undefined if the headings are not those of these columns
 */
function idsByHeading(
  headings: readonly string[],
  columns: readonly Pick<FileColumn, 'id' | 'label'>[],
): ReadonlyMap<string, string> | undefined {
  for (const language of languages) {
    const ids = new Map(columns.map(({ id, label }) => [label[language], id]));
    const matches = headings.filter((heading) => ids.has(heading));
    if (
      matches.some((heading) => ids.get(heading) === dayColumn) &&
      matches.length * 2 >= headings.length
    )
      return ids;
  }
  return undefined;
}

/**
 * Replaces the words in the header of Headway's CSV for Excel by the ids of its columns, so that it
 * reads like the CSV for programs. The keys of the columns stay. Returns any other header
 * unchanged.
 * @param words - the zone's words for stages, which are part of date headings
 */
export function applyOwnIds(header: TableHeader, words: StageWords | undefined): TableHeader {
  const headings = header.columns.map(({ child }) => child).filter((text) => text !== '');
  const tables = [
    projectTable('', words).columns,
    projectTable('', undefined).columns,
    seriesColumns([]),
  ];
  const ids = tables
    .map((columns) => idsByHeading(headings, columns))
    .find((one) => one !== undefined);
  if (ids === undefined) return header;
  return {
    ...header,
    columns: header.columns.map((column) => ({
      ...column,
      child: ids.get(column.child) ?? column.child,
    })),
  };
}
