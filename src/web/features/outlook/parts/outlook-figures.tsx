import { useQuery } from '@tanstack/react-query';
import { Link } from '#web/ui/controls/link.tsx';
import { recordChart, recordClaim } from '#charts/forecast-record/definition.ts';
import { madeForecasts } from '#charts/forecast-record/rows.ts';
import { outlookChart } from '#charts/outlook/definition.ts';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { ForecastRecord } from '#domain/targets/forecast-record.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { call } from '#web/data/transport.ts';
import { PageFigure } from '#web/figures/page-figure.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';

/** Its files neither compare days nor have a second currency. */
const alone = { compare: undefined, cur: undefined };

/** Floor, signed, ceiling and the missing amount of every target in one chart. */
export function OutlookFigure({ outlook }: { readonly outlook: Outlook }) {
  const overview = useOverviewOfView().data;
  const { view } = useViewState();
  if (overview === undefined) return null;
  const subject = { ...overview, outlook };
  const adds = outlook.targets.some(({ range }) => range !== undefined);
  if (!adds || !outlookChart.hasData(subject, {})) return null;
  return (
    <PageFigure
      chart={outlookChart}
      overview={subject}
      more={{ ...alone, scenario: view.scenario }}
    />
  );
}

/** Finds the record with the most results, which is drawn; the others are named. */
const findFullest = (records: readonly ForecastRecord[]): ForecastRecord | undefined =>
  records
    .filter((record) => madeForecasts(record).length > 0)
    .toSorted((a, b) => b.results - a.results)[0];

/**
 * Past forecasts and their results: a sentence for each figure, and the fullest record as a chart.
 */
export function RecordFigure({ targets }: Pick<Outlook, 'targets'>) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { view, hrefTo } = useViewState();
  const overview = useOverviewOfView().data;
  const query = { as_of: view.as_of, known_at: view.known_at, ahead: '12' } as const;
  const { data } = useQuery({
    queryKey: queryKeys.forecasts(query),
    queryFn: ({ signal }) => call(endpoints.forecasts, { query, signal }),
  });
  const ids = new Set(targets.map(({ row }) => row.indicator));
  const records = (data?.items ?? []).filter(({ indicator }) => ids.has(indicator));
  const fullest = findFullest(records);
  const hasResult = records.some(({ results }) => results > 0);
  return (
    <section className={outlookStyles.record}>
      <h3>{t('record')}</h3>
      {data === undefined ? null : hasResult ? (
        <ul data-says="forecast">
          {records.map((record) => (
            <li key={record.indicator}>{recordClaim(record, language)}</li>
          ))}
        </ul>
      ) : (
        <p data-words>{t('record_none')}</p>
      )}
      {overview === undefined || data === undefined || fullest === undefined ? null : (
        <PageFigure
          chart={recordChart}
          overview={{ ...overview, forecasts: data }}
          options={{ measure: fullest.indicator }}
          more={alone}
        />
      )}
      <p>
        <Link to={hrefTo('/forecasts')}>{t('record_all')}</Link>
      </p>
    </section>
  );
}
