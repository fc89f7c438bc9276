import { listMark } from '#domain/values/language.ts';
import { zoneLastDay } from '#web/i18n/zone-time.ts';
import { useState } from 'react';
import type { OpenRequest } from '#contract/requests/schemas.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { cellName } from '#web/features/requests/cells/cell-words.ts';
import { answerLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { clockTime } from '#web/ui/time/clock-time.ts';
import * as styles from './answer.module.css';
import { CellField } from './cell-field.tsx';
import type { CellReading } from './cell-draft.ts';
import { FileSection } from './file-section.tsx';
import { useAnswers, type Sending } from './use-answers.ts';

type Cell = OpenRequest['cells'][number];
const minutesFor = (cells: number): number => Math.max(1, Math.ceil(cells / 2));
/** The id of the field of a cell. */
const fieldId = (at: number): string => `cell-${at}`;

function Intro({ openRequest }: { readonly openRequest: OpenRequest }) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  const n = openRequest.cells.length;
  return (
    <>
      <h1>{t('title', { month: formatMonth(openRequest.month, language) })}</h1>
      <p className={styles.recipient}>{t('to', { unit: openRequest.unit })}</p>
      <p className={styles.facts}>
        <b>{t('deadline', { day: formatDate(openRequest.deadline, language, 'day') })}</b>
        <span>{t('facts', { n, minutes: minutesFor(n) })}</span>
      </p>
      <p className={styles.note}>{t('only_yours')}</p>
      {openRequest.note === undefined ? null : <p className={styles.note}>{openRequest.note}</p>}
      {openRequest.is_closed ? <p className={styles.ochre}>{t('closed')}</p> : null}
      <ReceivedNotice openRequest={openRequest} />
    </>
  );
}

function ReceivedNotice({ openRequest }: { readonly openRequest: OpenRequest }) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  if (openRequest.received_at === undefined) return null;
  const at = clockTime(Date.parse(openRequest.received_at), language, 0);
  const isOpen = !openRequest.is_closed && openRequest.cells.some((cell) => cell.is_open);
  const until = t('correct_until', { day: formatDate(openRequest.deadline, language, 'day') });
  return (
    <p className={styles.received} role="status">
      {t('received', { at })} {isOpen ? until : ''}
    </p>
  );
}

function SendingLine({ sending }: { readonly sending: Sending }) {
  const t = useLabels(answerLabels);
  const failure = sending.at === 'failed' ? sending.failure : undefined;
  const text =
    sending.at === 'waiting'
      ? t('waiting')
      : sending.at === 'kept'
        ? t('kept')
        : sending.at === 'sending'
          ? t('sending')
          : failure === undefined || failure.code === 'jump_needs_confirmation'
            ? ''
            : failure.code === 'conflict'
              ? t('too_late')
              : t('failed', { reference: failure.problem?.reference ?? failure.code });
  return (
    <p className={failure === undefined ? styles.line : styles.fault} role="status">
      {text}
    </p>
  );
}

const unfinishedStates: ReadonlySet<CellReading['at']> = new Set([
  'empty',
  'no_value',
  'no_day',
  'no_note',
  'doubt',
]);

/** The form of one request: its cells, files and a message. */
export function AnswerForm({
  openRequest,
  show,
}: {
  readonly openRequest: OpenRequest;
  readonly show: (request: OpenRequest) => void;
}) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  const form = useAnswers(openRequest, show);
  const [isPressed, setPressed] = useState(false);
  const at = (cell: Cell): CellReading => form.readings.get(cell.key) ?? { at: 'fixed' };
  const openCells = openRequest.cells.filter((cell) => unfinishedStates.has(at(cell).at));
  const blocking = openCells.find((cell) => at(cell).at !== 'empty');
  const ready = openRequest.cells.filter((cell) => at(cell).at === 'ready').length;
  const n = openRequest.cells.filter((cell) => cell.is_open).length;
  const isSome = isPressed && openCells.length > 0 && blocking === undefined && ready > 0;
  const press = () => {
    const first = blocking ?? (isSome ? undefined : openCells[0]);
    setPressed(true);
    if (first === undefined) form.send();
    else document.getElementById(fieldId(openRequest.cells.indexOf(first)))?.focus();
  };
  const names = openCells.map((cell) => cellName(cell, language)).join(listMark(language));
  const hasAnswers = openRequest.received_at !== undefined;
  return (
    <div className={styles.form}>
      <Intro openRequest={openRequest} />
      {openRequest.cells.map((cell, i) => (
        <CellField
          key={cell.key}
          id={fieldId(i)}
          number={i + 1}
          cell={cell}
          month={openRequest.month}
          reading={at(cell)}
          draftOf={form.draftOf}
          onChange={(draft) => form.change(cell, draft)}
          isPressed={isPressed}
        />
      ))}
      <FileSection openRequest={openRequest} show={show} />
      <section className={styles.cell}>
        <label htmlFor="message">
          <b>{t('message')}</b> <small>{t('optional')}</small>
        </label>
        <textarea
          id="message"
          rows={3}
          maxLength={300}
          placeholder={t('message_hint')}
          value={form.message}
          onChange={({ target }) => form.setMessage(target.value)}
        />
      </section>
      <section className={styles.end}>
        <b>
          {t('filled', {
            filled: openRequest.cells.length - openCells.length,
            n: openRequest.cells.length,
          })}
        </b>
        <p>{openCells.length === 0 ? '' : t('left', { names })}</p>
        <button type="button" className={styles.primary} onClick={press}>
          {isSome
            ? t('send_some', { filled: ready, n })
            : t(hasAnswers ? 'send_correction' : 'send')}
        </button>
        <button type="button" className={styles.second} onClick={form.keep}>
          {t('keep')}
        </button>
        <SendingLine sending={form.sending} />
      </section>
      <Outro openRequest={openRequest} />
    </div>
  );
}

function Outro({ openRequest }: { readonly openRequest: OpenRequest }) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  const day = formatDate(zoneLastDay(openRequest.expires_at), language);
  return (
    <footer className={styles.foot}>
      <p>{t('used_after')}</p>
      <p>{t('offline_note')}</p>
      {openRequest.sender === 'local' ? null : <p>{t('contact', { name: openRequest.sender })}</p>}
      <p>{t('link_until', { day })}</p>
    </footer>
  );
}
