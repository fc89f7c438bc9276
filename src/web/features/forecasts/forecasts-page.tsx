import { useState } from 'react';
import { kitLabels } from '#charts/kit/labels/index.ts';
import {
  type ForecastRecords,
  type RecordHorizon,
  recordHorizons,
} from '#domain/targets/forecast-record.ts';
import { bandRecordTerm, bandTerm, refusalTerms } from '#domain/labels/targets/forecast.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { recordLabels } from '#charts/forecast-record/labels/index.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { useSession } from '#web/data/queries.ts';
import { forecastsLabels } from '#web/features/forecasts/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { RecordCard } from '#web/features/forecasts/parts/record-card.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { call } from '#web/data/transport.ts';
import * as forecastsStyles from './forecasts.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The forecasts of past months with their results. */
const useForecasts = (
  query: {
    readonly as_of?: string | undefined;
    readonly known_at?: string | undefined;
    readonly ahead: RecordHorizon;
  },
  enabled: boolean,
) =>
  useQuery({
    queryKey: queryKeys.forecasts(query),
    queryFn: ({ signal }) => call(endpoints.forecasts, { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });

/** Every indicator with a past forecast, then those without one and why. */
function Records({
  records,
  overview,
}: {
  readonly records: ForecastRecords;
  readonly overview: Overview;
}) {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  const without = records.items.filter(({ forecasts }) => forecasts.length === 0);
  if (records.items.length === 0) return <EmptyState title={t('nothing')} />;
  return (
    <>
      <div className={forecastsStyles.records}>
        {records.items.map((record) =>
          record.forecasts.length === 0 ? null : (
            <RecordCard
              key={`${record.indicator} ${record.deadline ?? ''}`}
              record={record}
              records={records}
              overview={overview}
            />
          ),
        )}
      </div>
      {without.length === 0 ? null : (
        <section className={textStyles.section}>
          <h2>{t('without')}</h2>
          <ul className={forecastsStyles.without} data-words>
            {without.map(({ indicator, name, refused = 'too_few_observations' }) => (
              <li key={indicator}>
                {name[language]}
                {kitLabels[language].colon}
                {refusalTerms[refused][language]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Compares past forecasts with results: the band of every month and its result. */
export function ForecastsPage() {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  const { view } = useViewState();
  const session = useSession().data;
  const overview = useOverviewOfView();
  const [ahead, setAhead] = useState<RecordHorizon>('12');
  const query = useForecasts(
    { as_of: view.as_of, known_at: view.known_at, ahead },
    session === undefined || session.origin !== null,
  );
  return (
    <div className={forecastsStyles.forecasts}>
      <p className={forecastsStyles.lead}>{t('lead')}</p>
      <p className={textStyles.note} data-words>
        {bandTerm[language]}
        {kitLabels[language].stop} {bandRecordTerm[language]}
      </p>
      <SegmentChoice
        label={t('ahead')}
        value={ahead}
        onChange={setAhead}
        segments={recordHorizons.toReversed().map((value) => ({
          value,
          label: value === 'deadline' ? t('deadline') : t('months', { n: value }),
        }))}
      />
      <p className={textStyles.note} data-words>
        {recordLabels[language].key}
      </p>
      <QueryView query={query} lines={10}>
        {(records) => (
          <QueryView query={overview} lines={10}>
            {(loadedOverview) => <Records records={records} overview={loadedOverview} />}
          </QueryView>
        )}
      </QueryView>
    </div>
  );
}
