import { roundNoise } from '#domain/values/decimal.ts';
import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type FiguredNote, splitNotes } from '#charts/kit/text/figured-notes.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { type ChartTable, type FigureOf, type TableColumn, makeIds } from '#charts/kit/table.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { computedDigits, fullText } from '#charts/kit/text/units.ts';
import { refusalTerms } from '#domain/labels/targets/forecast.ts';
import type { ForecastRecord } from '#domain/targets/forecast-record.ts';
import type { PastForecast } from '#domain/targets/forecasting/forecast-scores.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { fromNumber } from '#domain/values/decimal.ts';
import { toMonth } from '#domain/values/date.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { recordLabels } from './labels/index.ts';
import { mostDrawn, recordAxes, recordFocusPoints, recordHeight, emptyHeight } from './layout.ts';
import { findSide, isMade, madeForecasts, recordUnit } from './rows.ts';
import { findRecord, recordMeasures, recordSeries, type RecordSeries } from './series.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

/** Writes the result of a record as a sentence; it counts hits only from eight results on. */
export function recordClaim(record: ForecastRecord, language: Language): string {
  const text = recordLabels[language];
  const count = (value: number): string => formatCount(value, language);
  const { results, scores } = record;
  const sentence = (words: string): string =>
    `${record.name[language]}${kitLabels[language].colon}${words}`;
  if (madeForecasts(record).length === 0) return sentence(text.none);
  if (results === 0) return sentence(text.noResult);
  if (scores === undefined) return sentence(text.few(count(results)));
  const inside = scores.near.inside + scores.far.inside;
  const sides = madeForecasts(record).map(findSide);
  const [below, above] = [sides.includes('below'), sides.includes('above')];
  const misses = below === above ? '' : below ? text.missesBelow : text.missesAbove;
  return sentence(`${text.claim(count(inside), count(results))}${misses}`);
}

/** The scores of a record, each as a sentence with the figure that explains it. */
export function recordScores(
  record: ForecastRecord,
  ahead: string,
  language: Language,
): readonly FiguredNote[] {
  const text = recordLabels[language];
  const count = (value: number): string => formatCount(value, language);
  const { scores, results } = record;
  const note = (measure: MeasureId, words: string, of: FigureOf = {}): FiguredNote => ({
    text: words,
    figures: [{ measure, text: words, of: { ahead, target: record.indicator, ...of } }],
  });
  if (scores === undefined) return [note('past_forecast', text.noScores(count(results)))];
  const unit = recordUnit(record, language);
  const { near, far, brier, median_error } = scores;
  const share = (value: number): string => value.toFixed(2);
  return [
    ...(near.results === 0
      ? []
      : [note('forecast_inside', text.near(count(near.inside), count(near.results)))]),
    ...(far.results === 0
      ? []
      : [
          note('forecast_inside', text.far(count(far.inside), count(far.results)), { far: 'true' }),
        ]),
    ...(brier === undefined
      ? []
      : [note('forecast_brier', text.brier(share(brier.score), share(brier.constant)))]),
    note(
      'forecast_error',
      text.error(fullText(fromNumber(median_error), unit, computedDigits(median_error, unit))),
    ),
  ];
}

function writeSubtitle(record: ForecastRecord, overview: Overview, language: Language): string {
  const text = recordLabels[language];
  return record.deadline === undefined
    ? text.made(overview.forecasts?.ahead ?? '')
    : text.madeDeadline(formatDate(record.deadline, language, 'long'));
}

function words(overview: Overview, { language, options }: ChartContext): ChartWords {
  const text = recordLabels[language];
  const frame = kitLabels[language];
  const record = findRecord(overview, options);
  const title =
    record === undefined
      ? text.none
      : claimTitle(recordClaim(record, language), overview, language);
  const forecastCount = record === undefined ? 0 : madeForecasts(record).length;
  const data_status = record?.data_status ?? overview.strip.data_status;
  const ahead = overview.forecasts?.ahead ?? '12';
  const scores =
    record === undefined || forecastCount === 0 ? [] : recordScores(record, ahead, language);
  const count = (value: number): string => formatCount(value, language);
  return {
    title,
    subtitle:
      record === undefined || forecastCount === 0 ? '' : writeSubtitle(record, overview, language),
    unit: record === undefined ? '' : recordUnit(record, language).word,
    ...compact({ exact_unit: record?.unit }),
    source: joinSources(
      [text.recomputed, data_status === 'illustrative' ? frame.inventedValues : ''],
      language,
    ),
    alt: [title, ...scores.map((score) => score.text)].join(frame.separator),
    ...splitNotes([
      ...(forecastCount === 0 ? [] : [{ text: text.key }]),
      ...scores,
      ...(forecastCount > mostDrawn
        ? [{ text: text.last(count(mostDrawn), count(forecastCount)) }]
        : []),
    ]),
    data_status,
    as_of: overview.as_of,
    key: [],
  };
}

function cameText(past: PastForecast, language: Language): string {
  const text = recordLabels[language];
  if (!isMade(past))
    return text.refused(
      past.forecast.kind === 'refused' ? refusalTerms[past.forecast.reason][language] : '',
    );
  return text[findSide(past) ?? 'pending'];
}

const bandColumns = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

function toTable(overview: Overview, { language, options }: ChartContext): ChartTable {
  const text = recordLabels[language];
  const record = findRecord(overview, options);
  const forecasts = record?.forecasts ?? [];
  const target = record?.indicator ?? '';
  const ahead = overview.forecasts?.ahead ?? '12';
  const number = (id: (typeof bandColumns)[number]): TableColumn => ({
    id: `past_${id}`,
    label: text.columns[id],
    kind: 'number',
    measure: 'past_forecast',
    of: { ahead, point: id },
    of_rows: forecasts.map(({ period }) => ({ month: period })),
  });
  return {
    columns: [
      { id: 'made_in', label: text.columns.period, kind: 'month' },
      { id: 'at', label: text.columns.at, kind: 'date' },
      ...bandColumns.map(number),
      {
        id: 'result',
        label: text.columns.result,
        kind: 'number',
        measure: 'period_value',
        of: { period: 'month' },
        of_rows: forecasts.map(({ at }) => ({ first_month: toMonth(at) })),
      },
      { id: 'came', label: text.columns.came, kind: 'text' },
      { id: 'note', label: text.columns.note, kind: 'text' },
    ],
    row_of: forecasts.map(() => ({ target })),
    rows: forecasts.map((past) => [
      past.period,
      past.at,
      ...bandColumns.map((id) => (isMade(past) ? roundNoise(past.forecast[id]) : null)),
      past.result ?? null,
      cameText(past, language),
      past.recomputed ? text.fromLater : text.asRecorded,
    ]),
    ids: {
      made_in: [makeIds('indicator', forecasts, () => record?.indicator)],
      came: [
        makeIds('came', forecasts, (past) =>
          isMade(past) ? (findSide(past) ?? 'pending') : 'refused',
        ),
        makeIds('refusal', forecasts, ({ forecast }) =>
          forecast.kind === 'refused' ? forecast.reason : undefined,
        ),
      ],
      note: [makeIds('basis', forecasts, (past) => (past.recomputed ? 'later' : 'recorded'))],
    },
  };
}

/** The forecasts of past months with their results. */
export const recordChart: ChartDefinition<RecordSeries> = {
  id: 'forecast_record',
  name: (language) => analysisChartNames.forecast_record[language],
  page: '/forecasts',
  needs: ['forecasts'],
  uses: [],
  isPerMeasure: false,
  showsProjects: false,
  facts: () => [],
  hasData: (overview, options) => {
    const record = findRecord(overview, options);
    return record !== undefined && madeForecasts(record).length > 0;
  },
  choices: (overview, { language }) => {
    const measures = recordMeasures(overview);
    if (measures.length === 0) return [];
    return [
      {
        option: 'measure',
        label: recordLabels[language].measure,
        values: measures.map(({ indicator, name }) => ({
          value: indicator,
          label: name[language],
        })),
        changes_data: false,
      },
    ];
  },
  height: (_, { marks }) => (marks.length === 0 ? emptyHeight : recordHeight),
  leastHeight: (_, { marks }) => (marks.length === 0 ? emptyHeight : 180),
  focus: {
    points: recordFocusPoints,
    reach: { x: 40, y: anyDistance },
    along: 'both',
    mark: 'line',
  },
  annotationAxes: recordAxes,
  loadView: () => import('./View.tsx'),
  loadOffice: async () => ({ officeChart: (await import('./office-chart.ts')).recordOfficeChart }),
  toSeries: (overview, { language, options }) =>
    recordSeries(findRecord(overview, options), overview.forecasts?.ahead ?? '12', language),
  words,
  explains: (overview, { options }) => {
    const record = findRecord(overview, options);
    const of = { ahead: overview.forecasts?.ahead ?? '12', target: record?.indicator ?? '' };
    if (record === undefined) return { measure: 'listed_projects', of: {} };
    return record.scores === undefined
      ? { measure: 'past_forecast', of }
      : { measure: 'forecast_inside', of };
  },
  toTable,
};
