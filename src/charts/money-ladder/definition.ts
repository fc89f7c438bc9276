import { compact } from '#domain/values/compact.ts';
import { nameKey } from '#charts/breakdown/data/names.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { listGroupFacts } from '#charts/kit/chart-facts.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { type BreakdownKey, breakdownKeys } from '#domain/analysis/breakdown.ts';
import { ladderLabels } from './labels/index.ts';
import { layLadder } from './layout.ts';
import { type LadderSeries, ladderSeries } from './series.ts';
import { ladderTable } from './table.ts';
import { ladderChartWords } from './words.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

/** The default comes first. Only projects that ended have a reason. */
const keys: readonly BreakdownKey[] = [
  'industry',
  ...breakdownKeys.filter((key) => key !== 'industry' && key !== 'reason'),
];

/** How much of the planned money has become real: planned, contracted, paid in and completed. */
export const moneyLadderChart: ChartDefinition<LadderSeries> = {
  id: 'money_ladder',
  name: (language) => analysisChartNames.money_ladder[language],
  page: '/charts',
  needs: ['money_ladder'],
  uses: [],
  isPerMeasure: false,
  showsProjects: false,
  facts: (options) => [
    ...(['total_investment', 'contracted_amount', 'paid_in', 'fai_done_total'] as const),
    ...listGroupFacts(options),
  ],
  takesFilters: true,
  hasData: ({ money_ladder }) => money_ladder !== undefined && money_ladder.groups.length > 0,
  choices: (_overview, { language }) => [
    {
      option: 'by',
      label: ladderLabels[language].by,
      changes_data: true,
      values: keys.map((value) => ({ value, label: nameKey(value, language) })),
      takes: 'columns',
    },
  ],
  height: (width, series) => layLadder(series, width).height,
  leastHeight: (width, series) => layLadder(series, width).height,
  focus: {
    points: (series, width) => layLadder(series, width).points,
    reach: { x: anyDistance, y: 22 },
    along: 'y',
    mark: 'none',
  },
  loadView: () => import('./View.tsx'),
  annotationAxes: (series, width) => layLadder(series, width).axes ?? [],
  loadOffice: async () => ({ officeChart: (await import('./office-chart.ts')).ladderOfficeChart }),
  toSeries: (overview, { language }) => ladderSeries(overview, language),
  words: ladderChartWords,
  explains: ({ money_ladder: ladder }) => ({
    measure: 'rung_share',
    of: {
      by: ladder?.by ?? 'industry',
      of: 'total_investment',
      has: 'contracted_amount',
      ...compact({ in: ladder?.units[0] === undefined ? undefined : ladder.units[0] }),
    },
  }),
  toTable: (overview, { language }) =>
    overview.money_ladder === undefined
      ? {
          columns: [
            { id: 'group', label: analysisChartNames.money_ladder[language], kind: 'text' },
          ],
          rows: [],
        }
      : ladderTable(overview, overview.money_ladder, language),
};
