import { Chart } from '#charts/figure/Chart.tsx';
import { recordChart, recordClaim, recordScores } from '#charts/forecast-record/definition.ts';
import { madeForecasts } from '#charts/forecast-record/rows.ts';
import { recordLabels } from '#charts/forecast-record/labels/index.ts';
import type { ForecastRecord, ForecastRecords } from '#domain/targets/forecast-record.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { formatDate } from '#domain/values/format.ts';
import { forecastsLabels } from '#web/features/forecasts/labels/index.ts';
import { FiguredText } from '#web/figures/figured-text.tsx';
import { FigureExport } from '#web/figures/figure-export.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure, ofFigure } from '#web/ui/display/explained.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { RecordTable } from './record-table.tsx';
import * as forecastsStyles from '#web/features/forecasts/forecasts.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The record of one indicator: claim, bands with results, scores, and the table of every month. */
export function RecordCard({
  record,
  records,
  overview,
}: {
  readonly record: ForecastRecord;
  readonly records: ForecastRecords;
  readonly overview: Overview;
}) {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  const text = recordLabels[language];
  const claim = recordClaim(record, language);
  const options = { measure: record.indicator };
  const recordView = { ...overview, forecasts: { ...records, items: [record] } };
  const { measure, of } = recordChart.explains(recordView, { language, options });
  const figure = { measure, of: { ...of, day: record.deadline } };
  // the files of the chart look twelve months ahead
  const isExported = records.ahead === '12' && madeForecasts(record).length > 0;
  return (
    <section className={forecastsStyles.record} data-figure={recordChart.id}>
      <h2>
        <ExplainableFigure {...ofFigure(figure)}>{claim}</ExplainableFigure>{' '}
        {isExported ? (
          <FigureExport
            chart={recordChart}
            title={claim}
            options={options}
            more={{ compare: undefined, cur: undefined, plan: undefined }}
            example={record.data_status === 'illustrative'}
          />
        ) : null}
      </h2>
      <p className={forecastsStyles.subtitle} data-says={measure}>
        {record.deadline === undefined
          ? text.made(records.ahead)
          : text.madeDeadline(formatDate(record.deadline, language, 'long'))}
        {record.data_status === 'reported' ? null : <StatusChip status={record.data_status} />}
      </p>
      <Chart chart={recordChart} overview={recordView} language={language} options={options} />
      {recordScores(record, records.ahead, language).map(({ text: score, figures }) => (
        <p key={score} className={textStyles.note} data-says={measure}>
          <FiguredText text={score} figures={figures} />
        </p>
      ))}
      {record.deadline === undefined || record.results === 0 ? null : (
        <p className={textStyles.note}>{t('one_result')}</p>
      )}
      <RecordTable record={record} ahead={records.ahead} />
    </section>
  );
}
