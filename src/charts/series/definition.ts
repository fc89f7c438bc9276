import type {
  ChartChoice,
  ChartContext,
  ChartDefinition,
  ChartWords,
} from '#charts/kit/definition.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import { anyDistance, type FocusPoint } from '#charts/kit/focus.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type FiguredNote, makeCountNote, splitNotes } from '#charts/kit/text/figured-notes.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { eventGroups } from '#domain/analysis/events/choices.ts';
import {
  eventMeasures,
  type EventMeasure,
  type EventSeries,
  isEventMeasure,
} from '#domain/analysis/events/event-series.ts';
import type { IndicatorSeries } from '#domain/analysis/events/indicator-series.ts';
import { measureTerms, registerSource } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { measures } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { formatDate, formatMonth, unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { seriesAxes } from './axes.ts';
import { barFocusPoints, layBars, mostBars } from './bar-layout.ts';
import { seriesClaim } from './claim.ts';
import { seriesLabels } from './labels/index.ts';
import { layLines, lineFocusPoints } from './line-layout.ts';
import { chartSeries, isCumulative } from './series.ts';
import type { AxisPeriod, ChartSeries } from './series-types.ts';
import { seriesTable } from './table.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

const measureName = (measure: EventMeasure, language: Language): string =>
  measure === 'projects' ? seriesLabels[language].projects : measureTerms[measure][language];

/** Amounts and counts of events, then the indicators that have a target. */
function measureValues({ targets }: Overview, language: Language): ChartChoice['values'] {
  const indicators = new Map(
    targets
      .filter(({ kind, indicator }) => kind !== 'qualitative' && !isEventMeasure(indicator))
      .toSorted((a, b) => Number(b.id === undefined) - Number(a.id === undefined))
      .toReversed()
      .map(({ indicator, name }) => [indicator, name[language]]),
  );
  return [
    ...eventMeasures.map((value) => ({ value, label: measureName(value, language) })),
    ...[...indicators].map(([value, label]) => ({ value, label })),
  ];
}

function choices(overview: Overview, { language, options }: ChartContext): readonly ChartChoice[] {
  const text = seriesLabels[language];
  const label = (names: Readonly<Record<string, string>>) => (value: string) => ({
    value,
    label: names[value] ?? value,
  });
  const period: ChartChoice = {
    option: 'period',
    label: text.option.period,
    values: ['quarter', 'month', 'half_year', 'year'].map(label(text.sizes)),
    changes_data: true,
  };
  const measure: ChartChoice = {
    option: 'measure',
    label: text.option.measure,
    values: measureValues(overview, language),
    changes_data: true,
  };
  const [own] = measure.values.filter(({ value }) => value === options.measure);
  if (own !== undefined && !isEventMeasure(own.value)) return [measure, period];
  return [
    measure,
    {
      option: 'event',
      label: text.option.event,
      values: eventGroups.map(label(text.groups)),
      changes_data: true,
    },
    period,
    {
      option: 'form',
      label: text.option.form,
      values: ['periods', 'cumulative'].map(label(text.forms)),
      changes_data: false,
    },
  ];
}

function writeSubtitle(overview: Overview, context: ChartContext): string {
  const { language } = context;
  const text = seriesLabels[language];
  const { events, indicator } = overview.series ?? {};
  if (indicator !== undefined) {
    const { size, means } = indicator;
    const name = indicator.indicator.name[language];
    return means === 'level'
      ? text.subtitleLevel(name, text.one[size])
      : text.subtitle(name, text.per[size], text.one[size]);
  }
  if (events === undefined || events.rows.length === 0) return '';
  const name = measureName(events.measure, language);
  if (isCumulative(overview, context))
    return text.subtitleTotal(name, formatDate(events.first_known_day ?? events.as_of, language));
  const hasBefore = events.rows.some(({ periods }) =>
    periods.some(({ before }) => before !== undefined),
  );
  const { size } = events;
  return hasBefore
    ? text.subtitle(name, text.per[size], text.one[size])
    : text.subtitleAlone(name, text.per[size]);
}

/** Writes periods: three and more in a row as one span, from the first to the last. */
function listSpans(
  periods: readonly AxisPeriod[],
  some: ReadonlySet<AxisPeriod>,
  language: Language,
): string {
  const runs: string[][] = [];
  for (const [at, period] of periods.entries()) {
    if (!some.has(period)) continue;
    const before = periods[at - 1];
    if (before !== undefined && some.has(before)) runs.at(-1)?.push(period.name);
    else runs.push([period.name]);
  }
  const { span } = seriesLabels[language].notes;
  return runs
    .flatMap((run) => (run.length < 3 ? run : [span(run[0] ?? '', run.at(-1) ?? '')]))
    .join(kitLabels[language].list);
}

/** Writes which periods are incomplete. */
function periodNotes(
  { periods: all, size }: ChartSeries,
  isTotal: boolean,
  language: Language,
): string[] {
  const { notes } = seriesLabels[language];
  const periods = isTotal ? all : all.slice(-mostBars(size));
  // the note of a break already says why its period has no value
  const unknown = periods.filter(({ state, hasBreak }) => state === 'unknown' && !hasBreak);
  const open = periods.filter(({ state }) => state === 'open');
  const firstPeriods = periods.filter(({ state, isPartial }) => state === 'closed' && isPartial);
  const list = (some: readonly AxisPeriod[]): string => listSpans(periods, new Set(some), language);
  return [
    ...(isTotal ? [] : firstPeriods.map(({ name }) => notes.begins(name))),
    ...(open.length === 0 ? [] : [(isTotal ? notes.openTotal : notes.open)(list(open))]),
    ...(unknown[0] === undefined
      ? []
      : [isTotal ? notes.stopped(unknown[0].name) : notes.unknown(list(unknown))]),
  ];
}

/** Writes where an indicator breaks, and why. */
const breakNotes = ({ periods }: IndicatorSeries, language: Language): string[] =>
  periods.flatMap(({ breaks = [] }) =>
    breaks.map(({ month, reason }) =>
      seriesLabels[language].notes.seriesBreak(formatMonth(month, language), reason),
    ),
  );

function eventNotes(
  { rows, first_known_day, measure, waiting, size }: EventSeries,
  isTotal: boolean,
  { language, options }: ChartContext,
): FiguredNote[] {
  const { notes } = seriesLabels[language];
  const sums = rows.flatMap(({ periods }) => periods.flatMap(({ sum }) => sum ?? []));
  const add = (read: (sum: (typeof sums)[number]) => number): number =>
    sums.reduce((all, sum) => all + read(sum), 0);
  const [by, undisclosed] = [add((sum) => sum.by), add((sum) => sum.undisclosed)];
  const [first] = rows.toSorted((a, b) => b.opening.count - a.opening.count);
  const before = first?.opening.count ?? 0;
  const leavers = waiting.reduce((sum, one) => sum + one.left, 0);
  const of = { event: options.event ?? eventGroups[0], period: size, target: measure };
  const note = makeCountNote(language);
  const isNegative = sums.some(({ amounts }) => amounts.some(({ minor }) => minor.startsWith('-')));
  return [
    // of totals, the subtitle states the first day
    ...(first_known_day === undefined || isTotal
      ? []
      : [{ text: notes.from(formatDate(first_known_day, language)) }]),
    ...note(before, isTotal ? notes.openingTotal : notes.declare, {
      measure: 'event_projects',
      of: { ...of, ...compact({ event: first?.event }), target: 'projects' },
    }),
    ...note(by, notes.by, { measure: 'series_by_edition', of }),
    ...note(undisclosed, notes.undisclosed, { measure: 'series_unknown', of }),
    ...(measure === 'projects' ? [] : [{ text: notes.amounts }]),
    ...(isNegative ? [{ text: notes.negative }] : []),
    ...(isTotal ? note(leavers, notes.left, { measure: 'series_left', of }) : []),
  ];
}

/** Writes the newest periods of each row. */
const describeRows = ({ blocks, periods, form }: ChartSeries, list: string): string[] =>
  blocks.flatMap(({ heading, rows, brackets }) => [
    ...rows.map(({ name, head, values }) =>
      [
        [name, heading].filter((part) => part !== '').join(' '),
        ...head,
        ...periods.slice(-8).map((period, at) => {
          const value = values[Math.max(0, periods.length - 8) + at];
          const latest = form === 'cumulative' ? value?.totalText : value?.text;
          return `${period.name} ${latest === undefined || latest === '' ? '—' : latest}`;
        }),
      ].join(list),
    ),
    ...brackets.map(({ text }) => text),
  ]);

function words(overview: Overview, context: ChartContext): ChartWords {
  const { language } = context;
  const frame = kitLabels[language];
  const { events, indicator } = overview.series ?? {};
  const series = chartSeries(overview, context);
  const isTotal = series.form === 'cumulative';
  const title = claimTitle(seriesClaim(overview, context), overview, language);
  const status = indicator?.data_status ?? overview.strip.data_status;
  return {
    title,
    subtitle: writeSubtitle(overview, context),
    unit:
      series.blocks[0]?.isCounted === true
        ? unitLabel('projects', language)
        : (series.blocks[0]?.heading ?? ''),
    exact_unit:
      series.blocks[0]?.isCounted === true ? 'projects' : (indicator?.indicator.unit ?? ''),
    source: registerSource(status)[language],
    alt: [title, ...describeRows(series, frame.list)].join(frame.separator),
    ...splitNotes([
      ...[
        ...(indicator === undefined ? [] : breakNotes(indicator, language)),
        ...periodNotes(series, isTotal, language),
      ].map((text) => ({ text })),
      ...(events === undefined ? [] : eventNotes(events, isTotal, context)),
    ]),
    data_status: status,
    as_of: overview.as_of,
    key: [],
  };
}

/** The figure of the last ended period of the first event, or of the indicator. */
function seriesFigure({ series }: Overview): TableFigure {
  const { events, indicator } = series ?? {};
  const periods = events?.rows[0]?.periods ?? indicator?.periods ?? [];
  const last = periods.findLast(({ state }) => state === 'closed') ?? periods.at(-1);
  const of = last === undefined ? {} : { period: last.size, first_month: last.first_month };
  if (indicator !== undefined)
    return { measure: 'period_value', of: { ...of, target: indicator.indicator.id } };
  const [row] = events?.rows ?? [];
  if (events === undefined || row === undefined) return { measure: 'listed_projects', of: {} };
  const own = { ...of, event: row.event, target: events.measure };
  const [currency] = last !== undefined && 'sum' in last ? (last.sum?.amounts ?? []) : [];
  return events.measure === 'projects'
    ? { measure: 'event_projects', of: own }
    : {
        measure: 'event_amount',
        of: { ...own, ...compact({ in: currency?.currency }) },
      };
}

const measureHeight = (width: number, series: ChartSeries): number =>
  (series.form === 'cumulative' ? layLines(series, width) : layBars(series, width)).height;

const focusPoints = (series: ChartSeries, width: number): readonly FocusPoint[] =>
  series.form === 'cumulative'
    ? lineFocusPoints(series, width)
    : barFocusPoints(series, width, series.words);

/** Events of projects or an indicator by period, with the year before, or as totals. */
export const seriesChart: ChartDefinition<ChartSeries> = {
  id: 'series',
  name: (language) => analysisChartNames.series[language],
  page: '/charts',
  needs: ['series'],
  uses: [],
  isPerMeasure: false,
  showsProjects: false,
  facts: ({ measure }) => measures.filter((one) => one === measure),
  takesFilters: true,
  choices,
  hasData: ({ series }) =>
    (series?.events?.rows.length ?? series?.indicator?.periods.length ?? 0) > 0,
  leastHeight: measureHeight,
  height: measureHeight,
  focus: { points: focusPoints, reach: { x: anyDistance, y: 40 }, along: 'both', mark: 'ring' },
  annotationAxes: seriesAxes,
  loadView: () => import('./View.tsx'),
  toSeries: chartSeries,
  words,
  explains: seriesFigure,
  toTable: seriesTable,
  loadOffice: async () => ({ officeChart: (await import('./office-chart.ts')).seriesOfficeChart }),
};
