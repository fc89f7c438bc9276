import type {
  ChartChoice,
  ChartContext,
  ChartDefinition,
  ChartWords,
} from '#charts/kit/definition.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type FiguredNote, makeCountNote, splitNotes } from '#charts/kit/text/figured-notes.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { periodName } from '#domain/analysis/events/period-name.ts';
import type { PeriodSize } from '#domain/analysis/events/calendar-periods.ts';
import { funnelSteps } from '#domain/analysis/events/choices.ts';
import {
  isUnknownCohort,
  type CohortFunnel,
  type LeftOut,
} from '#domain/analysis/events/cohort-funnel.ts';
import { registerSource } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { funnelLabels } from './labels/index.ts';
import { countVisibleRows, funnelAxes, funnelFocusPoints, layFunnel } from './layout.ts';
import {
  countsText,
  funnelSeries,
  shareText,
  stagesOfFunnel,
  type FunnelSeries,
  funnelOf,
} from './series.ts';
import { funnelTable } from './table.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

const spanText = (months: number, language: Language): string => {
  const { spans, months: count } = funnelLabels[language];
  if (months === 24) return spans.two_years;
  return months === 12 ? spans.one_year : count(String(months));
};

/** Writes the shares after the longest time that was followed, else counts; never an estimate. */
function titleText(overview: Overview, language: Language): string {
  const text = funnelLabels[language];
  const { funnel } = overview;
  if (funnel === undefined) return analysisChartNames.funnel[language];
  const { from, to } = stagesOfFunnel(funnel);
  const { all, cohorts, incidence, left_out } = funnel;
  const headline = incidence?.headline;
  if (headline !== undefined)
    return text.title(
      shareText(headline.moved, language),
      text.entered[from],
      text.reached[to],
      spanText(headline.months, language),
      shareText(headline.left, language),
    );
  if (all.n === 0) {
    const isUnknown = left_out.undated > 0 || cohorts.every(isUnknownCohort);
    return (isUnknown ? text.titleUnknown : text.titleNone)(text.entered[from]);
  }
  const count = (value: number): string =>
    formatCount(value, language, language === 'en' ? undefined : 'projects');
  return text.titleCounts(sentenceStart(text.entered[from]), countsText(all, count, language));
}

function writeNotes(funnel: CohortFunnel, language: Language): FiguredNote[] {
  const { notes } = funnelLabels[language];
  const { left_out, all, cohorts, first_known_day, incidence } = funnel;
  const of = funnelOf(funnel);
  const note = makeCountNote(language);
  const outside = (reason: keyof LeftOut) =>
    ({ measure: 'cohort_outside', of: { ...of, outside: reason } }) as const;
  const last = cohorts.at(-1);
  return [
    ...note(left_out.passed, notes.passed, outside('passed')),
    ...(first_known_day === undefined
      ? []
      : note(
          left_out.before,
          (count) => notes.before(count, formatDate(first_known_day, language)),
          outside('before'),
        )),
    ...note(left_out.undated, notes.undated, outside('undated')),
    ...note(left_out.stage_unset ?? 0, notes.stage_unset, outside('stage_unset')),
    ...note(all.unlisted, notes.unlisted, {
      measure: 'cohort_projects',
      of: { ...of, end: 'unlisted' },
    }),
    ...(last?.state === 'open' ? [{ text: notes.open(periodName(last, language)) }] : []),
    ...(incidence === undefined ? [] : [{ text: notes.method }]),
  ];
}

/** Writes the cohorts, as many as the widest drawing shows. */
function describeCohorts({ rows }: FunnelSeries): string[] {
  return rows
    .slice(rows.length - countVisibleRows(rows.length, 1100))
    .filter(({ kind }) => kind === 'bar' || kind === 'squares')
    .map(({ name, n, parts, text }) =>
      [name, n, text ?? parts.map(({ label }) => label).join(' ')].join(' '),
    );
}

/** Writes the subtitle without the explanation of its marks. */
function plainSubtitle(overview: Overview, language: Language): string {
  const text = funnelLabels[language];
  const { funnel } = overview;
  const from = funnel === undefined ? 'lead' : stagesOfFunnel(funnel).from;
  return sentenceStart(
    text.subtitle(text.entered[from], text.sizeWords[funnel?.size ?? 'half_year']),
  );
}

function words(overview: Overview, { language }: ChartContext): ChartWords {
  const [frame, text] = [kitLabels[language], funnelLabels[language]];
  const { funnel } = overview;
  const title = claimTitle(titleText(overview, language), overview, language);
  const status = overview.strip.data_status;
  const series = funnelSeries(overview, language);
  const hasSmall = series.rows.some(({ kind }) => kind === 'squares');
  const subtitle = [
    plainSubtitle(overview, language),
    text.marks,
    ...(hasSmall ? [text.small] : []),
    ...(series.curve === undefined ? [] : [text.below]),
  ].join(frame.separator);
  return {
    title,
    subtitle: series.rows.length === 0 ? '' : subtitle,
    unit: '%',
    source: registerSource(status)[language],
    alt: [title, ...describeCohorts(series)].join(frame.separator),
    ...splitNotes(funnel === undefined ? [] : writeNotes(funnel, language)),
    data_status: status,
    as_of: overview.as_of,
    key: [],
  };
}

function choices(language: Language): readonly ChartChoice[] {
  const text = funnelLabels[language];
  const sizes: readonly PeriodSize[] = ['half_year', 'quarter', 'month', 'year'];
  return [
    {
      option: 'event',
      label: text.option.event,
      values: funnelSteps.map((value) => ({ value, label: text.steps[value] })),
      changes_data: true,
    },
    {
      option: 'period',
      label: text.option.period,
      values: sizes.map((value) => ({ value, label: text.sizes[value] })),
      changes_data: true,
    },
  ];
}

/** The later stages of projects, by the period of their entry. */
export const funnelChart: ChartDefinition<FunnelSeries> = {
  id: 'funnel',
  name: (language) => analysisChartNames.funnel[language],
  page: '/charts',
  needs: ['funnel'],
  uses: [],
  isPerMeasure: false,
  showsProjects: false,
  facts: () => [],
  takesFilters: true,
  choices: (_overview, { language }) => choices(language),
  hasData: ({ funnel }) => (funnel?.all.n ?? 0) > 0,
  leastHeight: (width, series) => layFunnel(series, width).height,
  height: (width, series) => layFunnel(series, width).height,
  focus: {
    points: (series, width) => funnelFocusPoints(series, width),
    reach: { x: anyDistance, y: 24 },
    along: 'both',
    mark: 'none',
  },
  annotationAxes: funnelAxes,
  loadView: () => import('./View.tsx'),
  toSeries: (overview, { language }) => funnelSeries(overview, language),
  words,
  explains: ({ funnel }) => {
    if (funnel === undefined) return { measure: 'listed_projects', of: {} };
    const { incidence } = funnel;
    const of = funnelOf(funnel);
    return incidence?.headline === undefined
      ? { measure: 'cohort_projects', of }
      : {
          measure: 'incidence_share',
          of: { ...of, end: 'moved', months: String(incidence.headline.months) },
        };
  },
  toTable: (overview, { language }) => funnelTable(overview, language),
  loadOffice: async () => ({ officeChart: (await import('./office-chart.ts')).funnelOfficeChart }),
};
