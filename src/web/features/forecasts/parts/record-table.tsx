import { useEffect, useRef, useState } from 'react';
import type { ForecastRecord } from '#domain/targets/forecast-record.ts';
import type { PastForecast } from '#domain/targets/forecasting/forecast-scores.ts';
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

type PointId = 'p10' | 'p50' | 'p90' | 'result';

/** Finds the figure that explains a point of a forecast, or the value that came. */
function findPointFigure(
  record: ForecastRecord,
  ahead: string,
  { period, at }: PastForecast,
  point: PointId,
): Parameters<typeof ofFigure>[0] {
  if (point === 'result')
    return {
      measure: 'period_value',
      of: { target: record.indicator, period: 'month', first_month: toMonth(at) },
    };
  return {
    measure: 'past_forecast',
    of: { target: record.indicator, ahead, month: period, point, day: record.deadline },
  };
}

/** Whether the value came inside the band, or why there was no forecast. */
function Outcome({ past }: { readonly past: PastForecast }) {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  if (!isMade(past)) {
    const { forecast } = past;
    const reason = forecast.kind === 'refused' ? refusalTerms[forecast.reason][language] : '';
    return t('none', { reason });
  }
  const side = findSide(past);
  return side === undefined ? t('pending') : t(side === 'inside' ? 'held' : side);
}

/** The columns of past months: the band, its result and the data of its forecast. */
function useRecordColumns(record: ForecastRecord, ahead: string): readonly Column<PastForecast>[] {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  const unit = recordUnit(record, language);
  const number = (id: PointId): Column<PastForecast> => ({
    id,
    label: t(id),
    right: true,
    cell: (past) => {
      const text = isMade(past) ? writeForecast(past, unit)[id] : undefined;
      return text === undefined ? (
        '—'
      ) : (
        <ExplainableFigure {...ofFigure(findPointFigure(record, ahead, past, id))}>
          {text}
        </ExplainableFigure>
      );
    },
  });
  return [
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
    { id: 'came', label: t('came'), cell: (past) => <Outcome past={past} /> },
    {
      id: 'note',
      label: t('note'),
      dim: true,
      cell: ({ recomputed }) => t(recomputed ? 'recomputed' : 'as_recorded'),
    },
  ];
}

/** The months of a folded table: the others would be most of the elements of the page. */
const foldedMonths = 12;

/** Every past month, newest first, once the table is unfolded. */
export function RecordTable({
  record,
  ahead,
}: {
  readonly record: ForecastRecord;
  readonly ahead: string;
}) {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  const columns = useRecordColumns(record, ahead);
  const details = useRef<HTMLDetailsElement>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  // a reader may have unfolded it before the page was hydrated
  useEffect(() => setUnfolded(details.current?.open === true), []);
  const months = record.forecasts.toReversed();
  const rows = isUnfolded ? months : months.slice(0, foldedMonths);
  return (
    <details
      ref={details}
      className={forecastsStyles.table}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary data-listed>
        {t('table', { n: formatCount(record.forecasts.length, language) })}
      </summary>
      <p className={textStyles.note}>{recordUnit(record, language).word}</p>
      {rows.length < months.length ? (
        <p className={textStyles.note}>{t('newest', { n: formatCount(rows.length, language) })}</p>
      ) : null}
      <DataTable
        caption={record.name[language]}
        columns={columns}
        rows={rows}
        rowKey={({ period }) => period}
        dense
        stacks="labelled"
      />
    </details>
  );
}
