import { compact } from '#domain/values/compact.ts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { type ItemOfTarget, mostValueFileBytes } from '#domain/months/value-evidence.ts';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import type { Month } from '#domain/values/date.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { valueFilesLabels } from '#web/features/targets/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, IconButton, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { FileLink } from './file-link.tsx';
import { useAddValueFile, useWithdrawValueFile } from './queries.ts';
import * as styles from './value-files.module.css';

const acceptedTypes = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.ofd,.txt,.csv';

/** Why a file was not stored, as a key of the labels. */
function faultOf(error: unknown): 'too_large' | 'not_taken' | 'kept_already' | 'not_saved' {
  const { code } = toProblem(error);
  if (code === 'too_large') return 'too_large';
  if (code === 'unsupported_media_type') return 'not_taken';
  return code === 'conflict' ? 'kept_already' : 'not_saved';
}

interface OneFile {
  readonly evidence: ValueEvidence;
  readonly onDone: () => void;
}

/** Asks why a file is withdrawn. It is inside the form of the month, which Enter must not send. */
function Withdraw({ evidence, onDone }: OneFile) {
  const t = useLabels(valueFilesLabels);
  const [reason, setReason] = useState('');
  const withdraw = useWithdrawValueFile();
  const send = () => {
    if (reason.trim() === '' || withdraw.isPending) return;
    withdraw.mutate({ evidence, reason: reason.trim() }, { onSuccess: onDone });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Escape first end the composition of a Chinese or Japanese word
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onDone();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    send();
  };
  return (
    <div className={styles.withdraw}>
      <Field
        label={t('withdraw_reason', { file: evidence.file })}
        value={reason}
        maxLength={500}
        autoFocus
        onKeyDown={onKeyDown}
        onChange={(event) => setReason(event.target.value)}
        {...compact({ error: withdraw.isError ? t('not_saved') : undefined })}
      />
      <Button disabled={reason.trim() === '' || withdraw.isPending} onClick={send}>
        {t('withdraw')}
      </Button>
      <TextButton onClick={onDone}>{t('keep')}</TextButton>
    </div>
  );
}

function PresentFile({ evidence }: { readonly evidence: ValueEvidence }) {
  const t = useLabels(valueFilesLabels);
  const [isOpen, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const close = () => {
    setOpen(false);
    // the field that had the focus is removed
    row.current?.querySelector<HTMLElement>(':scope > button')?.focus();
  };
  return (
    <li ref={row}>
      <FileLink evidence={evidence} />
      <IconButton
        icon="close"
        label={t('withdraw_file', { file: evidence.file })}
        onClick={() => setOpen(true)}
      />
      {isOpen ? <Withdraw evidence={evidence} onDone={close} /> : null}
    </li>
  );
}

/** The files that prove the value of a month or an item of a checklist, with one more to choose. */
export function ValueFiles({
  indicator,
  name,
  period,
  item,
  files,
}: {
  readonly indicator: string;
  /** The name of the indicator or of the item. */
  readonly name: string;
  readonly period: Month;
  readonly item?: ItemOfTarget;
  readonly files: readonly ValueEvidence[];
}) {
  const t = useLabels(valueFilesLabels);
  const add = useAddValueFile(indicator, period, item);
  const [isLarge, setLarge] = useState(false);
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setLarge(file.size > mostValueFileBytes);
    if (file.size <= mostValueFileBytes) add.mutate(file);
  };
  const fault = isLarge ? 'too_large' : add.isError ? faultOf(add.error) : undefined;
  return (
    <div className={styles.files}>
      {files.length === 0 ? null : (
        <ul>
          {files.map((evidence) => (
            <PresentFile key={evidence.id} evidence={evidence} />
          ))}
        </ul>
      )}
      <label className={styles.add}>
        <input
          type="file"
          aria-label={t('add_for', { name })}
          accept={acceptedTypes}
          disabled={add.isPending}
          onChange={({ target }) => {
            choose(target.files?.[0]);
            target.value = '';
          }}
        />
        <span aria-hidden="true">{t(add.isPending ? 'adding' : 'add')}</span>
      </label>
      <p role="status">{fault === undefined ? '' : t(fault)}</p>
    </div>
  );
}
