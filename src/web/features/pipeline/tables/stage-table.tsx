import type { ReactNode } from 'react';
import { compact } from '#domain/values/compact.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { writeKnownCount } from '#domain/labels/general/missing-figure.ts';
import { countStageNotSet } from '#domain/overview/stage-not-set.ts';
import { formatCount, formatNumber } from '#domain/values/format.ts';
import type { PageUnits } from '#domain/overview/money-units.ts';
import type { KnownPipeline, Pipeline, PipelineStage } from '#domain/projects/pipeline.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { sumColumn } from './sum-column.tsx';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** How days are counted, and the number of projects on hold. */
function StageNotes({ on_hold }: { readonly on_hold: number }) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  return (
    <p className={textStyles.note}>
      <span data-words>{t('days_rule')}</span>{' '}
      {on_hold > 0 ? (
        <ExplainableFigure measure="projects_on_hold">
          {t('on_hold', { n: formatCount(on_hold, language), one: on_hold === 1 })}
        </ExplainableFigure>
      ) : null}
    </p>
  );
}

type StagePipeline = KnownPipeline<Pick<Pipeline, 'stages' | 'pipeline' | 'on_hold'>>;

interface StageColumn {
  readonly id: string;
  readonly label: string;
  readonly dim?: true;
  readonly figure: (row: PipelineStage) => ReactNode;
  /** The figure of all stages of the pipeline. Days of stages have none. */
  readonly total?: ReactNode;
}

const explainFigure = (measure: MeasureId, stage: string, figure: ReactNode): ReactNode => (
  <ExplainableFigure measure={measure} of={`stage=${stage}`}>
    {figure}
  </ExplainableFigure>
);

/** Makes the columns of figures. The column of undated projects is left out where all have a day. */
function useStageColumns(
  { stages, pipeline: total }: StagePipeline,
  units: PageUnits | undefined,
): readonly StageColumn[] {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const withoutStage = countStageNotSet(stages);
  /** Writes a number of the projects of a stage, which is unknown where their number is. */
  const count = (of: { readonly count: number }, n = of.count): string =>
    of.count === 0 ? writeKnownCount(0, withoutStage, language) : formatCount(n, language);
  const days = (n: number | undefined): string =>
    n === undefined ? '—' : formatNumber(n, language, 0);
  const sums = sumColumn([total, ...stages], language, units);
  const hasUndated = stages.some(({ undated }) => undated > 0);
  const columns: readonly StageColumn[] = [
    {
      id: 'count',
      label: t('projects'),
      figure: (row) => explainFigure('stage_projects', row.stage, count(row)),
      total: explainFigure('stage_projects', 'pipeline', count(total)),
    },
    {
      id: 'undisclosed',
      label: t('undisclosed'),
      dim: true,
      figure: (row) => explainFigure('stage_investment', row.stage, count(row, row.undisclosed)),
      total: explainFigure('stage_investment', 'pipeline', count(total, total.undisclosed)),
    },
    {
      id: 'amounts',
      label: sums.head(t('disclosed')),
      figure: (row) => explainFigure('stage_investment', row.stage, sums.cells(row)),
      total: explainFigure('stage_investment', 'pipeline', sums.cells(total)),
    },
    {
      id: 'median',
      label: t('median'),
      figure: (row) =>
        explainFigure('stage_median_days', row.stage, <b>{days(row.median_days)}</b>),
    },
    {
      id: 'within',
      label: t('within'),
      figure: (row) => explainFigure('stage_days_8_in_10', row.stage, days(row.p80_days)),
    },
    {
      id: 'undated',
      label: t('undated'),
      dim: true,
      figure: (row) => explainFigure('stage_median_days', row.stage, count(row, row.undated)),
      total: explainFigure('stage_median_days', 'pipeline', count(total, total.undated)),
    },
  ];
  return columns.filter(({ id }) => id !== 'undated' || hasUndated);
}

/**
 * Projects, amounts and days in stage of every stage, with the sum of those that the zone counts as
 * pipeline.
 */
export function StageTable({
  pipeline,
  stageWord,
  units,
}: {
  readonly pipeline: StagePipeline;
  readonly stageWord: (stage: string) => string;
  /** The units of money of the page. */
  readonly units?: PageUnits;
}) {
  const t = useLabels(pipelineLabels);
  const columns = useStageColumns(pipeline, units);
  return (
    <section className={textStyles.section}>
      <h3>{t('stages')}</h3>
      <DataTable
        caption={t('stages')}
        columns={[
          { id: 'stage', label: t('stage'), head: true, cell: (row) => stageWord(row.stage) },
          ...columns.map(({ id, label, dim, figure }) => ({
            id,
            label,
            right: true,
            cell: (row: PipelineStage) => figure(row),
            ...compact({ dim }),
          })),
        ]}
        rows={pipeline.stages}
        rowKey={(row) => row.stage}
        stacks="labelled"
        foot={
          <tr>
            <th scope="row">{t('total')}</th>
            {columns.map(({ id, label, total }) =>
              total === undefined ? (
                // on a phone, cells with a colspan are hidden
                <td key={id} colSpan={1} />
              ) : (
                <td
                  key={id}
                  className={`${dataTableStyles.right} ${textStyles.number}`}
                  data-label={label}
                >
                  {total}
                </td>
              ),
            )}
          </tr>
        }
      />
      <StageNotes on_hold={pipeline.on_hold} />
    </section>
  );
}
