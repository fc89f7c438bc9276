import { formatCount, formatNumber } from '#domain/values/format.ts';
import type { PageUnits } from '#domain/overview/money-units.ts';
import type { KnownPipeline, Pipeline, PipelineStage } from '#domain/projects/pipeline.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
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

/**
 * Projects, amounts and days in stage of every stage, with the sum of those that the zone counts as
 * pipeline.
 */
export function StageTable({
  pipeline,
  stageWord,
  units,
}: {
  readonly pipeline: KnownPipeline<Pick<Pipeline, 'stages' | 'pipeline' | 'on_hold'>>;
  readonly stageWord: (stage: string) => string;
  /** The units of money of the page. */
  readonly units?: PageUnits;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const count = (n: number): string => formatCount(n, language);
  /** A column of whole days. */
  const days =
    (of: (row: PipelineStage) => number | undefined) =>
    (row: PipelineStage): string => {
      const n = of(row);
      return n === undefined ? '—' : formatNumber(n, language, 0);
    };
  const median = days((row) => row.median_days);
  const within = days((row) => row.p80_days);
  const total = pipeline.pipeline;
  const sums = sumColumn([total, ...pipeline.stages], language, units);
  const sumHead = sums.head(t('disclosed'));
  const hasUndated = pipeline.stages.some((row) => row.undated > 0);
  const columns: readonly Column<PipelineStage>[] = [
    { id: 'stage', label: t('stage'), head: true, cell: (row) => stageWord(row.stage) },
    {
      id: 'count',
      label: t('projects'),
      right: true,
      cell: (row) => (
        <ExplainableFigure measure="stage_projects" of={`stage=${row.stage}`}>
          {count(row.count)}
        </ExplainableFigure>
      ),
    },
    {
      id: 'undisclosed',
      label: t('undisclosed'),
      right: true,
      dim: true,
      cell: (row) => (
        <ExplainableFigure measure="stage_investment" of={`stage=${row.stage}`}>
          {count(row.undisclosed)}
        </ExplainableFigure>
      ),
    },
    {
      id: 'amounts',
      label: sumHead,
      right: true,
      cell: (row) => (
        <ExplainableFigure measure="stage_investment" of={`stage=${row.stage}`}>
          {sums.cells(row)}
        </ExplainableFigure>
      ),
    },
    {
      id: 'median',
      label: t('median'),
      right: true,
      cell: (row) => (
        <ExplainableFigure measure="stage_median_days" of={`stage=${row.stage}`}>
          <b>{median(row)}</b>
        </ExplainableFigure>
      ),
    },
    {
      id: 'within',
      label: t('within'),
      right: true,
      cell: (row) => (
        <ExplainableFigure measure="stage_days_8_in_10" of={`stage=${row.stage}`}>
          {within(row)}
        </ExplainableFigure>
      ),
    },
    ...(hasUndated
      ? [
          {
            id: 'undated',
            label: t('undated'),
            right: true,
            dim: true,
            cell: (row: PipelineStage) => (
              <ExplainableFigure measure="stage_median_days" of={`stage=${row.stage}`}>
                {count(row.undated)}
              </ExplainableFigure>
            ),
          },
        ]
      : []),
  ];
  return (
    <section className={textStyles.section}>
      <h3>{t('stages')}</h3>
      <DataTable
        caption={t('stages')}
        columns={columns}
        rows={pipeline.stages}
        rowKey={(row) => row.stage}
        stacks="labelled"
        foot={
          <tr>
            <th scope="row">{t('total')}</th>
            <td
              className={`${dataTableStyles.right} ${textStyles.number}`}
              data-label={t('projects')}
            >
              <ExplainableFigure measure="stage_projects" of="stage=pipeline">
                {count(total.count)}
              </ExplainableFigure>
            </td>
            <td
              className={`${dataTableStyles.right} ${textStyles.number}`}
              data-label={t('undisclosed')}
            >
              <ExplainableFigure measure="stage_investment" of="stage=pipeline">
                {count(total.undisclosed)}
              </ExplainableFigure>
            </td>
            <td className={`${dataTableStyles.right} ${textStyles.number}`} data-label={sumHead}>
              <ExplainableFigure measure="stage_investment" of="stage=pipeline">
                {sums.cells(total)}
              </ExplainableFigure>
            </td>
            <td colSpan={2} />
            {hasUndated ? (
              <td
                className={`${dataTableStyles.right} ${textStyles.number}`}
                data-label={t('undated')}
              >
                <ExplainableFigure measure="stage_projects" of="stage=pipeline">
                  {count(total.undated)}
                </ExplainableFigure>
              </td>
            ) : null}
          </tr>
        }
      />
      <StageNotes on_hold={pipeline.on_hold} />
    </section>
  );
}
