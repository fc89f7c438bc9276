import { type ChartTable, makeIds, type TableColumn } from '#charts/kit/table.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { authorWords } from '#domain/labels/general/author.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Language } from '#domain/values/language.ts';

const hasAny = (rows: readonly TargetRow[]): boolean =>
  rows.some(({ declared }) => declared !== undefined);

/** Lists the columns of the statuses that people declared; none where no target has one. */
export function declaredColumns(
  rows: readonly TargetRow[],
  language: Language,
): readonly TableColumn[] {
  if (!hasAny(rows)) return [];
  const column = (
    id: keyof typeof declaredStatusTerms,
    kind: 'text' | 'date' = 'text',
  ): TableColumn => ({ id, label: declaredStatusTerms[id][language], kind });
  return [
    column('declared_status'),
    column('declared_reason'),
    column('declared_by'),
    column('declared_on', 'date'),
    column('declared_until', 'date'),
  ];
}

/** Makes the cells of these columns; empty for a target without a declared status. */
export function declaredCells(
  { declared }: TargetRow,
  rows: readonly TargetRow[],
  language: Language,
): readonly (string | null)[] {
  if (!hasAny(rows)) return [];
  if (declared === undefined) return [null, null, null, null, null];
  const { status, reason, by, on, until = null } = declared;
  return [lightTerms[status][language], reason, authorWords(by, language), on, until];
}

/** The ids of the declared statuses, beside their words. */
export const declaredIds = (rows: readonly TargetRow[]): NonNullable<ChartTable['ids']> =>
  hasAny(rows)
    ? { declared_status: [makeIds('declared_status', rows, ({ declared }) => declared?.status)] }
    : {};
