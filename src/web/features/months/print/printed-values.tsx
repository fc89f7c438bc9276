import { missingTerms } from '#domain/labels/index.ts';
import { findObservation, isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import { addMonths, type Month } from '#domain/values/date.ts';
import { formatPercent } from '#domain/values/format.ts';
import { isBrokenBetween, type Observation } from '#domain/zone/indicator.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { RowTarget } from '#web/features/months/values/row-target.tsx';
import type { Row } from '#web/features/months/values/row-values.ts';
import { findSpan } from '#web/features/months/values/value-row.tsx';
import { chooseUnit, formatIn } from '#web/features/months/values/value-unit.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as printedMonthStyles from './printed-month.module.css';

interface PrintedValuesProps {
  readonly month: Month;
  readonly rows: readonly Row[];
  /** The number of rows that are printed. */
  readonly most: number;
}

/** The stored values of a month, beside those of last month and last year. No draft is printed. */
export function PrintedValues({ month, rows, most }: PrintedValuesProps) {
  const t = useLabels(monthLabels);
  if (rows.length === 0) return null;
  // columns without any value are left out
  const hasYear = rows.some(
    ({ values }) => findObservation(values, addMonths(month, -12))?.value !== undefined,
  );
  const columns = hasYear
    ? (['year_before', 'month_before', 'this_month', 'year_on_year'] as const)
    : (['month_before', 'this_month'] as const);
  return (
    <section className={printedMonthStyles.part}>
      <h3>{t('part_values')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={printedMonthStyles.number}>
                {t(column)}
              </th>
            ))}
            <th scope="col">{t('target_of_year')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <PrintedRow key={row.indicator.id} month={month} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {rows.length > most ? <p>{t('more_rows', { n: rows.length - most })}</p> : null}
    </section>
  );
}

type Column = 'year_before' | 'month_before' | 'this_month' | 'year_on_year';

function PrintedRow({
  month,
  row: { indicator, values, target },
  columns,
}: {
  readonly month: Month;
  readonly row: Row;
  readonly columns: readonly Column[];
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const unit = chooseUnit(indicator, language);
  const [yearBefore, monthBefore, now] = [-12, -1, 0].map((by) =>
    findObservation(values, addMonths(month, by)),
  );
  const write = (observation: Observation | undefined): string =>
    observation?.value === undefined
      ? t('none_before')
      : formatIn(observation.value, unit, language);
  const before = isBrokenBetween(indicator, addMonths(month, -12), month)
    ? Number.NaN
    : Number(yearBefore?.value);
  const texts: Readonly<Record<Column, string>> = {
    year_before: write(yearBefore),
    month_before: write(monthBefore),
    this_month:
      now?.value === undefined && !isLeftBlank(indicator, month)
        ? missingTerms[now?.missing ?? 'not_reported'][language]
        : write(now),
    year_on_year:
      now?.value !== undefined && before > 0 && indicator.kind !== 'ratio'
        ? formatPercent(Number(now.value) / before - 1, language, 1, true)
        : t('none_before'),
  };
  return (
    <tr>
      <th scope="row">
        {indicator.name[language]}{' '}
        <small>
          {[t(findSpan(indicator)), unit.label].filter((part) => part !== '').join(' · ')}
        </small>
      </th>
      {columns.map((column) => (
        <td key={column} className={printedMonthStyles.number}>
          {column === 'this_month' ? <b>{texts[column]}</b> : texts[column]}
        </td>
      ))}
      <td>{target === undefined ? null : <RowTarget target={target} month={month} />}</td>
    </tr>
  );
}
