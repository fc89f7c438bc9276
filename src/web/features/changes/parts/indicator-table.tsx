import { zoneDay } from '#web/i18n/zone-time.ts';
import { formatDate, formatMonth, formatValue } from '#domain/values/format.ts';
import type { IndicatorChange, ValueOn } from '#domain/changes/indicator-changes.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { basisTerms, coveredName } from '#domain/labels/index.ts';
import { changeText } from '#domain/labels/targets/indicator-change.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as textStyles from '#web/ui/text.module.css';

/** The indicators on both days, with corrections after the first report. */
export function IndicatorTable({
  indicators,
  from,
}: Pick<RegisterChanges, 'indicators'> & {
  /** The first day. */
  readonly from: string;
}) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const words = (row: IndicatorChange, value: string): string =>
    formatValue(value, row.unit, language).text;
  const at = (row: IndicatorChange, on: ValueOn | undefined) =>
    on === undefined ? (
      t('no_value')
    ) : (
      <>
        <ExplainableFigure
          measure="reported_value"
          of={`target=${row.indicator}&month=${on.date.slice(0, 7)}`}
        >
          {t('at', {
            value: words(row, on.value),
            date: formatDate(on.date, language, language === 'en' ? 'short' : 'long'),
          })}
        </ExplainableFigure>{' '}
        {on.covers === undefined ? null : <small>{basisTerms[on.covers][language]}</small>}{' '}
        <WeakStatusChip status={on.data_status} />
      </>
    );
  const writeDay = (moment: string): string =>
    formatDate(zoneDay(moment), language, language === 'en' ? 'short' : 'long');
  const writeRevisions = (row: IndicatorChange): string => {
    const values = [row.from, row.to].flatMap((on) => [
      ...(on?.now === undefined ? [] : [t('revised_to', { value: words(row, on.now) })]),
      ...(on?.revised ?? []).map((one) =>
        t('revised_from', {
          value: one.value === undefined ? t('no_value') : words(row, one.value),
          date: writeDay(one.recorded_at),
        }),
      ),
    ]);
    const closings = (row.after_closing ?? []).map(({ period, recorded_at, reason }) =>
      t('revised_closed', {
        month: formatMonth(period, language, 'long'),
        date: writeDay(recorded_at),
        reason,
      }),
    );
    const notes = [...values, ...closings];
    return notes.length === 0 ? t('not_revised') : [...new Set(notes)].join(' · ');
  };
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
          { id: 'from', label: t('from'), cell: (row) => at(row, row.from) },
          { id: 'to', label: t('to'), cell: (row) => at(row, row.to) },
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
            cell: (row) => <span data-says="reported_value">{writeRevisions(row)}</span>,
          },
        ]}
      />
    </section>
  );
}
