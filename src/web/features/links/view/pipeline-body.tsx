import { compact } from '#domain/values/compact.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { isKnown } from '#domain/projects/pipeline.ts';
import { writeNotKnown, undatedProjects } from '#domain/labels/index.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Definitions } from '#web/features/overview/parts/definitions.tsx';
import { StageMovesTable } from '#web/features/pipeline/tables/stage-moves-table.tsx';
import { StageTable } from '#web/features/pipeline/tables/stage-table.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { SharedFigure } from './shared-figures.tsx';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import { LaterMoneyOfGroups } from '#web/figures/later-money.tsx';
import * as textStyles from '#web/ui/text.module.css';

/** The shared pipeline: projects by stage, time in stage, and moves. */
export function PipelineBody({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(readerLabels);
  const p = useLabels(pipelineLabels);
  const language = useLanguage();
  const { pipeline } = payload;
  const overview = toDrawableOverview(payload.overview);
  const word = (stage: string): string => stageWord(overview.zone.stage_words, stage, language);
  const showsNames = payload.overview.shared.names !== 'hidden';
  if (pipeline === undefined) return null;
  if (!isKnown(pipeline))
    return <p className={textStyles.note}>{writeNotKnown(overview, language)}</p>;
  const { moves, undated_projects } = pipeline;
  return (
    <>
      <h2 className={textStyles.visuallyHidden}>{p('by_stage')}</h2>
      <SharedFigure id="pipeline" payload={payload} overview={overview} />
      <LaterMoneyOfGroups overview={overview} />
      {undated_projects === undefined ? null : (
        <p className={textStyles.note}>{undatedProjects(undated_projects, language)}</p>
      )}
      <StageTable pipeline={pipeline} stageWord={word} />
      {payload.overview.shared.smallest_group > 1 ? (
        <p className={textStyles.note}>
          {t('days_groups', { n: payload.overview.shared.smallest_group })}
        </p>
      ) : null}
      {moves === undefined ? null : (
        <StageMovesTable
          moves={moves}
          stageWord={word}
          {...compact({
            link: showsNames
              ? (project: NamedProject) => <ProjectName project={project} />
              : undefined,
          })}
        />
      )}
      {pipeline.data_status === 'illustrative' ? (
        <p className={textStyles.note}>
          <StatusChip status="illustrative" /> {t('example_projects')}
        </p>
      ) : null}
      <Definitions overview={overview} unfolded />
    </>
  );
}
