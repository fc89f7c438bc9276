import { zoneDay } from '#web/i18n/zone-time.ts';
import { authorWords, missingTerms } from '#domain/labels/index.ts';
import { formatDate, formatMonth, formatNumber } from '#domain/values/format.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import type { Month } from '#domain/values/date.ts';
import { findDoubt } from '#domain/targets/value-doubts.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import type { Field, ReadRow } from './row-values.ts';
import { formatIn, typeIn } from './value-unit.ts';
import * as valuesStyles from '#web/features/months/values/values.module.css';

interface NotesProps {
  readonly id: string;
  readonly read: ReadRow;
  readonly month: Month;
  readonly onChange: (field: Field) => void;
  readonly onRestore: () => void;
}

/**
 * The messages below a row: its question, and what was stored. They never take the focus.
 */
export function RowNotes(props: NotesProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { id, read } = props;
  const { field, doubt, draft, stored, unit, isBehind } = read;
  const earlier = (stored?.earlier ?? []).map(({ value }) =>
    value === undefined ? missingTerms.not_reported[language] : formatIn(value, unit, language),
  );
  const isEmpty = doubt === undefined && draft === undefined && earlier.length === 0 && !isBehind;
  return (
    <tr className={valuesStyles.notes} hidden={isEmpty}>
      <td colSpan={7} id={`${id}-read`} aria-live="polite">
        {draft === undefined ? null : (
          <small className={valuesStyles.draft}>
            {t('draft_by', {
              who: authorWords(draft.author, language),
              date: formatDate(zoneDay(draft.recorded_at), language),
            })}
          </small>
        )}
        {earlier.length === 0 ? null : (
          <small>{t('earlier_values', { values: earlier.join(' · ') })}</small>
        )}
        {isBehind ? <Theirs {...props} /> : null}
        {doubt === undefined ? null : field.sure ? (
          <small>{t('confirmed')}</small>
        ) : (
          <Question {...props} />
        )}
      </td>
    </tr>
  );
}

/** Another person's value, and the choice between the two. */
function Theirs({ read: { field, stored, unit }, onChange, onRestore }: NotesProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const value =
    stored?.value === undefined
      ? missingTerms[stored?.missing ?? 'not_reported'][language]
      : formatIn(stored.value, unit, language);
  return (
    <div className={valuesStyles.question} data-question>
      <p>{t('theirs', { value })}</p>
      <Button onClick={() => onChange({ ...field, seen: stored?.revision ?? 0 })}>
        {t('keep_mine')}
      </Button>
      <Button onClick={onRestore}>{t('take_theirs')}</Button>
    </div>
  );
}

/** The question about a doubtful value, with the likely repair as a button. */
function Question({ read, month, onChange }: NotesProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { doubt, reading, field, unit, indicator, values } = read;
  if (doubt === undefined || reading.kind !== 'value') return null;
  const write = (value: string) => formatIn(value, unit, language);
  const value = write(reading.value);
  const repair =
    doubt.kind === 'jump' ? scaleByTen(reading.value, doubt.times >= 1 ? -1 : 1) : undefined;
  const isRepair =
    repair !== undefined && findDoubt(indicator, month, repair, values) === undefined;
  return (
    <div className={valuesStyles.question} data-question>
      <p>
        {doubt.kind === 'year_to_date_fell'
          ? t('fell', {
              last: write(doubt.from.value ?? ''),
              month: formatMonth(doubt.from.period, language, 'long'),
            })
          : t('jump', {
              value,
              last: write(doubt.from.value ?? ''),
              up: doubt.times >= 1,
              times: timesText(doubt.times, language),
            })}
      </p>
      {isRepair ? (
        <Button onClick={() => onChange({ ...field, text: typeIn(repair, unit), sure: false })}>
          {t('change_to', { value: write(repair) })}
        </Button>
      ) : null}
      <Button onClick={() => onChange({ ...field, sure: true })}>{t('sure', { value })}</Button>
    </div>
  );
}

function timesText(ratio: number, language: Parameters<typeof formatNumber>[1]) {
  const times = ratio >= 1 ? ratio : 1 / ratio;
  return Number.isFinite(times) ? formatNumber(Number(times.toPrecision(3)), language) : undefined;
}
