import { useId } from 'react';
import { enteredReasons, type MissingReason } from '#domain/values/data-status.ts';
import { formatMonth, formatNumber, formatValue, unitLabel } from '#domain/values/format.ts';
import type { Indicator, Month } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { dataStatusTerms, missingTerms } from '#domain/labels/index.ts';
import type { Doubt } from '#domain/targets/value-doubts.ts';
import { monthText } from '#web/features/months/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Checkbox } from '#web/ui/controls/field.tsx';
import type { Field } from './month-draft.ts';
import { inMonth, isLeftBlank, lastBefore, storedIn } from '#domain/targets/value-entry.ts';
import { valuesOf, type ReadRow } from './row-values.ts';

type MonthText = ReturnType<typeof useText<(typeof monthText)['en']>>;

interface Props {
  readonly read: ReadRow;
  readonly month: Month;
  readonly asked: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (field: Field) => void;
}

/** One indicator of the month: its last value, the field, what the typed value is in other words, and what is asked. */
export function IndicatorRow({ read, month, asked, autoFocus, onChange }: Props) {
  const t = useText(monthText);
  const language = useLanguage();
  const id = useId();
  const {
    row: { indicator },
    field,
    typed,
  } = read;
  const values = valuesOf(read.row);
  const last = lastBefore(values, month);
  const stored = storedIn(values, month);
  const blank = isLeftBlank(indicator, month);
  const name = indicator.name[language];
  const unit = unitLabel(indicator.unit, language, language === 'en' ? '1000000000' : '100000000');
  const alone = typed.kind === 'value' ? inMonth(indicator, month, typed.value, values) : undefined;
  const shown = (value: string) => formatValue(value, indicator.unit, language).text;
  return (
    <div className={read.doubt !== undefined && !field.sure ? 'mrow doubt' : 'mrow'}>
      <div className="what">
        <label htmlFor={id}>{name}</label>
        <small id={`${id}-span`}>{span(read, month, language, t)}</small>
      </div>
      <div className="last">
        {last?.value === undefined ? (
          <small>{t('none_before')}</small>
        ) : (
          <>
            <b className="num">{shown(last.value)}</b>
            <small>
              {formatMonth(last.period, language, 'long')}
              {last.data_status === 'reported'
                ? null
                : ` · ${dataStatusTerms[last.data_status][language]}`}
            </small>
          </>
        )}
      </div>
      <div className="entry">
        {blank ? (
          <p className="blank" id={id}>
            {t('january')}
          </p>
        ) : (
          <>
            <span className="typed">
              {isCurrency(indicator.unit) && language === 'en' ? <span>{unit}</span> : null}
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
              {isCurrency(indicator.unit) && language === 'en' ? null : <span>{unit}</span>}
            </span>
            <select
              aria-label={t('no_value_because', { name })}
              value={field.missing}
              onChange={(event) =>
                onChange({ ...field, missing: event.target.value as MissingReason | '' })
              }
            >
              <option value="">{t('has_value')}</option>
              {enteredReasons.map((reason) => (
                <option
                  key={reason}
                  value={reason}
                >{`${t('no_value')} · ${missingTerms[reason][language]}`}</option>
              ))}
            </select>
          </>
        )}
        <div className="read" id={`${id}-read`} aria-live="polite">
          {typed.kind === 'wrong' ? <p className="bad">{t(`wrong_${typed.why}`)}</p> : null}
          {typed.kind === 'value' && isCurrency(indicator.unit) ? (
            <small>
              {t('typed_as', { value: formatValue(typed.value, indicator.unit, language).text })}
            </small>
          ) : null}
          {alone === undefined ? null : <small>{t('month_alone', { value: shown(alone) })}</small>}
          {stored?.value !== undefined ? (
            <small>{t('stored', { value: shown(stored.value) })}</small>
          ) : null}
          {stored?.missing !== undefined ? (
            <small>{t('stored_missing', { reason: missingTerms[stored.missing][language] })}</small>
          ) : null}
          {stored?.earlier !== undefined && stored.earlier.length > 0 ? (
            <small>
              {t('history', {
                values: stored.earlier
                  .map((e) =>
                    e.value === undefined ? missingTerms.not_reported[language] : shown(e.value),
                  )
                  .join(' · '),
              })}
            </small>
          ) : null}
        </div>
        {(read.doubt !== undefined || asked) && typed.kind === 'value' ? (
          <div className="ask" role="alert">
            <p>{doubtText(read.doubt, indicator, language, t)}</p>
            <Checkbox
              label={t('sure', { name })}
              checked={field.sure}
              onChange={(event) => onChange({ ...field, sure: event.target.checked })}
            />
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** What is asked about a value; without a doubt of the form it was the server that asked, who knows newer values. */
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

/** What the value covers: the state at month end, or the year to date, which is not the month alone. */
function span(
  { row: { indicator } }: ReadRow,
  month: Month,
  language: Language,
  t: MonthText,
): string {
  if (indicator.kind === 'annual_flow')
    return t('year_to_date', {
      from: formatMonth(`${month.slice(0, 4)}-01`, language, 'long'),
      to: formatMonth(month, language, 'long'),
    });
  return indicator.kind === 'cum_flow' ? t('since_start') : t('at_month_end');
}
