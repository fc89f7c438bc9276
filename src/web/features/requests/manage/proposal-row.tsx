import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Proposal } from '#contract/requests/schemas.ts';
import { daysBetween } from '#domain/values/date.ts';
import { isDecimal, subtractDecimal } from '#domain/values/decimal.ts';
import { formatDate } from '#domain/values/format.ts';
import { cellName, cellValue } from '#web/features/requests/cells/cell-words.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import * as styles from './manage.module.css';
import { useReturn } from './queries.ts';
import { findPlace, focusPlace } from './use-proposal-keys.ts';

/** Writes the proposed value, the one before it and the difference. */
function useValues(proposal: Proposal): {
  readonly last: string;
  readonly now: string;
  readonly change: string;
} {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const { value = '', last, outcome, planned } = proposal;
  if (outcome !== undefined) {
    const day = value === '' ? '' : formatDate(value, language, 'short');
    const days = planned === undefined || value === '' ? 0 : daysBetween(planned, value);
    return {
      last: planned === undefined ? '—' : formatDate(planned, language, 'short'),
      now:
        outcome === 'not_yet'
          ? t('milestone_not_yet')
          : t(outcome === 'done' ? 'milestone_done' : 'milestone_planned', { day }),
      change:
        days === 0 ? '—' : days > 0 ? t('days_late', { days }) : t('days_early', { days: -days }),
    };
  }
  if (!isDecimal(value)) return { last: '—', now: value, change: '—' };
  return {
    last: last === undefined ? '—' : cellValue(proposal, last, language),
    now: cellValue(proposal, value, language),
    change:
      last === undefined ? '—' : cellValue(proposal, subtractDecimal(value, last), language, true),
  };
}

/** Remarks for the manager before accepting: the doubt, and the message of the unit. */
function useRemarks(proposal: Proposal): readonly string[] {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const { doubt, note, is_correction, entered_by, is_provisional, replaces } = proposal;
  const writeStored = (value: string): string =>
    isDecimal(value)
      ? cellValue(proposal, value, language)
      : t('milestone_done', { day: formatDate(value, language, 'short') });
  return [
    ...(replaces === undefined ? [] : [t('replaces', { value: writeStored(replaces) })]),
    ...(doubt === undefined ? [] : [t(doubt === 'fell' ? 'doubt_fell' : 'doubt_jump')]),
    ...(is_correction === true ? [t('correction')] : []),
    ...(is_provisional === true ? [t('provisional')] : []),
    ...(entered_by === undefined
      ? []
      : [entered_by === 'local' ? t('entered') : t('on_behalf', { name: entered_by })]),
    ...(note === undefined ? [] : [t('says', { note })]),
  ];
}

/** Asks for the reason of a return. It stays until the row of the proposal is removed. */
function ReturnForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useLabels(manageLabels);
  const [reason, setReason] = useState('');
  const back = useReturn();
  const place = useRef<number>(undefined);
  useEffect(
    () => () => {
      // the row had the focus
      if (place.current !== undefined && document.activeElement === document.body)
        focusPlace(place.current);
    },
    [],
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    place.current = findPlace(id);
    back.mutate({ ids: [id], reason: reason.trim() });
  };
  return (
    <form className={styles.box} onSubmit={send}>
      <Field
        label={t('return_reason')}
        value={reason}
        maxLength={500}
        required
        autoFocus
        onChange={({ target }) => setReason(target.value)}
      />
      {back.isError ? <p className={styles.fault}>{t('retry')}</p> : null}
      <div className={styles.actions}>
        <Button primary type="submit" disabled={back.isPending || back.isSuccess}>
          {t('send_return')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </form>
  );
}

function Files({ proposal: { request, files } }: { readonly proposal: Proposal }) {
  const t = useLabels(manageLabels);
  if (files.length === 0) return t('no_files');
  return files.map(({ id, name }) => (
    <a key={id} href={`/api/v1/requests/${request}/files/${id}`} download>
      {name}
    </a>
  ));
}

const figureCell = `${styles.right} ${styles.whole}`;

/** One waiting answer, with its doubt below it. */
export function ProposalRow({
  proposal,
  isTicked,
  isBusy,
  onTick,
  onAccept,
}: {
  readonly proposal: Proposal;
  readonly isTicked: boolean;
  readonly isBusy: boolean;
  readonly onTick: () => void;
  readonly onAccept: () => void;
}) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const [isReturning, setReturning] = useState(false);
  const returnButton = useRef<HTMLButtonElement>(null);
  const closeForm = () => {
    setReturning(false);
    returnButton.current?.focus();
  };
  const name = cellName(proposal, language);
  const { last, now, change } = useValues(proposal);
  const remarks = useRemarks(proposal);
  return (
    <tbody data-proposal={proposal.id}>
      <tr>
        <td>
          <input
            type="checkbox"
            aria-label={t('tick', { unit: proposal.unit_name, name })}
            checked={isTicked}
            onChange={onTick}
          />
        </td>
        <th scope="row">{proposal.unit_name}</th>
        <td data-label={t('col_what')}>
          {name}
          {proposal.project === undefined ? null : <small>{proposal.project}</small>}
        </td>
        <td className={figureCell} data-label={t('col_last')}>
          {last}
        </td>
        <td className={figureCell} data-label={t('col_now')}>
          <b>{now}</b>
        </td>
        <td className={figureCell} data-label={t('col_change')}>
          {change}
        </td>
        <td
          className={proposal.files.length === 0 ? styles.whole : undefined}
          data-label={t('col_files')}
        >
          <Files proposal={proposal} />
        </td>
        <td className={styles.right}>
          <span className={styles.actions}>
            <Button disabled={isBusy} onClick={onAccept}>
              {t('accept')}
            </Button>
            <Button ref={returnButton} onClick={() => setReturning(!isReturning)}>
              {t('return')}
            </Button>
          </span>
        </td>
      </tr>
      {remarks.length === 0 && !isReturning ? null : (
        <tr className={styles.below}>
          <td />
          <td colSpan={7}>
            {remarks.length === 0 ? null : <p className={styles.remark}>{remarks.join(' · ')}</p>}
            {isReturning ? <ReturnForm id={proposal.id} onClose={closeForm} /> : null}
          </td>
        </tr>
      )}
    </tbody>
  );
}
