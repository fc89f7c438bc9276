import { useRef, useState } from 'react';
import { formatMonth } from '#domain/values/format.ts';
import type { Month } from '#domain/values/date.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { keepDraft, readDraft, type Field, type Fields } from './month-draft.ts';
import { isLeftBlank } from '#domain/targets/value-entry.ts';
import { IndicatorRow } from './indicator-row.tsx';
import { readRow, storedField, type Row } from './row-values.ts';
import { SaveResult } from './save-result.tsx';
import { useSaveMonth } from './use-save-month.ts';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as monthsStyles from '#web/features/months/months.module.css';

interface MonthFormProps {
  readonly origin: string;
  readonly month: Month;
  readonly rows: readonly Row[];
}

/** State of the form of one month: drafts, how each row reads, and saving. */
function useMonthForm({ origin, month, rows }: MonthFormProps) {
  const language = useLanguage();
  const [fields, setFields] = useState(() => readDraft(origin, month));
  const write = (next: Fields) => {
    setFields(next);
    keepDraft(origin, month, next);
  };
  const saver = useSaveMonth(month, (saved) =>
    write(Object.fromEntries(Object.entries(fields).filter(([id]) => !saved.includes(id)))),
  );
  const reads = rows.map((row) =>
    readRow(row, fields[row.indicator.id] ?? storedField(row, month, language), month, language),
  );
  const serverDoubts = (id: string) =>
    saver.rejected.some((r) => r.indicator === id && r.failure.code === 'jump_needs_confirmation');
  const values = reads.flatMap((read) =>
    read.send === undefined || isLeftBlank(read.row.indicator, month)
      ? []
      : [{ id: read.row.indicator.id, observation: read.send }],
  );
  return {
    reads,
    saver,
    serverDoubts,
    values,
    isDirty: Object.keys(fields).length > 0 && values.length > 0,
    isOpen: reads.some(
      ({ typed, doubt, field, row }) =>
        typed.kind === 'wrong' ||
        ((doubt !== undefined || serverDoubts(row.indicator.id)) && !field.sure),
    ),
    change: (id: string) => (field: Field) => {
      saver.forget(id);
      write({ ...fields, [id]: field });
    },
    discard: () => write({}),
  };
}

/** The figures of one month. Enter saves; a draft survives a reload and a failed save. */
export function MonthForm(props: MonthFormProps) {
  const { origin, month } = props;
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { reads, saver, serverDoubts, values, isDirty, isOpen, change, discard } =
    useMonthForm(props);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = () => {
    setTried(true);
    if (isOpen)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert] input:not(:checked)')
        ?.focus();
    else if (values.length > 0) void saver.save(values);
  };
  const status = (): string => {
    if (isTried && isOpen) return t('asks');
    if (isTried && values.length === 0 && saver.result === undefined) return t('nothing');
    return isDirty ? t('draft') : '';
  };
  return (
    <>
      <form
        ref={form}
        className={monthsStyles.form}
        aria-label={formatMonth(month, language, 'long')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {reads.map((read, at) => (
          <IndicatorRow
            key={read.row.indicator.id}
            read={read}
            month={month}
            serverDoubts={serverDoubts(read.row.indicator.id)}
            autoFocus={at === 0}
            onChange={change(read.row.indicator.id)}
          />
        ))}
        <CauseNotes reads={reads} change={change} />
        <Failures saver={saver} />
        <div className={monthsStyles.actions}>
          <Button primary type="submit" disabled={saver.saving}>
            {t(saver.saving ? 'saving' : origin === 'own' ? 'save' : 'save_own')}
          </Button>
          <span role="status">{status()}</span>
          {isDirty ? <TextButton onClick={discard}>{t('discard')}</TextButton> : null}
        </div>
      </form>
      {saver.result === undefined ? null : (
        <SaveResult key={saver.result.number} result={saver.result} month={month} />
      )}
    </>
  );
}

/** One sentence for each target: cause and next step. */
function CauseNotes({ reads, change }: Pick<ReturnType<typeof useMonthForm>, 'reads' | 'change'>) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  return (
    <>
      <h2>{t('notes_title')}</h2>
      <p className={overviewStyles.lead}>{t('note_hint')}</p>
      {reads
        .filter(({ row }) => row.target !== undefined)
        .map(({ row: { indicator }, field }) => (
          <label key={indicator.id} className={monthsStyles.note}>
            <span>{t('note', { name: indicator.name[language] })}</span>
            <textarea
              rows={2}
              maxLength={500}
              value={field.note}
              onChange={(event) => change(indicator.id)({ ...field, note: event.target.value })}
            />
          </label>
        ))}
    </>
  );
}

/** Rows that the server rejected. A row that only needs confirmation asks in its own place. */
function Failures({ saver }: Pick<ReturnType<typeof useMonthForm>, 'saver'>) {
  const t = useLabels(monthLabels);
  const failed = saver.rejected.filter(({ failure }) => failure.code !== 'jump_needs_confirmation');
  if (failed.length === 0) return null;
  return (
    <>
      {failed.map(({ indicator, failure }) => (
        <ErrorPanel key={indicator} failure={failure} />
      ))}
      {saver.result === undefined ? null : <Notice kind="bad">{t('partly')}</Notice>}
    </>
  );
}
