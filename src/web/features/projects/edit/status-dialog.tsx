import { useState, type FormEvent } from 'react';
import { formatDate } from '#domain/values/format.ts';
import { changeStatus } from '#domain/projects/stage-moves.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import { statuses, type Status } from '#domain/projects/stage.ts';
import { statusTerms } from '#domain/labels/index.ts';
import { useChangeStatus } from './queries.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { ReasonField } from './reason-field.tsx';
import * as formStyles from '#web/features/projects/project-forms.module.css';

/** Why the status can't change on this day. */
function StatusError({ changed }: { readonly changed: ReturnType<typeof changeStatus> }) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  if (changed.kind === 'wrong_stage') return <Notice kind="bad">{t('wrong_stage')}</Notice>;
  if (changed.kind !== 'before_last') return null;
  return (
    <Notice kind="bad">
      {t('before_last', { date: formatDate(changed.last, language, 'long') })}
    </Notice>
  );
}

/** Holds, ends or resumes a project, with a day and a reason. */
export function StatusDialog({
  project,
  today,
  onClose,
  onDone,
}: {
  readonly project: ProjectDetail;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (revision: number | null) => void;
}) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const change = useChangeStatus(project.code);
  const others = statuses.filter((one) => one !== project.status || one === 'unlisted');
  const [status, setStatus] = useState<Status>(others[0] ?? 'on_hold');
  const [date, setDate] = useState(today);
  const { texts, type, forget } = useTypedFields(`status.${project.code}`);
  const { reason = '' } = texts;
  const [reason_code, setCode] = useState<ReasonCode>();
  const codeField = status === 'active' || reason_code === undefined ? {} : { reason_code };
  const statusChange = changeStatus({ ...project, facts: project }, status, date, {
    reason,
    ...codeField,
  });
  const isReady = statusChange.kind === 'changed' && date <= today;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const body = { status, date, reason: reason.trim(), ...codeField };
    change.mutate(body, {
      onSuccess: ({ revision }) => {
        forget();
        onDone(revision);
      },
    });
  };
  return (
    <Dialog title={t(project.status === 'active' ? 'turn' : 'resume')} onClose={onClose}>
      <form className={formStyles.dialog} onSubmit={submit}>
        <SelectField
          label={t('new_status')}
          value={status}
          onChange={(event) => setStatus(event.target.value as Status)}
        >
          {others.map((s) => (
            <option key={s} value={s}>
              {statusTerms[s][language]}
            </option>
          ))}
        </SelectField>
        <DateField
          label={t('date')}
          max={today}
          required
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        {status === 'active' ? null : <ReasonField code={reason_code} onChange={setCode} />}
        <Field
          label={t('reason')}
          hint={t('reason_needed')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => type('reason', event.target.value)}
        />
        {status === 'active' ? null : <Notice>{t('kept')}</Notice>}
        <StatusError changed={statusChange} />
        {change.isError ? <ErrorPanel failure={toProblem(change.error)} /> : null}
        <div className={formStyles.actions}>
          <Button primary type="submit" disabled={!isReady || change.isPending}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
