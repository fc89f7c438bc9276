import { type ChartTable, makeIds, type TableColumn } from '#charts/kit/table.ts';
import { authorWords } from '#domain/labels/general/author.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import type { DeclaredStatus } from '#domain/work/judgement.ts';
import { targetKey } from '#domain/zone/indicator.ts';

const listColumns = (language: Language): readonly TableColumn[] =>
  (
    [
      ['declared_status', 'text'],
      ['declared_reason', 'text'],
      ['declared_by', 'text'],
      ['declared_on', 'date'],
      ['declared_until', 'date'],
    ] as const
  ).map(([id, kind]) => ({ id, label: declaredStatusTerms[id][language], kind }));

const writeCells = (
  declared: DeclaredStatus | undefined,
  language: Language,
): readonly (string | null)[] =>
  declared === undefined
    ? [null, null, null, null, null]
    : [
        lightTerms[declared.status][language],
        declared.reason,
        authorWords(declared.by, language),
        declared.on,
        declared.until ?? null,
      ];

/**
 * Adds the statuses that people declared for targets beside their verdicts. A table without verdicts
 * of targets stays, and one where nobody declared anything.
 */
export function addDeclaredColumns(
  table: ChartTable,
  { targets }: Pick<Overview, 'targets'>,
  language: Language,
): ChartTable {
  const { columns, rows, row_of, ids } = table;
  const at = columns.findIndex(({ id }) => id === 'verdict') + 1;
  const statuses = rows.map(
    (_, row) => targets.find((one) => targetKey(one) === row_of?.[row]?.['target'])?.declared,
  );
  if (at === 0 || statuses.every((declared) => declared === undefined)) return table;
  return {
    ...table,
    columns: columns.toSpliced(at, 0, ...listColumns(language)),
    rows: rows.map((row, index) => row.toSpliced(at, 0, ...writeCells(statuses[index], language))),
    ids: {
      ...ids,
      declared_status: [makeIds('declared_status', statuses, (declared) => declared?.status)],
    },
  };
}
