import { recordText } from '#domain/zone/standard-texts.ts';
import { type TargetRowFault, targetRowFaults } from '#domain/targets/importing/planned-target.ts';
import type { PlannedTarget } from '#contract/imports/schemas.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { isMonth } from '#domain/values/date.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { type Target, targetKey } from '#domain/zone/indicator.ts';
import { nameTarget } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as indicatorStyles from '#web/features/settings/indicators/indicators.module.css';

const isRowFault = (fault: string): fault is TargetRowFault =>
  targetRowFaults.some((one) => one === fault);

/** The rows of a file of targets, each with its change; faulty rows first. */
export function PlannedTable({
  rows,
  profile,
}: {
  readonly rows: readonly PlannedTarget[];
  readonly profile: ZoneProfile;
}) {
  const t = useLabels(indicatorLabels);
  const ofZone = useLabels(targetsLabels);
  const language = useLanguage();
  const find = ({ indicator }: Target) => profile.indicators.find(({ id }) => id === indicator);
  const writeName = ({ name, target }: PlannedTarget): string => {
    const indicator = target === undefined ? undefined : find(target);
    return target === undefined || indicator === undefined
      ? name
      : nameTarget(target, indicator.name, profile.phases)[language];
  };
  const promise = (target: Target | undefined): string =>
    target?.value === undefined
      ? '–'
      : formatTarget(target.comparator, target.value, find(target)?.unit ?? '', language);
  const toFault = ({ fault, field = '' }: PlannedTarget): string => {
    if (fault === undefined) return '';
    const words = isRowFault(fault) ? t(`row_${fault}`) : ofZone(`fault_${fault}`);
    return isMonth(field) ? `${formatMonth(field, language, 'long')}${t('colon')}${words}` : words;
  };
  const inOrder = rows.toSorted(
    (a, b) => Number(b.outcome === 'wrong') - Number(a.outcome === 'wrong') || a.row - b.row,
  );
  return (
    <DataTable
      caption={t('import_targets')}
      rows={inOrder}
      rowKey={({ row, field, target }, place) =>
        `${row} ${field ?? ''} ${target === undefined ? place : targetKey(target)}`
      }
      stacks="labelled"
      columns={[
        { id: 'row', label: t('file_row'), right: true, cell: ({ row }) => row },
        { id: 'name', label: t('tab_targets'), head: true, cell: writeName },
        {
          id: 'value',
          label: t('field_value'),
          right: true,
          cell: ({ before, target, outcome }) =>
            outcome === 'changed' && promise(before) !== promise(target) ? (
              <>
                <s>{promise(before)}</s> → <b>{promise(target)}</b>
              </>
            ) : (
              promise(target)
            ),
        },
        {
          id: 'deadline',
          label: t('deadline'),
          cell: ({ target }) =>
            target === undefined ? '–' : formatDate(target.deadline, language, 'short'),
        },
        {
          id: 'source',
          label: t('source'),
          cell: ({ target }) => (target === undefined ? '–' : recordText(target.source)[language]),
        },
        {
          id: 'outcome',
          label: t('outcome'),
          cell: (row) =>
            row.outcome === 'wrong' ? (
              <span className={indicatorStyles.wrongRow}>{toFault(row)}</span>
            ) : (
              t(`outcome_${row.outcome}`)
            ),
        },
      ]}
    />
  );
}
