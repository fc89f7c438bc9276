import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { listGroupFacts, listMeasureFacts } from '#charts/kit/chart-facts.ts';
import { distributionMeasures } from '#domain/analysis/distribution.ts';
import { distributionLabels } from './labels/index.ts';
import { laySizes } from './layout.ts';
import { type SizeSeries, sizeSeries } from './series.ts';
import { sizeTable } from './table.ts';
import { sizeWords } from './words.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

/** The typical size of a project, and the sizes of the large ones, by stage. */
export const distributionChart: ChartDefinition<SizeSeries> = {
  id: 'distribution',
  name: (language) => analysisChartNames.distribution[language],
  page: '/charts',
  needs: ['distribution'],
  uses: [],
  isPerMeasure: false,
  showsProjects: true,
  facts: (options) => [...listMeasureFacts(options), ...listGroupFacts(options)],
  takesFilters: true,
  hasData: ({ distribution }) => distribution !== undefined && distribution.rows.length > 0,
  subject: ({ distribution }, { language }) =>
    distributionLabels[language].title(
      breakdownLabels[language].measures[distribution?.measure ?? 'total_investment'],
    ),
  choices: (_overview, { language }) => [
    {
      option: 'measure',
      label: breakdownLabels[language].choices.measure,
      changes_data: true,
      values: distributionMeasures.map((value) => ({
        value,
        label: breakdownLabels[language].measures[value],
      })),
    },
  ],
  height: (width, series) => laySizes(series, width).height,
  leastHeight: (width, series) => laySizes(series, width).height,
  focus: {
    points: (series, width) => laySizes(series, width).points,
    reach: { x: 14, y: 20 },
    along: 'both',
    mark: 'ring',
  },
  annotationAxes: (series, width) => laySizes(series, width).axes,
  loadView: () => import('./View.tsx'),
  toSeries: (overview, { language }) => sizeSeries(overview, language),
  words: sizeWords,
  toTable: (overview, { language }) =>
    overview.distribution === undefined
      ? {
          columns: [
            { id: 'stage', label: distributionLabels[language].columns.stage, kind: 'text' },
          ],
          rows: [],
        }
      : sizeTable(overview, overview.distribution, language),
  explains: ({ distribution: own }) => {
    const row = own?.rows.find(({ lines }) => lines.some(({ median }) => median !== undefined));
    const line = row?.lines.find(({ median }) => median !== undefined);
    return own === undefined || row === undefined || line === undefined
      ? { measure: 'breakdown_count', of: { by: 'stage', stack: 'none' } }
      : {
          measure: 'size_point',
          of: { counted: own.measure, key: row.stage, in: line.unit, point: 'median' },
        };
  },
  loadOffice: async () => ({
    officeChart: (await import('./office-chart.ts')).distributionOfficeChart,
  }),
};
