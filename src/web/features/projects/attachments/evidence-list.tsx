import { zoneDay } from '#web/i18n/zone-time.ts';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isEvidenceOf, type Evidence, type EvidenceSubject } from '#domain/projects/evidence.ts';
import { formatDate } from '#domain/values/format.ts';
import { authorWords, evidenceTypeTerms } from '#domain/labels/index.ts';
import { evidenceBlob } from './queries.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { attachmentsLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { saveAs } from '#web/data/files/save-file.ts';
import { sizeText } from './evidence-labels.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { AddEvidence, WithdrawEvidence } from './evidence-dialogs.tsx';
import * as pageStyles from '#web/features/projects/project-page.module.css';

interface Editable {
  readonly code: string;
  readonly editable: boolean;
  readonly onDone: (revision: number) => void;
}

function EvidenceItem({
  code,
  evidence,
  editable,
  onDone,
}: Editable & { readonly evidence: Evidence }) {
  const t = useLabels(attachmentsLabels);
  const language = useLanguage();
  const [failure, setFailure] = useState<ProblemError>();
  const [open, setOpen] = useState(false);
  const day = (moment: string) => formatDate(zoneDay(moment), language, 'long');
  const { withdrawn } = evidence;
  const download = () => {
    setFailure(undefined);
    evidenceBlob(code, evidence).then(
      (blob) => saveAs(evidence.file, blob),
      (error: unknown) => setFailure(toProblem(error)),
    );
  };
  return (
    <li>
      {withdrawn === undefined ? (
        <TextButton aria-label={t('save_as', { file: evidence.file })} onClick={download}>
          {evidence.file}
        </TextButton>
      ) : (
        <s>{evidence.file}</s>
      )}{' '}
      <span>
        {evidenceTypeTerms[evidence.type][language]} · {sizeText(evidence.size, language)} ·{' '}
        {t('added', {
          who: authorWords(evidence.added_by, language),
          when: day(evidence.added_at),
        })}
      </span>
      {evidence.note === undefined ? null : <p>{evidence.note}</p>}
      {withdrawn === undefined ? null : (
        <p>
          {t('withdrawn', {
            who: authorWords(withdrawn.by, language),
            when: day(withdrawn.at),
            reason: withdrawn.reason,
          })}
        </p>
      )}
      <code title={evidence.sha256}>SHA-256 {evidence.sha256.slice(0, 16)}…</code>{' '}
      {editable && withdrawn === undefined ? (
        <TextButton onClick={() => setOpen(true)}>{t('withdraw')}</TextButton>
      ) : null}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {open ? (
        <WithdrawEvidence
          code={code}
          evidence={evidence}
          onClose={() => setOpen(false)}
          onDone={(revision) => {
            setOpen(false);
            onDone(revision);
          }}
        />
      ) : null}
    </li>
  );
}

/** The files of one stage or milestone, and a button that adds one. */
export function EvidenceList({
  subject,
  evidence,
  ...editable
}: Editable & {
  readonly subject: EvidenceSubject;
  readonly evidence: readonly Evidence[];
}): ReactNode {
  const t = useLabels(attachmentsLabels);
  const [open, setOpen] = useState(false);
  const files = evidence.filter((one) => isEvidenceOf(one, subject));
  if (files.length === 0 && !editable.editable) return null;
  return (
    <div className={pageStyles.files}>
      {files.length === 0 ? null : (
        <ul>
          {files.map((one) => (
            <EvidenceItem key={one.id} evidence={one} {...editable} />
          ))}
        </ul>
      )}
      {editable.editable ? <TextButton onClick={() => setOpen(true)}>{t('add')}</TextButton> : null}
      {open ? (
        <AddEvidence
          code={editable.code}
          subject={subject}
          onClose={() => setOpen(false)}
          onDone={(revision) => {
            setOpen(false);
            editable.onDone(revision);
          }}
        />
      ) : null}
    </div>
  );
}
