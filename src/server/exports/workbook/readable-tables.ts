import { authorWords, changeWords, type Terms } from '#domain/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { CellKind, ReadyTable } from '#server/exports/tables/table.ts';
import { codebookTerms, revisionKindTerms } from './labels/index.ts';

const kindTerms: Terms = revisionKindTerms;

/** Writes the change log in words: author, kind of change and reason. */
export function wordRevisions(
  table: ReadyTable,
  { indicators }: Pick<ZoneProfile, 'indicators'>,
  language: Language,
): ReadyTable {
  const at = (id: string): number => table.columns.findIndex((column) => column.id === id);
  const [author, kind, reason] = [at('author'), at('revision_kind'), at('revision_reason')];
  return {
    ...table,
    rows: table.rows.map((row) => {
      const change = { kind: row[kind] ?? '', reason: row[reason] ?? '' };
      const cells = [...row];
      cells[author] = authorWords(row[author] ?? '', language);
      cells[kind] = (kindTerms[change.kind] ?? revisionKindTerms.other)[language];
      cells[reason] = changeWords(change, language, indicators);
      return cells;
    }),
  };
}

/** The types of columns and the kinds of indicators. */
const typeTerms: Terms & Terms<CellKind> = { ...codebookTerms.cells, ...codebookTerms.indicators };

/** Writes the definitions in words: titles of tables, types, and the column that names a unit. */
export function wordCodebook(
  codebook: ReadyTable,
  tables: readonly Pick<ReadyTable, 'id' | 'title' | 'columns'>[],
  language: Language,
): ReadyTable {
  const find = (id: string): number => codebook.columns.findIndex((column) => column.id === id);
  const [table, type, unit] = [find('table'), find('type'), find('unit')];
  const titles: Terms = {
    ...codebookTerms.rows,
    ...Object.fromEntries(tables.map(({ id, title }) => [id, title])),
  };
  return {
    ...codebook,
    rows: codebook.rows.map((row) => {
      const cells = [...row];
      const sheet = tables.find(({ id }) => id === row[table]);
      const unitColumn = sheet?.columns.find(({ id }) => id === row[unit]);
      cells[table] = titles[row[table] ?? '']?.[language] ?? null;
      cells[type] = typeTerms[row[type] ?? '']?.[language] ?? null;
      cells[unit] = unitColumn?.label[language] ?? row[unit] ?? null;
      return cells;
    }),
  };
}
