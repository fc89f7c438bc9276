import { authorWords, changeWords, type Terms } from '#domain/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { ReadyTable } from '#server/exports/tables/table.ts';
import { revisionKindTerms } from './labels/index.ts';

const kindTerms: Terms = revisionKindTerms;

/** Writes the change log in words: author, kind of change and reason. */
export function wordRevisions(
  table: ReadyTable,
  { indicators }: Pick<ZoneProfile, 'indicators'>,
  language: Language,
): ReadyTable {
  const at = (id: string): number => table.columns.findIndex((column) => column.id === id);
  const [author, kind, reason] = [at('author'), at('kind'), at('reason')];
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
