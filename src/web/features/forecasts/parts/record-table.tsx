import type { ForecastRecord, PastForecast } from '#domain/targets/forecast-record.ts';
import { formatCount, formatDate, formatMonth } from '#domain/values/format.ts';
import { refusalTerms } from '#domain/labels/targets/forecast.ts';
import { forecastsLabels } from '#web/features/forecasts/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure, ofFigure } from '#web/ui/display/explained.tsx';
import { toMonth } from '#domain/values/date.ts';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { findSide, isMade, recordUnit, writeForecast } from '#charts/forecast-record/rows.ts';
import * as forecastsStyles from '#web/features/forecasts/forecasts.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Every past month with its band, its result and the data of its forecast, newest first. */
export function RecordTable({
  record,
  ahead,
}: {
  readonly record: ForecastRecord;
  readonly ahead: string;
}) {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  const unit = recordUnit(record, language);
  const name = record.name[language];
  const number = (id: 'p10' | 'p50' | 'p90' | 'result'): Column<PastForecast> => ({
    id,
    label: t(id),
    right: true,
    cell: (past) => {
      const text = isMade(past) ? writeForecast(past, unit)[id] : undefined;
      return text === undefined ? (
        '—'
      ) : (
        <ExplainableFigure {...ofFigure(figureOf(past, id))}>{text}</ExplainableFigure>
      );
    },
  });
  const figureOf = ({ period, at }: PastForecast, id: 'p10' | 'p50' | 'p90' | 'result') =>
    id === 'result'
      ? {
          measure: 'period_value' as const,
          of: { target: record.indicator, period: 'month', first_month: toMonth(at) },
        }
      : {
          measure: 'past_forecast' as const,
          of: { target: record.indicator, ahead, month: period, point: id, day: record.deadline },
        };
  const came = (past: PastForecast): string => {
    if (!isMade(past))
      return t('none', {
        reason:
          past.forecast.kind === 'refused' ? refusalTerms[past.forecast.reason][language] : '',
      });
    const side = findSide(past);
    return side === undefined ? t('pending') : side === 'inside' ? t('held') : t(side);
  };
  const columns: readonly Column<PastForecast>[] = [
    {
      id: 'month',
      label: t('month'),
      head: true,
      cell: ({ period }) => (
        <span className={textStyles.noWrap}>
          {formatMonth(period, language, language === 'en' ? 'short' : 'long')}
        </span>
      ),
    },
    ...(record.deadline === undefined
      ? [
          {
            id: 'day',
            label: t('day'),
            cell: ({ at }: PastForecast) => (
              <span className={textStyles.noWrap}>{formatDate(at, language, 'short')}</span>
            ),
          },
        ]
      : []),
    number('p10'),
    number('p50'),
    number('p90'),
    number('result'),
    { id: 'came', label: t('came'), cell: came },
    {
      id: 'note',
      label: t('note'),
      dim: true,
      cell: ({ recomputed }) => t(recomputed ? 'recomputed' : 'as_recorded'),
    },
  ];
  return (
    <details className={forecastsStyles.table}>
      <summary data-listed>
        {t('table', { n: formatCount(record.forecasts.length, language) })}
      </summary>
      <p className={textStyles.note}>{unit.word}</p>
      <DataTable
        caption={name}
        columns={columns}
        rows={record.forecasts.toReversed()}
        rowKey={({ period }) => period}
        dense
        stacks="labelled"
      />
    </details>
  );
}
