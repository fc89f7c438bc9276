import { frameWords } from '#charts/kit/labels/index.ts';
import { computedDigits, fullText } from '#charts/kit/text/units.ts';
import type { ForecastRecord, RecordHorizon } from '#domain/targets/forecast-record.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { fromNumber } from '#domain/values/decimal.ts';
import { forecastsLabels } from '#web/features/forecasts/labels/index.ts';
import { type Translate, useLanguage, useLabels } from '#web/i18n/text.ts';
import type { Language } from '#domain/values/language.ts';
import { StatusChip } from '#web/ui/display/chip.tsx';
import type { en } from '#web/features/forecasts/labels/en.ts';
import { RecordDrawing } from './record-chart.tsx';
import { type MadeForecast, madeForecasts, recordUnit, findSide } from './record-rows.ts';
import { RecordTable } from './record-table.tsx';
import * as forecastsStyles from '#web/features/forecasts/forecasts.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Forecasts drawn at most, on a wide screen and on a phone. */
const [mostWide, mostNarrow] = [36, 6];

type T = Translate<typeof en>;

/** What the record comes to in a sentence; a count of hits only from eight results on. */
function claimOf(record: ForecastRecord, t: T, language: Language): string {
  const { results, scores } = record;
  const name = record.name[language];
  const sentence = (words: string): string => `${name}${frameWords[language].colon}${words}`;
  if (results === 0) return sentence(t('no_result'));
  if (scores === undefined) return sentence(t('few', { results: formatCount(results, language) }));
  const inside = scores.near.inside + scores.far.inside;
  const sides = madeForecasts(record).map(findSide);
  const [below, above] = [sides.includes('below'), sides.includes('above')];
  const misses = below === above ? '' : t(below ? 'misses_below' : 'misses_above');
  return sentence(
    `${t('claim', { inside: formatCount(inside, language), results: formatCount(results, language) })}${misses}`,
  );
}

function Scores({ record }: { readonly record: ForecastRecord }) {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  const { scores, results } = record;
  if (scores === undefined)
    return (
      <p className={textStyles.note}>{t('no_scores', { n: formatCount(results, language) })}</p>
    );
  const unit = recordUnit(record, language);
  const count = (n: number) => formatCount(n, language);
  const error = scores.median_error;
  return (
    <dl className={forecastsStyles.scores}>
      {(['near', 'far'] as const).map((id) =>
        scores[id].results === 0 ? null : (
          <div key={id}>
            <dt>{t(id)}</dt>
            <dd>
              {t(`${id}_is`, {
                inside: count(scores[id].inside),
                results: count(scores[id].results),
              })}
            </dd>
          </div>
        ),
      )}
      <div>
        <dt>{t('error')}</dt>
        <dd className={textStyles.number}>
          {fullText(fromNumber(error), unit, computedDigits(error, unit))}
        </dd>
      </div>
    </dl>
  );
}

/** The record of one indicator: claim, bands with results, scores, and the table of every month. */
export function RecordCard({
  record,
  ahead,
}: {
  readonly record: ForecastRecord;
  readonly ahead: RecordHorizon;
}) {
  const t = useLabels(forecastsLabels);
  const language = useLanguage();
  const made = madeForecasts(record);
  const unit = recordUnit(record, language);
  const claim = claimOf(record, t, language);
  const ended = made.filter(({ result }) => result !== undefined);
  const narrow = (ended.length === 0 ? made : ended).slice(-mostNarrow);
  const drawing = (some: readonly MadeForecast[]) => (
    <RecordDrawing
      made={some}
      unit={unit}
      label={claim}
      monthOf={({ period, at }) => (ahead === 'deadline' ? period : at.slice(0, 7))}
    />
  );
  const last = (n: number) =>
    made.length > n ? (
      <p className={textStyles.note}>
        {t('last', { n: formatCount(n, language), of: formatCount(made.length, language) })}
      </p>
    ) : null;
  return (
    <section className={forecastsStyles.record}>
      <h3>{claim}</h3>
      <p className={forecastsStyles.subtitle}>
        {record.deadline === undefined
          ? t('made', { n: ahead })
          : t('made_deadline', { date: formatDate(record.deadline, language, 'long') })}
        {record.data_status === 'reported' ? null : <StatusChip status={record.data_status} />}
      </p>
      <div className={forecastsStyles.wide}>
        {drawing(made.slice(-mostWide))}
        {last(mostWide)}
      </div>
      <div className={forecastsStyles.narrow}>
        {drawing(narrow)}
        {last(narrow.length)}
      </div>
      <Scores record={record} />
      {record.deadline === undefined || record.results === 0 ? null : (
        <p className={textStyles.note}>{t('one_result')}</p>
      )}
      <RecordTable record={record} />
    </section>
  );
}
