import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { declaredStatuses, type DeclaredStatus } from '#domain/work/judgement.ts';
import { type FileColumn, fileColumn, type FileRow } from './table.ts';

const parts = ['reason', 'by', 'on', 'until'] as const;

/** The columns of a declared status: its word, its reason, who signed it when, and its last day. */
export const declaredColumns: readonly FileColumn[] = [
  fileColumn('declared_status', declaredStatusTerms.declared_status, 'text', {
    values: declaredStatuses,
  }),
  ...parts.map((part) =>
    fileColumn(
      `declared_${part}`,
      declaredStatusTerms[`declared_${part}`],
      part === 'on' || part === 'until' ? 'date' : 'text',
    ),
  ),
];
/** Makes the cells of these columns, in their order. */
export const declaredCells = (declared: DeclaredStatus | undefined): FileRow => [
  declared?.status ?? null,
  ...parts.map((part) => declared?.[part] ?? null),
];
