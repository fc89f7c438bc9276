import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import type { Evidence, EvidenceSubject } from '#domain/projects/evidence.ts';
import { proofTerms } from '#domain/labels/index.ts';
import { useAddEvidence, useWithdrawEvidence } from './queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { attachmentsLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { acceptedFiles, fileFault, subjectText } from './evidence-labels.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, FileField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as projectsStyles from '#web/features/projects/projects.module.css';
import * as formStyles from '#web/features/projects/project-forms.module.css';

interface DialogProps {
  readonly code: string;
  readonly onClose: () => void;
  readonly onDone: (revision: number) => void;
}

/** Adds a file as evidence of a stage or milestone. */
export function AddEvidence({
  code,
  subject,
  onClose,
  onDone,
}: DialogProps & { readonly subject: EvidenceSubject }) {
  const t = useLabels(attachmentsLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const add = useAddEvidence(code);
  const [file, setFile] = useState<File>();
  const { texts, type, forget } = useTypedFields(`evidence.${code}.${subject.of}.${subject.which}`);
  const note = texts['note'] ?? '';
  const fault = fileFault(file, add.error);
  const proof =
    subject.of === 'stage' && subject.which !== 'unknown'
      ? proofTerms[subject.which][language]
      : undefined;
  return (
    <Dialog
      title={t('add_to', { of: subjectText(subject, stageWord, language) })}
      onClose={onClose}
    >
      <form
        className={formStyles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== undefined && fault !== 'too_large')
            add.mutate(
              { file, subject, note },
              {
                onSuccess: ({ revision }) => {
                  forget();
                  onDone(revision);
                },
              },
            );
        }}
      >
        {proof === undefined ? null : (
          <p className={projectsStyles.code}>{t('proof', { proof })}</p>
        )}
        <FileField
          label={t('file')}
          choose={t('choose_file')}
          fileName={file?.name ?? t('no_file')}
          hint={t('file_hint')}
          {...compact({ error: fault === undefined ? undefined : t(fault) })}
          required
          accept={acceptedFiles}
          onChange={(event) => {
            add.reset();
            setFile(event.target.files?.[0]);
          }}
        />
        <Field
          label={t('note')}
          maxLength={500}
          value={note}
          onChange={(event) => type('note', event.target.value)}
        />
        {add.isError && fault === undefined ? <ErrorPanel failure={toProblem(add.error)} /> : null}
        <div className={formStyles.actions}>
          <Button
            primary
            type="submit"
            disabled={file === undefined || fault === 'too_large' || add.isPending}
          >
            {t(add.isPending ? 'keeping' : 'keep')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Withdraws a file with a reason. The file stays stored. */
export function WithdrawEvidence({
  code,
  evidence,
  onClose,
  onDone,
}: DialogProps & { readonly evidence: Evidence }) {
  const t = useLabels(attachmentsLabels);
  const withdraw = useWithdrawEvidence(code);
  const { texts, type, forget } = useTypedFields(`withdraw.${code}.${evidence.id}`);
  const reason = texts['reason'] ?? '';
  return (
    <Dialog title={t('withdraw_what', { file: evidence.file })} onClose={onClose}>
      <form
        className={formStyles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          withdraw.mutate(
            { id: evidence.id, reason: reason.trim() },
            {
              onSuccess: ({ revision }) => {
                forget();
                onDone(revision);
              },
            },
          );
        }}
      >
        <Notice>{t('withdraw_hint')}</Notice>
        <Field
          label={t('reason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => type('reason', event.target.value)}
        />
        {withdraw.isError ? <ErrorPanel failure={toProblem(withdraw.error)} /> : null}
        <div className={formStyles.actions}>
          <Button primary type="submit" disabled={reason.trim() === '' || withdraw.isPending}>
            {t('withdraw')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
