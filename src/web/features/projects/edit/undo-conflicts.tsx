import type { UndoConflicts } from '#contract/revisions/schemas.ts';
import { projectName } from '#domain/labels/index.ts';
import type { ConflictField, UndoConflict } from '#domain/changes/undo.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { useUndoRevision } from '#web/data/mutations.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { undoLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ClosedMonthReason } from '#web/ui/feedback/closed-month-reason.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { fieldLabel, valueText } from '#web/features/projects/facts/fact-labels.ts';
import * as formStyles from '#web/features/projects/project-forms.module.css';

const isConflict = (failure: ProblemError): UndoConflicts | undefined => {
  const current = failure.problem?.current;
  return typeof current === 'object' && current !== null && 'conflicts' in current
    ? (current as UndoConflicts)
    : undefined;
};
const mostFields = 40;
interface Row {
  readonly conflict: UndoConflict;
  readonly field: ConflictField;
}

/**
 * Explains why an undo failed: the values that were changed again since, and how to undo the rest.
 * Renders nothing without a failure.
 */
export function UndoFailure({
  undo,
  profile,
}: {
  readonly undo: ReturnType<typeof useUndoRevision>;
  readonly profile: ZoneProfile | undefined;
}) {
  const t = useLabels(undoLabels);
  const language = useLanguage();
  if (!undo.isError) return null;
  const { revision } = undo.variables;
  const failure = toProblem(undo.error);
  const clash = isConflict(failure);
  if (failure.code === 'month_closed')
    return <ClosedMonthReason onSend={(reason) => undo.mutate({ ...undo.variables, reason })} />;
  if (clash === undefined) return <ErrorPanel failure={failure} />;
  const label = ({ conflict, field }: Row): string => {
    if (conflict.what === 'project')
      return `${projectName({ code: conflict.key, name: conflict.name ?? conflict.key }, language)} · ${fieldLabel(field.field, language, profile)}`;
    if (conflict.what === 'zone') return `${t('zone')} · ${field.field}`;
    const name =
      conflict.what === 'issue'
        ? fieldLabel(`issue.${field.field.replace(/^issue_/, '')}`, language)
        : conflict.key;
    return `${t(`what_${conflict.what}`)} · ${name}`;
  };
  const value = ({ conflict, field }: Row, which: 'before' | 'after' | 'now'): string => {
    const value = field[which];
    if (value === undefined) return t('none');
    const name =
      conflict.what === 'issue'
        ? `issue.${field.field}`
        : conflict.what === 'project'
          ? field.field
          : '';
    return valueText(name, value, language, profile);
  };
  const all: readonly Row[] = clash.conflicts.flatMap((conflict) =>
    conflict.fields.map((field) => ({ conflict, field })),
  );
  return (
    <Dialog title={t('title')} onClose={undo.reset}>
      <div className={formStyles.dialog}>
        <p>{t('text')}</p>
        <DataTable<Row>
          caption={t('title')}
          dense
          rows={all.slice(0, mostFields)}
          rowKey={({ conflict, field }) => `${conflict.what} ${conflict.key} ${field.field}`}
          columns={[
            { id: 'field', label: t('field'), head: true, cell: label },
            { id: 'before', label: t('before'), cell: (row) => value(row, 'before') },
            { id: 'after', label: t('after'), cell: (row) => value(row, 'after') },
            { id: 'now', label: t('now'), cell: (row) => value(row, 'now') },
          ]}
        />
        {all.length > mostFields ? <p>{t('more', { n: all.length - mostFields })}</p> : null}
        <Notice>{t(clash.rest ? 'rest' : 'no_rest')}</Notice>
        <div className={formStyles.actions}>
          {clash.rest ? (
            <Button primary onClick={() => undo.mutate({ revision, keepLater: true })}>
              {t('keep_later')}
            </Button>
          ) : null}
          <Button onClick={undo.reset}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
