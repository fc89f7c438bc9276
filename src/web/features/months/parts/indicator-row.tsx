import { useId } from 'react';
import { selectableReasons, type MissingReason } from '#domain/values/data-status.ts';
import { formatMonth, formatNumber, formatValue, unitLabel } from '#domain/values/format.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { dataStatusTerms, missingTerms } from '#domain/labels/index.ts';
import type { Doubt } from '#domain/targets/value-doubts.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Checkbox } from '#web/ui/controls/field.tsx';
import type { Field } from './month-draft.ts';
import {
  findEnteredMonthAmount,
  isLeftBlank,
  findValueBefore,
  findObservation,
} from '#domain/targets/value-entry.ts';
import { readValues, type ReadRow } from './row-values.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as monthsStyles from '#web/features/months/months.module.css';

type MonthText = ReturnType<typeof useLabels<(typeof monthLabels)['en']>>;

interface RowProps {
  readonly read: ReadRow;
  readonly month: Month;
  /** The server asked to confirm the value: it knows newer values than this form. */
  readonly serverDoubts: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (field: Field) => void;
}

/**
 * One indicator of a month: its last value, the field, how the typed value reads, and what to
 * confirm.
 */
export function IndicatorRow({ read, month, serverDoubts, autoFocus, onChange }: RowProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const id = useId();
  const { indicator } = read.row;
  const { field, typed, doubt } = read;
  return (
    <div className={monthsStyles.row}>
      <div className={monthsStyles.name}>
        <label htmlFor={id}>{indicator.name[language]}</label>
        <small id={`${id}-span`}>{span(indicator, month, language, t)}</small>
      </div>
      <LastValue read={read} month={month} />
      <div className={monthsStyles.entry}>
        {isLeftBlank(indicator, month) ? (
          <p className={monthsStyles.blank} id={id}>
            {t('january')}
          </p>
        ) : (
          <ValueField id={id} read={read} autoFocus={autoFocus} onChange={onChange} />
        )}
        <div className={monthsStyles.notes} id={`${id}-read`} aria-live="polite">
          <ValueNotes read={read} month={month} />
        </div>
        {(doubt !== undefined || serverDoubts) && typed.kind === 'value' ? (
          <div className={monthsStyles.question} role="alert">
            <p>{doubtText(doubt, indicator, language, t)}</p>
            <Checkbox
              label={t('sure', { name: indicator.name[language] })}
              checked={field.sure}
              onChange={(event) => onChange({ ...field, sure: event.target.checked })}
            />
          </div>
        ) : null}
      </div>
    </div>
  );
}

type ValueProps = Pick<RowProps, 'read' | 'month'>;

/** The last value before the month, for comparison. */
function LastValue({ read: { row }, month }: ValueProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const last = findValueBefore(readValues(row), month);
  return (
    <div className={monthsStyles.last} data-last>
      {last?.value === undefined ? (
        <small>{t('none_before')}</small>
      ) : (
        <>
          <b className={textStyles.number}>
            {formatValue(last.value, row.indicator.unit, language).text}
          </b>
          <small>
            {formatMonth(last.period, language, 'long')}
            {last.data_status === 'reported'
              ? null
              : ` · ${dataStatusTerms[last.data_status][language]}`}
          </small>
        </>
      )}
    </div>
  );
}

/** The input with its unit, and the reason when there is no value. */
function ValueField({
  id,
  read: { row, field, typed },
  autoFocus,
  onChange,
}: Pick<RowProps, 'read' | 'autoFocus' | 'onChange'> & { readonly id: string }) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { name, unit } = row.indicator;
  const unitStandsFirst = isCurrency(unit) && language === 'en';
  const label = (
    <span>{unitLabel(unit, language, language === 'en' ? '1000000000' : '100000000')}</span>
  );
  return (
    <>
      <span className={monthsStyles.typed}>
        {unitStandsFirst ? label : null}
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={field.text}
          disabled={field.missing !== ''}
          autoFocus={autoFocus}
          aria-describedby={`${id}-span ${id}-read`}
          aria-invalid={typed.kind === 'wrong' ? true : undefined}
          onChange={(event) => onChange({ ...field, text: event.target.value, sure: false })}
        />
        {unitStandsFirst ? null : label}
      </span>
      <select
        aria-label={t('no_value_because', { name: name[language] })}
        value={field.missing}
        onChange={(event) =>
          onChange({ ...field, missing: event.target.value as MissingReason | '' })
        }
      >
        <option value="">{t('has_value')}</option>
        {selectableReasons.map((reason) => (
          <option key={reason} value={reason}>
            {`${t('no_value')} · ${missingTerms[reason][language]}`}
          </option>
        ))}
      </select>
    </>
  );
}

/** How the typed value reads, and what is stored for the month. */
function ValueNotes({ read: { row, typed }, month }: ValueProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { indicator } = row;
  const values = readValues(row);
  const stored = findObservation(values, month);
  const text = (value: string) => formatValue(value, indicator.unit, language).text;
  const alone =
    typed.kind === 'value'
      ? findEnteredMonthAmount(indicator, month, typed.value, values)
      : undefined;
  const earlier = (stored?.earlier ?? []).map(({ value }) =>
    value === undefined ? missingTerms.not_reported[language] : text(value),
  );
  return (
    <>
      {typed.kind === 'wrong' ? <p className="bad">{t(`wrong_${typed.why}`)}</p> : null}
      {typed.kind === 'value' && isCurrency(indicator.unit) ? (
        <small>{t('typed_as', { value: text(typed.value) })}</small>
      ) : null}
      {alone === undefined ? null : <small>{t('month_alone', { value: text(alone) })}</small>}
      {stored?.value === undefined ? null : (
        <small>{t('stored', { value: text(stored.value) })}</small>
      )}
      {stored?.missing === undefined ? null : (
        <small>{t('stored_missing', { reason: missingTerms[stored.missing][language] })}</small>
      )}
      {earlier.length === 0 ? null : <small>{t('history', { values: earlier.join(' · ') })}</small>}
    </>
  );
}

/** The question about a doubtful value. Without a doubt of the form, the server raised it. */
function doubtText(
  doubt: Doubt | undefined,
  { unit }: Indicator,
  language: Language,
  t: MonthText,
): string {
  if (doubt === undefined) return t('server_jump');
  const from = {
    last: formatValue(doubt.from.value ?? '', unit, language).text,
    month: formatMonth(doubt.from.period, language, 'long'),
  };
  if (doubt.kind === 'year_to_date_fell') return t('fell', from);
  const times = doubt.times >= 1 ? doubt.times : 1 / doubt.times;
  return t('jump', {
    ...from,
    up: doubt.times >= 1,
    times: Number.isFinite(times)
      ? formatNumber(Number(times.toPrecision(2)), language, 0)
      : undefined,
  });
}

/** What a value covers: the state at the end of the month, or a sum since a start. */
function span({ kind }: Indicator, month: Month, language: Language, t: MonthText): string {
  if (kind === 'annual_flow')
    return t('year_to_date', {
      from: formatMonth(`${month.slice(0, 4)}-01`, language, 'long'),
      to: formatMonth(month, language, 'long'),
    });
  return kind === 'cum_flow' ? t('since_start') : t('at_month_end');
}
