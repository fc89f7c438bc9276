import { type ChartId, findChart, listFigures } from '#charts/registry.ts';
import { compact } from '#domain/values/compact.ts';
import type { Report, ReportBlock, ReportInput, ReportSection } from '#domain/report/report.ts';
import { reportWords } from '#report/labels/index.ts';
import { makeReport, rowsShown } from './make-report.ts';
import { limitChartTable } from './sections/limited-tables.ts';
import { targetSentence } from './sections/statement.ts';
import { targetsTable } from './sections/targets-table.ts';

/** The chart of the targets section; the others stand together. */
const targetsChart: ChartId = 'targets';

/** Every other figure that has data, with the rows that it draws. */
const figureBlocks = ({ overview, language }: ReportInput): readonly ReportBlock[] =>
  listFigures(overview)
    .filter(({ id, options }) => id !== targetsChart && findChart(id).hasData(overview, options))
    .map(({ id, options }) => ({
      kind: 'figure',
      chart: id,
      ...compact({ measure: options.measure }),
      table: limitChartTable(
        findChart(id).toTable(overview, { language, options }),
        language,
        rowsShown,
      ),
    }));

function slidesOf(section: ReportSection, { overview, language }: ReportInput): ReportSection {
  if (section.id === 'statement')
    return {
      ...section,
      blocks: [
        ...section.blocks,
        {
          kind: 'list',
          items: overview.targets.map((row) => targetSentence(row, language, overview)),
        },
      ],
    };
  return section.id === 'ledger' && findChart(targetsChart).hasData(overview, {})
    ? {
        ...section,
        blocks: [{ kind: 'figure', chart: targetsChart, table: targetsTable(overview, language) }],
      }
    : section;
}

/** The report for slides: every figure with its rows, in place of the pages' choice of one. */
export function makeDeckReport(input: ReportInput): Report {
  const { language, saved = [] } = input;
  const report = makeReport(input);
  const figures = [...figureBlocks(input), ...saved];
  const isLast = ({ id }: ReportSection): boolean => id === 'definitions' || id === 'log';
  const sections = report.sections.filter(({ id }) => id !== 'figures');
  return {
    ...report,
    sections: [
      ...sections.filter((one) => !isLast(one)).map((one) => slidesOf(one, input)),
      ...(figures.length === 0
        ? []
        : [
            {
              id: 'figures' as const,
              heading: reportWords[language].headings.figures,
              blocks: figures,
            },
          ]),
      ...sections.filter(isLast),
    ],
  };
}
