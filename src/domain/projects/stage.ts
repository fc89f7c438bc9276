/**
 * The seven canonical stages in order (domain reference 1.4). Ids never change; wording is data of
 * the zone.
 */
export const stages = [
  'lead',
  'negotiation',
  'signed',
  'registered',
  'construction',
  'operation',
  'full_capacity',
] as const;
export type Stage = (typeof stages)[number];
/** A stage, or `unknown` with the source's own word when no mapping was decided. */
export type StageOrUnknown = Stage | 'unknown';
/** All stages in order, then unknown. */
export const stagesAndUnknown: readonly StageOrUnknown[] = [...stages, 'unknown'];

/** Finds the rank of a stage. @returns 0 for a lead, 6 for full capacity, undefined for unknown */
export const stageRank = (stage: StageOrUnknown): number | undefined =>
  stage === 'unknown' ? undefined : stages.indexOf(stage);
/** Whether a project has reached a stage; with an unknown stage it has reached none. */
export const hasReached = (stage: StageOrUnknown, target: Stage): boolean =>
  (stageRank(stage) ?? -1) >= stages.indexOf(target);

/** `unlisted`: an edition of the whole register no longer lists the project; its end is unknown. */
export const statuses = [
  'active',
  'on_hold',
  'withdrawn',
  'lost',
  'rejected',
  'terminated',
  'closed',
  'unlisted',
] as const;
export type Status = (typeof statuses)[number];

/** Statuses of a project that ended, for a reason that is known or can be entered. */
export const endedStatuses = [
  'withdrawn',
  'lost',
  'rejected',
  'terminated',
  'closed',
] as const satisfies readonly Status[];

/** Whether a project is active or on hold: neither ended nor unlisted. */
export const isOpenStatus = (status: Status): boolean =>
  status === 'active' || status === 'on_hold';

/**
 * Which stages belong to the published groups: a visible setting of the zone. Only active projects
 * count.
 */
export interface StageMapping {
  readonly established: readonly Stage[];
  readonly pipeline: readonly Stage[];
}

export const defaultStageMapping: StageMapping = {
  established: ['registered', 'construction', 'operation', 'full_capacity'],
  pipeline: ['lead', 'negotiation', 'signed'],
};

export type StageGroup = 'established' | 'pipeline' | 'neither';

/**
 * The group of a project; undefined when it is not active, or when its stage is unknown or
 * unmapped.
 */
export function stageGroup(
  stage: StageOrUnknown,
  status: Status,
  mapping: StageMapping,
): StageGroup {
  if (status !== 'active' || stage === 'unknown') return 'neither';
  if (mapping.established.includes(stage)) return 'established';
  return mapping.pipeline.includes(stage) ? 'pipeline' : 'neither';
}
