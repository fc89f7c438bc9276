import { areKnown, type Move, type RegisterChanges } from '#domain/changes/moves.ts';
import { stageRank, type Stage, type StageOrUnknown } from '#domain/projects/stage.ts';

/** The stages whose arrivals a report lists. */
export const reportedStages = ['signed', 'construction', 'operation', 'full_capacity'] as const;
export type ReportedStage = (typeof reportedStages)[number];

const rankOf = (stage: StageOrUnknown | undefined): number =>
  stage === undefined ? -1 : (stageRank(stage) ?? -1);

/** Whether a project was below a stage on the first day and is active at it or beyond now. */
function hasPassed({ from, to, kinds }: Move, stage: Stage): boolean {
  if (to?.status !== 'active' || kinds.includes('stage')) return false;
  const rank = rankOf(stage);
  if (from === undefined) return rankOf(to.stage) === rank;
  return rankOf(from.stage) < rank && rankOf(to.stage) >= rank;
}

/** The projects that reached a stage in the period. A new project reached its present stage. */
export interface PassedStage {
  readonly stage: ReportedStage;
  readonly moves: readonly Move[];
}

/** Whether changes list each project that moved, and not only the first ones. */
export const hasAllMoves = ({
  moves,
  total,
}: Pick<RegisterChanges, 'moves'> & { readonly total: number }): boolean => moves.length >= total;

/**
 * Lists the stages that projects reached in the period, with the projects.
 * @returns an empty list also where only the first moves are listed
 */
export function listPassedStages(changes: RegisterChanges | undefined): readonly PassedStage[] {
  if (changes === undefined || !areKnown(changes) || !hasAllMoves(changes)) return [];
  return reportedStages.flatMap((stage) => {
    const moves = changes.moves.filter((move) => hasPassed(move, stage));
    return moves.length === 0 ? [] : [{ stage, moves }];
  });
}
