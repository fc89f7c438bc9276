import type { ReactNode } from 'react';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import * as textStyles from '#web/ui/text.module.css';
import type { BatchRow, RowFault } from './batch-rows.ts';
import * as styles from './manage.module.css';

const faultKeys = {
  no_unit: 'row_no_unit',
  bad_email: 'row_bad_email',
  nothing: 'row_nothing',
  too_many: 'row_too_many',
  twice: 'row_twice',
  gone: 'row_gone',
  other: 'row_other',
} as const satisfies Record<RowFault, string>;

interface RowProps {
  readonly row: BatchRow;
  readonly fault: RowFault | undefined;
  /** Whether a request of this month already includes it. */
  readonly isAsked: boolean;
  readonly onChange: (row: BatchRow) => void;
  readonly onRemove: () => void;
}

function Row({ row, fault, isAsked, onChange, onRemove }: RowProps) {
  const t = useLabels(manageLabels);
  const hideLabel = (words: ReactNode) => (
    <span className={textStyles.visuallyHidden}>{words}</span>
  );
  return (
    <tr>
      <td data-label={t('unit')}>
        <Field
          label={hideLabel(t('unit'))}
          value={row.unit}
          maxLength={200}
          error={fault === undefined ? undefined : t(faultKeys[fault])}
          hint={isAsked ? t('row_asked') : undefined}
          onChange={({ target }) => onChange({ ...row, unit: target.value })}
        />
      </td>
      <td data-label={t('project')}>
        {row.projects.length === 0
          ? t('row_no_project')
          : row.projects.map(({ code }) => code).join(', ')}
      </td>
      <td data-label={t('person_label')}>
        <Field
          label={hideLabel(t('person_label'))}
          value={row.person}
          maxLength={200}
          onChange={({ target }) => onChange({ ...row, person: target.value })}
        />
      </td>
      <td data-label={t('email_label')}>
        <Field
          type="email"
          label={hideLabel(t('email_label'))}
          value={row.email}
          maxLength={254}
          onChange={({ target }) => onChange({ ...row, email: target.value })}
        />
      </td>
      <td>
        <IconButton icon="close" label={t('row_remove', { unit: row.unit })} onClick={onRemove} />
      </td>
    </tr>
  );
}

/** All recipients of the requests, each with its faults. */
export function BatchList({
  rows,
  faults,
  unitsWithRequest,
  onRows,
}: {
  readonly rows: readonly BatchRow[];
  readonly faults: ReadonlyMap<string, RowFault>;
  /** The companies and units that already have a request for this month. */
  readonly unitsWithRequest: ReadonlySet<string>;
  readonly onRows: (rows: readonly BatchRow[]) => void;
}) {
  const t = useLabels(manageLabels);
  if (rows.length === 0) return <p>{t('several_none')}</p>;
  return (
    <table className={`${styles.table} ${styles.batch}`}>
      <caption className={textStyles.visuallyHidden}>{t('several_who')}</caption>
      <thead>
        <tr>
          <th>{t('unit')}</th>
          <th>{t('project')}</th>
          <th>{t('person_label')}</th>
          <th>{t('email_label')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            fault={faults.get(row.key)}
            isAsked={unitsWithRequest.has(row.unit.trim())}
            onChange={(next) => onRows(rows.map((one) => (one.key === row.key ? next : one)))}
            onRemove={() => onRows(rows.filter((one) => one.key !== row.key))}
          />
        ))}
      </tbody>
    </table>
  );
}
