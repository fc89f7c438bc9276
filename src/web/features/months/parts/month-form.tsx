import { useRef, useState } from 'react';
import { formatMonth } from '#domain/values/format.ts';
import type { Month } from '#domain/zone/indicator.ts';
import { monthText } from '#web/features/months/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { keepDraft, readDraft, type Field, type Fields } from './month-draft.ts';
import { isLeftBlank } from '#domain/targets/value-entry.ts';
import { IndicatorRow } from './indicator-row.tsx';
import { readRow, storedField, type Row } from './row-values.ts';
import { SaveResult } from './save-result.tsx';
import { useSaveMonth } from './use-save-month.ts';

/** The figures of one month, which is its key: the first own value makes an own zone of an example, and what is typed stays. Enter saves; what was typed outlives a reload and a failed save. */
export function MonthForm({
  origin,
  month,
  rows,
}: {
  readonly origin: string;
  readonly month: Month;
  readonly rows: readonly Row[];
}) {
  const t = useText(monthText);
  const language = useLanguage();
  const [fields, setFields] = useState(() => readDraft(origin, month));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
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
  const asked = (id: string) =>
    saver.refused.some((r) => r.indicator === id && r.failure.code === 'jump_needs_confirmation');
  const change = (id: string) => (field: Field) => {
    saver.forget(id);
    write({ ...fields, [id]: field });
  };
  const toSend = reads.flatMap((read) =>
    read.send === undefined || isLeftBlank(read.row.indicator, month)
      ? []
      : [{ id: read.row.indicator.id, observation: read.send }],
  );
  const open = reads.some(
    (read) =>
      read.typed.kind === 'wrong' ||
      ((read.doubt !== undefined || asked(read.row.indicator.id)) && !read.field.sure),
  );
  const save = () => {
    setTried(true);
    if (open)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid=true], .ask input:not(:checked)')
        ?.focus();
    else if (toSend.length > 0) void saver.save(toSend);
  };
  const dirty = Object.keys(fields).length > 0 && toSend.length > 0;
  const failed = saver.refused.filter((r) => r.failure.code !== 'jump_needs_confirmation');
  return (
    <>
      <form
        ref={form}
        className="mform"
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
            asked={asked(read.row.indicator.id)}
            autoFocus={at === 0}
            onChange={change(read.row.indicator.id)}
          />
        ))}
        <h2>{t('notes_title')}</h2>
        <p className="lede">{t('note_hint')}</p>
        {reads
          .filter((read) => read.row.target !== undefined)
          .map((read) => (
            <label key={read.row.indicator.id} className="mnote">
              <span>{t('note', { name: read.row.indicator.name[language] })}</span>
              <textarea
                rows={2}
                maxLength={500}
                value={read.field.note}
                onChange={(event) =>
                  change(read.row.indicator.id)({ ...read.field, note: event.target.value })
                }
              />
            </label>
          ))}
        {failed.map((r) => (
          <ErrorPanel key={r.indicator} failure={r.failure} />
        ))}
        {failed.length > 0 && saver.result !== undefined ? (
          <Notice kind="bad">{t('partly')}</Notice>
        ) : null}
        <div className="mdo">
          <Button primary type="submit" disabled={saver.saving}>
            {t(saver.saving ? 'saving' : origin === 'own' ? 'save' : 'save_own')}
          </Button>
          <span role="status">
            {tried && open
              ? t('asks')
              : tried && toSend.length === 0 && saver.result === undefined
                ? t('nothing')
                : dirty
                  ? t('draft')
                  : ''}
          </span>
          {dirty ? <TextButton onClick={() => write({})}>{t('discard')}</TextButton> : null}
        </div>
      </form>
      {saver.result === undefined ? null : (
        <SaveResult key={saver.result.nth} result={saver.result} month={month} />
      )}
    </>
  );
}
