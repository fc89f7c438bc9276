import { useId } from 'react';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { selectableReasons, type MissingReason } from '#domain/values/data-status.ts';
import { formatPercent } from '#domain/values/format.ts';
import { isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import { isBrokenBetween, isYearToDate, type Indicator } from '#domain/zone/indicator.ts';
import { addMonths, type Month } from '#domain/values/date.ts';
import { missingTerms } from '#domain/labels/index.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { TextButton } from '#web/ui/controls/button.tsx';
import { ValueFiles } from '#web/features/targets/value-files/value-files.tsx';
import type { Field, ReadRow } from './row-values.ts';
import { RowTarget } from './row-target.tsx';
import { RowNotes } from './row-notes.tsx';
import { formatIn } from './value-unit.ts';
import * as valuesStyles from '#web/features/months/values/values.module.css';

interface RowProps {
  readonly read: ReadRow;
  readonly month: Month;
  readonly onChange: (field: Field) => void;
  readonly onRestore: () => void;
  /** The files of the value; omitted where none can be added. */
  readonly files?: readonly ValueEvidence[] | undefined;
}

/** One indicator of a month: last year, last month, this month, its source and its target. */
export function ValueRow({ read, month, onChange, onRestore, files }: RowProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const id = useId();
  const { indicator, unit, field, reading, yearBefore, monthBefore } = read;
  const number = (observation: ReadRow['yearBefore']) =>
    observation?.value === undefined ? (
      t('none_before')
    ) : (
      <ExplainableFigure
        measure="reported_value"
        of={`target=${indicator.id}&month=${observation.period}`}
      >
        {formatIn(observation.value, unit, language)}
      </ExplainableFigure>
    );
  const before = isBrokenBetween(indicator, addMonths(month, -12), month)
    ? Number.NaN
    : Number(yearBefore?.value);
  return (
    <>
      <tr className={valuesStyles.row} data-row={indicator.id}>
        <th scope="row">
          <label htmlFor={id}>{indicator.name[language]}</label>
          <small id={`${id}-span`}>
            {[t(findSpan(indicator)), unit.label].filter((part) => part !== '').join(' · ')}
          </small>
        </th>
        <td data-label={t('year_before')}>{number(yearBefore)}</td>
        <td data-label={t('month_before')} data-last>
          {number(monthBefore)}
        </td>
        <td data-label={t('this_month')} className={valuesStyles.entry}>
          <ValueField id={id} read={read} month={month} onChange={onChange} onRestore={onRestore} />
          <div id={`${id}-wrong`} className={valuesStyles.wrong} aria-live="polite">
            {reading.kind === 'wrong' ? t(`wrong_${reading.why}`) : null}
          </div>
        </td>
        <td data-label={t('year_on_year')}>
          {reading.kind === 'value' && before > 0 && indicator.kind !== 'ratio'
            ? formatPercent(Number(reading.value) / before - 1, language, 1, true)
            : t('none_before')}
        </td>
        <td data-label={t('source')} className={valuesStyles.source}>
          <input
            aria-label={t('source_of', { name: indicator.name[language] })}
            placeholder={t('source_hint')}
            maxLength={300}
            value={field.source}
            onChange={(event) => onChange({ ...field, source: event.target.value })}
          />
          {files === undefined ? null : (
            <ValueFiles
              indicator={indicator.id}
              name={indicator.name[language]}
              period={month}
              files={files}
            />
          )}
        </td>
        <td data-label={t('target_of_year')} className={valuesStyles.target}>
          {read.target === undefined ? null : <RowTarget target={read.target} month={month} />}{' '}
          {field.missing === '' && reading.kind === 'empty' && !isLeftBlank(indicator, month) ? (
            <TextButton onClick={() => onChange({ ...field, missing: 'not_reported' })}>
              {t('no_figure')}
            </TextButton>
          ) : null}
        </td>
      </tr>
      <RowNotes id={id} read={read} month={month} onChange={onChange} onRestore={onRestore} />
    </>
  );
}

/** The input of a number, or the reason why it is missing. */
function ValueField({
  id,
  read: { indicator, field, reading },
  month,
  onChange,
  onRestore,
}: RowProps & { readonly id: string }) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  if (isLeftBlank(indicator, month)) return <p className={valuesStyles.blank}>{t('january')}</p>;
  if (field.missing !== '')
    return (
      <>
        <select
          id={id}
          aria-label={t('no_figure_because', { name: indicator.name[language] })}
          value={field.missing}
          onChange={(event) => onChange({ ...field, missing: event.target.value as MissingReason })}
        >
          {selectableReasons.map((reason) => (
            <option key={reason} value={reason}>
              {missingTerms[reason][language]}
            </option>
          ))}
        </select>
        <TextButton onClick={() => onChange({ ...field, missing: '' })}>
          {t('has_figure')}
        </TextButton>
      </>
    );
  return (
    <input
      id={id}
      data-number
      inputMode="decimal"
      autoComplete="off"
      value={field.text}
      aria-describedby={`${id}-span ${id}-wrong ${id}-read`}
      aria-invalid={reading.kind === 'wrong' ? true : undefined}
      onChange={(event) => onChange({ ...field, text: event.target.value, sure: false })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onRestore();
      }}
    />
  );
}

/**
 * Finds what a value covers: the state at the end of the month, the month, or a sum since a start.
 */
/** The time that a value of an indicator covers, as the key of its label. */
export function findSpan(
  indicator: Indicator,
): 'year_to_date' | 'month_alone' | 'since_start' | 'at_month_end' {
  if (isYearToDate(indicator)) return 'year_to_date';
  if (indicator.kind === 'annual_flow') return 'month_alone';
  return indicator.kind === 'cum_flow' ? 'since_start' : 'at_month_end';
}
