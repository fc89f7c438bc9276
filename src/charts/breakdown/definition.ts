import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import { listGroupFacts, listMeasureFacts } from '#charts/kit/chart-facts.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { registerSource } from '#domain/labels/index.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { breakdownChoices } from './choices.ts';
import { breakdownTitle } from './data/claim.ts';
import { findForm } from './data/form.ts';
import { breakdownNotes } from './data/notes.ts';
import { type BreakdownSeries, breakdownSeries } from './data/series.ts';
import { makeSubtitle } from '#charts/kit/text/subtitle.ts';
import { subtitleSentences } from './data/subtitle.ts';
import { breakdownTable } from './data/table.ts';
import { valueUnit } from './data/units.ts';
import { breakdownLabels } from './labels/index.ts';
import { layBreakdown } from './layout/layout.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

function altText(series: BreakdownSeries, title: string, language: Language): string {
  const { separator, colon, list } = kitLabels[language];
  const rows = series.blocks.flatMap(({ unit, rows: own }) =>
    own.map(
      ({ name, total }) =>
        `${name}${colon}${[`${total.text} ${unit}`, ...(total.unknown === undefined ? [] : [total.unknown])].join(list)}`,
    ),
  );
  return [title, ...rows].join(separator);
}

function words(overview: Overview, context: ChartContext): ChartWords {
  const { language, options } = context;
  const { breakdown, strip } = overview;
  const form = breakdown === undefined ? 'bars' : findForm(breakdown, options.form);
  const title = breakdownTitle(overview, breakdown, form, language);
  const isEmpty = breakdown === undefined || breakdown.groups.length === 0;
  const [unit] = breakdown?.units ?? [];
  const isBeside = options.beside === true;
  const notes = isEmpty ? { notes: [] } : breakdownNotes(breakdown, isBeside, language);
  return {
    title,
    ...makeSubtitle(
      isEmpty ? [] : subtitleSentences(breakdown, form, language, { isBeside }),
      language,
    ),
    unit: isEmpty || unit === undefined ? '' : valueUnit(breakdown, unit, language).word,
    ...compact({ exact_unit: unit !== undefined && isCurrency(unit) ? unit : undefined }),
    source: registerSource(strip.data_status)[language],
    alt: altText(breakdownSeries(overview, context), title, language),
    ...notes,
    data_status: strip.data_status,
    as_of: overview.as_of,
    key: [],
  };
}

/** The unit of the chart's first block, as a query of an explanation names it. */
const firstUnit = ({ units: [unit] }: Breakdown): { readonly in?: string } =>
  unit === undefined ? {} : { in: unit };

/** Any measure of projects by group, divided into parts. */
export const breakdownChart: ChartDefinition<BreakdownSeries> = {
  id: 'breakdown',
  name: (language) => analysisChartNames.breakdown[language],
  page: '/charts',
  needs: ['breakdown'],
  uses: [],
  isPerMeasure: false,
  showsProjects: false,
  facts: (options) => [...listMeasureFacts(options), ...listGroupFacts(options)],
  takesFilters: true,
  hasData: ({ breakdown }) => breakdown !== undefined && breakdown.groups.length > 0,
  explains: ({ breakdown }) =>
    breakdown === undefined
      ? { measure: 'listed_projects', of: {} }
      : {
          measure: `breakdown_${breakdown.measure}`,
          of: { by: breakdown.by, stack: breakdown.stack, ...firstUnit(breakdown) },
        },
  subject: ({ breakdown }, { language }) =>
    breakdown === undefined
      ? analysisChartNames.breakdown[language]
      : breakdownLabels[language].measures[breakdown.measure],
  choices: breakdownChoices,
  height: (width, series) => layBreakdown(series, width).height,
  leastHeight: (width, series) => layBreakdown(series, width).height,
  focus: {
    points: (series, width) => layBreakdown(series, width).points,
    reach: { x: 60, y: 20 },
    along: 'both',
    mark: 'ring',
  },
  loadView: () => import('./View.tsx'),
  annotationAxes: (series, width) => layBreakdown(series, width).axes ?? [],
  loadOffice: async () => ({
    officeChart: (await import('./office-chart.ts')).breakdownOfficeChart,
  }),
  loadRows: async (overview, { language }) => {
    if (overview.breakdown === undefined) return undefined;
    const { breakdownRows } = await import('./data/pivot-rows.ts');
    return breakdownRows(overview, overview.breakdown, language);
  },
  toSeries: breakdownSeries,
  words,
  toTable: (overview, { language }) =>
    overview.breakdown === undefined
      ? {
          columns: [{ id: 'group', label: analysisChartNames.breakdown[language], kind: 'text' }],
          rows: [],
        }
      : breakdownTable(overview, overview.breakdown, language),
};
