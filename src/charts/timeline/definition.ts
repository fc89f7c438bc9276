import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { claimTitle, countWord } from '#charts/kit/text/claim.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { numberText } from '#charts/kit/text/units.ts';
import { type ProjectTimeline, timelineGroups } from '#domain/analysis/project-timeline.ts';
import { registerSource } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineFocusPoints } from './focus-points.ts';
import { timelineLabels } from './labels/index.ts';
import { layBars } from './layout/bars-layout.ts';
import { layRows, timelineAxis } from './layout/layout.ts';
import { layLines } from './layout/lines-layout.ts';
import { partPaint } from './marks.ts';
import { timelineSeries, type TimelineSeries } from './series.ts';
import { timelineZooms } from './zoom.ts';
import { timelineTable } from './table.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

/** Writes days, rounded to tens from 25 on, since they are a median. */
const aboutDays = (days: number): string =>
  numberText(days < 25 ? Math.round(days) : Math.round(days / 10) * 10, 0);

/** Writes that no project is behind, of those that state an original date. */
function writeNotBehind(timeline: ProjectTimeline, language: Language): string {
  const text = timelineLabels[language];
  const { projects, undated, no_original, quarters } = timeline;
  const stated = projects - undated - no_original;
  if (stated === 0) return text.titleNoOriginal;
  const isAllOnTime = stated === projects && quarters.every(({ done_late }) => done_late === 0);
  return isAllOnTime ? text.titlePlanned : text.titleNotBehind(countWord(stated, language));
}

function writeTitle(timeline: ProjectTimeline, overview: Overview, language: Language): string {
  const text = timelineLabels[language];
  const { projects, behind, median_delay, undated } = timeline;
  if (projects === 0) return text.titleNone;
  if (undated === projects) return text.titleNoDates;
  const claim = (sentence: string): string => claimTitle(sentence, overview, language);
  if (behind === 0 || median_delay === undefined) return claim(writeNotBehind(timeline, language));
  const all = countWord(projects, language);
  const exact = numberText(median_delay, 0);
  if (projects === 1) return claim(text.titleOnly(exact));
  return claim(
    behind === 1
      ? text.titleOne(all, exact)
      : text.title(countWord(behind, language), all, aboutDays(median_delay)),
  );
}

function writeNotes(timeline: ProjectTimeline, language: Language): readonly string[] {
  const { median_delay, behind } = timeline;
  return median_delay === undefined || behind < 2
    ? []
    : [timelineLabels[language].median(numberText(median_delay, 0))];
}

function writeSubtitle(series: TimelineSeries | undefined, language: Language): string {
  const text = timelineLabels[language];
  if (series === undefined) return '';
  if (series.form === 'quarters') return text.subtitleQuarters;
  return series.form === 'lines' ? text.subtitleLines : text.subtitle;
}

function words(overview: Overview, { language, options }: ChartContext): ChartWords {
  const text = timelineLabels[language];
  const { timeline } = overview;
  const series = timelineSeries(overview, language, options.zoom);
  const title = timeline === undefined ? text.titleNone : writeTitle(timeline, overview, language);
  const { projects = 0, undated = 0, no_original = 0 } = timeline ?? {};
  const isNamed = (options.title ?? '').trim() !== '';
  return {
    title,
    // nothing is drawn without dates, and the own title says so
    subtitle: series === undefined && isNamed ? title : writeSubtitle(series, language),
    unit: '',
    source: joinSources(
      [
        registerSource(overview.strip.data_status)[language],
        projects === 0 ? '' : text.projects(numberText(projects, 0)),
        undated === 0 ? '' : text.undated(numberText(undated, 0)),
        no_original === 0 ? '' : text.noOriginal(numberText(no_original, 0)),
      ],
      language,
    ),
    alt: [
      title,
      ...(series?.lists ?? []).map(
        ({ head, items }) =>
          `${head}${kitLabels[language].colon}${items.join(kitLabels[language].list)}`,
      ),
    ].join(kitLabels[language].separator),
    notes: timeline === undefined ? [] : writeNotes(timeline, language),
    data_status: overview.strip.data_status,
    as_of: overview.as_of,
    key:
      series?.form === 'quarters'
        ? partPaint.map(({ part, colour, shape }) => ({ label: text.parts[part], colour, shape }))
        : [],
  };
}

function measureHeight(series: TimelineSeries | undefined, width: number): number {
  if (series === undefined) return 40;
  if (series.form === 'rows') return layRows(series, width).height;
  return series.form === 'lines' ? layLines(series, width).height : layBars(series, width).height;
}

/** Milestones, gates and legal deadlines of projects: original, plan and actual. */
export const timelineChart: ChartDefinition<TimelineSeries | undefined> = {
  id: 'timeline',
  name: (language) => analysisChartNames.timeline[language],
  page: '/charts',
  needs: ['timeline'],
  uses: [],
  isPerMeasure: false,
  showsProjects: true,
  facts: () => ['milestones'],
  takesFilters: true,
  hasData: ({ timeline }) => (timeline?.projects ?? 0) > 0,
  choices: (_, { language }) => [
    {
      option: 'by',
      label: timelineLabels[language].group,
      values: timelineGroups.map((value) => ({
        value,
        label: timelineLabels[language].groups[value],
      })),
      changes_data: true,
    },
    {
      option: 'zoom',
      label: timelineLabels[language].zoom,
      values: timelineZooms.map((value) => ({
        value,
        label: timelineLabels[language].zooms[value],
      })),
      changes_data: false,
    },
  ],
  height: (width, series) => measureHeight(series, width),
  leastHeight: (width, series) => measureHeight(series, width),
  focus: {
    points: timelineFocusPoints,
    reach: { x: anyDistance, y: 18 },
    along: 'both',
    mark: 'ring',
  },
  annotationAxes: (series, width) => {
    if (series === undefined || series.form === 'quarters') return [];
    const lay = series.form === 'rows' ? layRows : layLines;
    return [timelineAxis(lay(series, width))];
  },
  loadView: () => import('./View.tsx'),
  toSeries: (overview, { language, options }) =>
    timelineSeries(overview, language, options.zoom, options.by),
  words,
  explains: (_, { options }) => ({
    measure: 'projects_behind',
    of: { by: options.by ?? 'established' },
  }),
  toTable: timelineTable,
  loadOffice: async () => ({
    officeChart: (await import('./office-chart.ts')).timelineOfficeChart,
  }),
};
