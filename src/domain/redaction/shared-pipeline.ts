import { pickNamed } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import type { Pipeline, PipelineStage, StageMoves } from '#domain/projects/pipeline.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { smallestGroup, isNamed, type RedactionProfile } from './profile.ts';

/** A redacted pipeline, without stalled projects. `moves` is present if the profile has them. */
export type SharedPipeline = Pick<
  Pipeline,
  | 'data_status'
  | 'stages'
  | 'pipeline'
  | 'on_hold'
  | 'moves'
  | 'first_known_day'
  | 'undated_projects'
>;

/**
 * Redacts a pipeline of a register without the excluded projects. Its amounts are the redacted
 * amounts of the stages, so the two pages together disclose nothing. Days in a stage need as many
 * projects as an amount. Moves are counts and name the projects that the profile names at their
 * present stage, so they do not name a project that moved back.
 */
export function redactPipeline(
  pipeline: Pipeline,
  groups: readonly StageGroupTotals[],
  profile: RedactionProfile,
  present: ReadonlyMap<string, StageOrUnknown>,
): SharedPipeline {
  const {
    data_status,
    stages,
    pipeline: coming,
    on_hold,
    moves,
    first_known_day,
    undated_projects,
  } = pipeline;
  const first = first_known_day === undefined ? {} : { first_known_day };
  if (coming === undefined || on_hold === undefined) return { data_status, ...first, stages: [] };
  const sums = toSums(groups.find(({ group }) => group === 'pipeline'));
  return {
    data_status,
    ...first,
    ...compact({ undated_projects }),
    stages: stages.map((row) => redactStage(row, groups, smallestGroup(profile))),
    pipeline: { ...sums, undated: coming.undated },
    on_hold,
    ...compact({
      moves:
        moves === undefined || !profile.sections.includes('changes')
          ? undefined
          : {
              since: moves.since,
              total: moves.total,
              items: moves.items.map((item) => listMoves(item, profile, present)),
            },
    }),
  };
}

type Sums = Pick<StageGroupTotals, 'count' | 'undisclosed' | 'amounts' | 'held_back'>;
const toSums = (sums: Sums = { count: 0, undisclosed: 0, amounts: [] }): Sums => ({
  count: sums.count,
  undisclosed: sums.undisclosed,
  amounts: sums.amounts,
  ...compact({ held_back: sums.held_back }),
});

function redactStage(
  row: PipelineStage,
  groups: readonly StageGroupTotals[],
  fewest: number,
): PipelineStage {
  const { stage, group, dated, undated, median_days, p80_days } = row;
  const visible = groups.flatMap(({ rows }) => rows).find((one) => one.stage === stage);
  const isVisible = dated >= fewest;
  return {
    stage,
    group,
    ...toSums(visible),
    dated,
    undated,
    ...compact({
      median_days: median_days === undefined || !isVisible ? undefined : median_days,
      p80_days: p80_days === undefined || !isVisible ? undefined : p80_days,
    }),
  };
}

const listMoves = (
  { from, to, count, regression, projects }: StageMoves,
  profile: RedactionProfile,
  present: ReadonlyMap<string, StageOrUnknown>,
): StageMoves => ({
  ...compact({ from }),
  to,
  count,
  regression,
  projects: projects.flatMap(({ date, by, ...project }) =>
    isNamed(profile, present.get(project.code) ?? to)
      ? [{ ...pickNamed(project), date, ...compact({ by }) }]
      : [],
  ),
});
