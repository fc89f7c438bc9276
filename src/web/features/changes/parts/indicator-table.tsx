import { memo } from 'react';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { IndicatorChange, ValueOn } from '#domain/changes/indicator-changes.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { basisTerms, coveredName } from '#domain/labels/index.ts';
import { changedValueText, changeText } from '#domain/labels/targets/indicator-change.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as textStyles from '#web/ui/text.module.css';

const writeDay = (day: string, language: Language): string =>
  formatDate(day, language, language === 'en' ? 'short' : 'long');

/** The value of an indicator on one of the days, with its own day, basis and status. */
function ValueCell({
  row,
  on,
}: {
  readonly row: IndicatorChange;
  readonly on: ValueOn | undefined;
}) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  if (on === undefined) return t('no_value');
  return (
    <>
      <ExplainableFigure
        measure="reported_value"
        of={`target=${row.indicator}&month=${on.date.slice(0, 7)}`}
      >
        {t('at', {
          value: changedValueText(row, on.value, language),
          date: writeDay(on.date, language),
        })}
      </ExplainableFigure>{' '}
      {on.covers === undefined ? null : <small>{basisTerms[on.covers][language]}</small>}{' '}
      <WeakStatusChip status={on.data_status} />
    </>
  );
}

/** The corrections of the values of an indicator, also those after a month was closed. */
function Revisions({ row }: { readonly row: IndicatorChange }) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const values = [row.from, row.to].flatMap((on) => [
    ...(on?.now === undefined
      ? []
      : [t('revised_to', { value: changedValueText(row, on.now, language) })]),
    ...(on?.revised ?? []).map(({ value, recorded_at }) =>
      t('revised_from', {
        value: value === undefined ? t('no_value') : changedValueText(row, value, language),
        date: writeDay(zoneDay(recorded_at), language),
      }),
    ),
  ]);
  const closings = (row.after_closing ?? []).map(({ period, recorded_at, reason }) =>
    t('revised_closed', {
      month: formatMonth(period, language, 'long'),
      date: writeDay(zoneDay(recorded_at), language),
      reason,
    }),
  );
  const notes = new Set([...values, ...closings]);
  return (
    <span data-says="reported_value">
      {notes.size === 0 ? (
        <span className={textStyles.noWrap}>{t('not_revised')}</span>
      ) : (
        [...notes].join(' · ')
      )}
    </span>
  );
}

/** The indicators on both days, with corrections after the first report. */
export const IndicatorTable = memo(function IndicatorTable({
  indicators,
  from,
}: Pick<RegisterChanges, 'indicators'> & {
  /** The first day. */
  readonly from: string;
}) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  if (indicators.length === 0) return null;
  return (
    <section className={textStyles.section}>
      <h3>{t('indicators')}</h3>
      <DataTable<IndicatorChange>
        caption={t('indicators')}
        rows={indicators}
        rowKey={(row) => row.indicator}
        stacks="labelled"
        columns={[
          {
            id: 'indicator',
            label: t('indicator'),
            head: true,
            cell: (row) => coveredName(row, language),
          },
          { id: 'from', label: t('from'), cell: (row) => <ValueCell row={row} on={row.from} /> },
          { id: 'to', label: t('to'), cell: (row) => <ValueCell row={row} on={row.to} /> },
          {
            id: 'difference',
            label: t('difference'),
            right: true,
            cell: (row) =>
              row.difference === undefined ? (
                changeText(row, language)
              ) : (
                <ExplainableFigure
                  measure="indicator_change"
                  of={`target=${row.indicator}&from=${from}`}
                >
                  {changeText(row, language)}
                </ExplainableFigure>
              ),
          },
          {
            id: 'revised',
            label: t('revised'),
            cell: (row) => <Revisions row={row} />,
          },
        ]}
      />
    </section>
  );
});
