import { addComparator } from '#domain/targets/format-target.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isSumUnknown } from '#domain/targets/derived/unknown-sum.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { addDays } from '#domain/values/date.ts';
import { formatMonth } from '#domain/values/format.ts';
import { basisTerms } from '#domain/labels/index.ts';
import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { progressFocusPoints } from './layout.ts';
import { addSecondary, addRates } from '#charts/kit/text/secondary-currency.ts';
import { forecastNotes } from '#charts/kit/text/forecast-notes.ts';
import { planNote } from '#charts/kit/text/plan-basis.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { onDay } from '#charts/kit/text/claim.ts';
import { computedDigits, fullText, type MeasureUnit, displayGap } from '#charts/kit/text/units.ts';
import { marksNote } from './dated-marks.ts';
import type { ProgressSeries } from './series-types.ts';
import { drawnPoints, isYearToDateDrawn } from './points.ts';
import { progressSeries, progressUnit, chooseRange, findRow } from './series.ts';
import { progressTable } from './table.ts';
import { progressLabels } from './labels/index.ts';

function title(row: TargetRow, unit: MeasureUnit, overview: Overview, language: Language): string {
  const words = progressLabels[language];
  const name = unit.isSelfNamed ? '' : row.name[language];
  if (row.now === undefined) return words.titleNone(row.name[language], absentValue(row, language));
  const value = (exact: number | string): string =>
    addSecondary(
      fullText(exact, unit, computedDigits(exact, unit)),
      exact,
      row.unit,
      overview,
      language,
    );
  if (row.target !== undefined && (row.verdict === 'met' || row.verdict === 'missed'))
    return words
      .titleResult(
        name,
        onDay(row.now.date, language),
        value(row.now.value),
        addComparator(row.comparator, fullText(row.target, unit), language),
      )
      .trim();
  if (row.plan === undefined) return words.titleNow(name, value(row.now.value)).trim();
  const { plan, gap, exact, nowDigits, digits } = displayGap(row.now.value, row.plan.value, unit);
  if (row.kind === 'annual_flow' && gap.startsWith('−')) {
    const short = fullText(exact.slice(1), unit, digits);
    return words.titleShort(
      row.name[language],
      addSecondary(short, row.plan.value - Number(row.now.value), row.unit, overview, language),
    );
  }
  const pair = (of: number | string, places: number): string =>
    addSecondary(fullText(of, unit, places), of, row.unit, overview, language);
  return words
    .title(name, pair(row.now.value, nowDigits), name === '' ? plan : pair(row.plan.value, digits))
    .trim();
}

/** The words of a figure without a measure. */
function noWords(overview: Overview, language: Language): ChartWords {
  const { noData } = kitLabels[language];
  return {
    title: noData,
    subtitle: '',
    unit: '',
    source: '',
    alt: noData,
    notes: [],
    data_status: 'reported',
    as_of: overview.as_of,
    key: [],
  };
}

/** Finds the day of the newest drawn value; of months that make no sum, the day of the newest one. */
function findDay(row: TargetRow, { last }: ProgressSeries, { as_of }: Overview): string {
  if (row.now === undefined && isSumUnknown(row))
    return row.series.findLast(({ in_month }) => in_month !== undefined)?.date ?? as_of;
  // a value after the deadline is drawn too
  return last === undefined ? (row.now?.date ?? as_of) : addDays('1970-01-01', last.day);
}

function writeSubtitle(
  row: TargetRow,
  unit: MeasureUnit,
  overview: Overview,
  { language, options }: ChartContext,
): string {
  const text = progressLabels[language];
  const how =
    row.kind === 'annual_flow'
      ? basisTerms[
          isYearToDateDrawn(row, chooseRange(row, options)) ? 'year_to_date' : 'last_12_months'
        ][language]
      : text[row.kind === 'cum_flow' ? 'total' : 'monthEnd'];
  return addRates(
    unit.isSelfNamed
      ? `${row.name[language]}, ${how}`
      : text.subtitle(row.name[language], how, unit.word),
    isCurrency(row.unit) ? overview : {},
    language,
  );
}

/** Writes the source of the newest value; without one, that it is the zone's own or an example. */
function sourceText(row: TargetRow, isIllustrative: boolean, language: Language): string {
  const text = progressLabels[language];
  const sources = row.series.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const own = isIllustrative ? [] : [text.ownSource];
  return joinSources(
    [isIllustrative ? text.exampleSource : '', ...(sources.length > 0 ? sources.slice(-1) : own)],
    language,
  );
}

function writeNotes(
  row: TargetRow,
  series: ProgressSeries,
  overview: Overview,
  language: Language,
): readonly string[] {
  const unit = progressUnit(row, language);
  const pair = (exact: string | number): string =>
    addSecondary(fullText(exact, unit, unit.digits), exact, row.unit, overview, language);
  const plan = series.plan.length === 0 ? undefined : planNote(row, overview.plan, unit, language);
  const hasNoPlanInYear =
    row.kind === 'annual_flow' && series.range === 'to_date' && row.now?.basis === 'last_12_months';
  const breaks = drawnPoints(row, series.range).flatMap(({ month, breakReason }) =>
    breakReason === undefined
      ? []
      : [progressLabels[language].breakNote(formatMonth(month, language), breakReason)],
  );
  return [
    ...breaks,
    ...marksNote(series.marks, language),
    ...(series.forecast === undefined ? [] : forecastNotes([row], language)),
    ...(plan === undefined ? [] : [plan]),
    ...(hasNoPlanInYear && row.now !== undefined && row.plan !== undefined
      ? [progressLabels[language].noPlanInYear(pair(row.now.value), pair(row.plan.value))]
      : []),
  ];
}

function words(overview: Overview, context: ChartContext): ChartWords {
  const { language, options } = context;
  const row = findRow(overview, options);
  if (row === undefined) return noWords(overview, language);
  const unit = progressUnit(row, language);
  const status = weakestStatus([
    row.now?.data_status ?? 'reported',
    row.verdict_status,
    ...row.series.map((point) => point.data_status),
  ]);
  const heading = title(row, unit, overview, language);
  const series = progressSeries(overview, options, language);
  const { target, gaps } = series;
  const targetText = target === undefined ? '' : `${target.name} ${target.value} ${target.by}`;
  return {
    title: heading,
    subtitle: writeSubtitle(row, unit, overview, context),
    unit: unit.word,
    exact_unit: row.unit,
    source: sourceText(row, status === 'illustrative', language),
    alt: [heading, targetText, ...gaps.map(({ label }) => label)]
      .filter((part) => part !== '')
      .join(kitLabels[language].separator),
    notes: writeNotes(row, series, overview, language),
    data_status: status,
    as_of: findDay(row, series, overview),
    key: [],
  };
}

/** Lower, its labels would hide the lines. */
const leastPlot = 170;

/** One measure over months. */
export const progress: ChartDefinition<ProgressSeries> = {
  id: 'progress',
  name: (language) => progressLabels[language].name,
  page: '/',
  needs: ['targets'],
  uses: ['main_measure', 'plan', 'thresholds', 'phases', 'phase_now', 'phase_note'],
  isPerMeasure: true,
  showsProjects: false,
  facts: () => [],
  hasData: (overview, options) => (findRow(overview, options)?.series.length ?? 0) > 0,
  leastHeight: () => leastPlot,
  focus: {
    points: progressFocusPoints,
    reach: { x: anyDistance, y: anyDistance },
    along: 'x',
    mark: 'line',
  },
  loadView: () => import('./View.tsx'),
  loadOffice: async () => ({
    officeChart: (await import('./office/office-chart.ts')).progressOfficeChart,
  }),
  height: (width) => (width < 400 ? 264 : width < 600 ? 300 : 316),
  toSeries: (overview, { language, options }) => progressSeries(overview, options, language),
  words,
  explains: ({ main_measure }, { options }) => ({
    measure: 'target_value',
    of: { target: options.measure ?? main_measure },
  }),
  toTable: progressTable,
};
