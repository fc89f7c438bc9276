import type { TableColumn } from '#charts/kit/table.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';
import { basisTerms } from '#domain/labels/index.ts';
import { changeAbsenceText } from '#domain/labels/targets/change-absence.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

type Comparison = Pick<Overview, 'compare' | 'indicator_changes'>;

/** Lists the columns of the change since the compared day; none without such a day. */
export function changeColumns(
  { compare, indicator_changes }: Comparison,
  language: Language,
): readonly TableColumn[] {
  if (compare === undefined || indicator_changes === undefined) return [];
  const { change, changeNote } = targetsChartLabels[language].columns;
  return [
    {
      id: 'change',
      label: change(formatDate(compare, language, 'long')),
      kind: 'number',
      measure: 'indicator_change',
      of: { from: compare },
    },
    { id: 'change_note', label: changeNote, kind: 'text' },
  ];
}

/** Makes the cells of these columns: the exact difference, and what it covers or why it is none. */
export function changeCells(
  { indicator, now }: TargetRow,
  { compare, indicator_changes }: Comparison,
  language: Language,
): readonly (string | null)[] {
  if (compare === undefined || indicator_changes === undefined) return [];
  const change = indicator_changes.find((one) => one.indicator === indicator);
  if (change === undefined || change.to?.date !== now?.date) return [null, null];
  const { difference = null, covers } = change;
  const covered = covers === undefined ? null : basisTerms[covers][language];
  return [difference, difference === null ? changeAbsenceText(change, language) : covered];
}
