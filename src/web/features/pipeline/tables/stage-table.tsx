import { formatCount, formatNumber } from '#domain/values/format.ts';
import type { PageUnits } from '#domain/overview/money-units.ts';
import type { KnownPipeline, Pipeline, PipelineStage } from '#domain/projects/pipeline.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { sumColumn } from './sum-column.tsx';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';
import * as textStyles from '#web/ui/text.module.css';

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
  const total = pipeline.pipeline;
  const sums = sumColumn([total, ...pipeline.stages], language, units);
  const disclosed = sums.head(t('disclosed'));
  const undated = pipeline.stages.some((row) => row.undated > 0);
  const columns: readonly Column<PipelineStage>[] = [
    { id: 'stage', label: t('stage'), head: true, cell: (row) => stageWord(row.stage) },
    { id: 'count', label: t('projects'), right: true, cell: (row) => count(row.count) },
    {
      id: 'undisclosed',
      label: t('undisclosed'),
      right: true,
      dim: true,
      cell: (row) => count(row.undisclosed),
    },
    { id: 'amounts', label: disclosed, right: true, cell: (row) => sums.cells(row) },
    { id: 'median', label: t('median'), right: true, cell: (row) => <b>{median(row)}</b> },
    { id: 'within', label: t('within'), right: true, cell: days((row) => row.p80_days) },
    ...(undated
      ? [
          {
            id: 'undated',
            label: t('undated'),
            right: true,
            dim: true,
            cell: (row: PipelineStage) => count(row.undated),
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
              {count(total.count)}
            </td>
            <td
              className={`${dataTableStyles.right} ${textStyles.number}`}
              data-label={t('undisclosed')}
            >
              {count(total.undisclosed)}
            </td>
            <td className={`${dataTableStyles.right} ${textStyles.number}`} data-label={disclosed}>
              {sums.cells(total)}
            </td>
            <td colSpan={2} />
            {undated ? (
              <td
                className={`${dataTableStyles.right} ${textStyles.number}`}
                data-label={t('undated')}
              >
                {count(total.undated)}
              </td>
            ) : null}
          </tr>
        }
      />
      <p className={textStyles.note}>
        {t('days_rule')}{' '}
        {pipeline.on_hold > 0
          ? t('on_hold', { n: count(pipeline.on_hold), one: pipeline.on_hold === 1 })
          : null}
      </p>
    </section>
  );
}
