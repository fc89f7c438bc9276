import {
  hasReached,
  stageGroup,
  type StageMapping,
  type StageOrUnknown,
  type Status,
} from '#domain/projects/stage.ts';

/** The state of a project on a day that groups depend on. */
export interface StageAmounts {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  /** The currency of its amount. Omitted when the amount is missing. */
  readonly currency?: string;
}

/**
 * The steps of a bridge in display order. `signed`: signed and still in the pipeline; it counts
 * projects and adds no amount. `established` and `moved_back`: moves between the two groups, with
 * the same amount in both. `resumed`: was on hold, ended or unlisted. `revised`: an amount became
 * known, unknown, or one of another currency. `stage_set` and `stage_unset`: its stage now belongs
 * to a group, or no longer does. `ended`: rejected, terminated or closed. `unlisted`: no longer in
 * the register.
 */
export const bridgeSteps = [
  'opening',
  'new',
  'signed',
  'established',
  'resumed',
  'stage_set',
  'lost',
  'withdrawn',
  'ended',
  'moved_back',
  'on_hold',
  'unlisted',
  'stage_unset',
  'revised_up',
  'revised_down',
  'revised',
  'exchange_rate',
  'closing',
] as const;
export type BridgeStepKind = (typeof bridgeSteps)[number];
/**
 * Steps of figures that were frozen by version 1 of the rules: everything that came to a group, and
 * everything that left it.
 */
export const formerSteps = ['moved_in', 'moved_out'] as const;
/** A step of the present rules or of former ones. */
export type PrintedStepKind = BridgeStepKind | (typeof formerSteps)[number];
/** Whether a step is a total, at the first or at the last day, and no change. */
export const isTotal = (kind: PrintedStepKind): boolean => kind === 'opening' || kind === 'closing';
/** Steps between opening and closing by meaning. `moved` is neither a success nor a loss. */
export const bridgeSections = {
  success: ['new', 'signed', 'established', 'resumed', 'stage_set'],
  loss: ['lost', 'withdrawn', 'ended'],
  moved: ['moved_back', 'on_hold', 'unlisted', 'stage_unset'],
  revised: ['revised_up', 'revised_down', 'revised', 'exchange_rate'],
} as const satisfies Readonly<Record<string, readonly BridgeStepKind[]>>;
export type BridgeSection = keyof typeof bridgeSections;

/** Steps that take a project from one group to the other. */
export type GroupMove = 'established' | 'moved_back';
/** Whether a step moves projects between pipeline and established, within the register. */
export const isGroupMove = (kind: PrintedStepKind): kind is GroupMove =>
  kind === 'established' || kind === 'moved_back';
type Entry = 'new' | 'resumed' | 'stage_set';
type Exit = 'lost' | 'withdrawn' | 'ended' | 'on_hold' | 'unlisted' | 'stage_unset';
/** Steps of revised amounts. */
export const revisions = ['revised_up', 'revised_down', 'revised'] as const;
export type Revision = (typeof revisions)[number];
/** Whether an amount was revised up or down within one currency; otherwise neither. */
export const classifyRevision = (
  from: { readonly minor: bigint; readonly currency: string | undefined },
  to: { readonly minor: bigint; readonly currency: string | undefined },
): Revision =>
  from.currency === undefined || from.currency !== to.currency || from.minor === to.minor
    ? 'revised'
    : to.minor > from.minor
      ? 'revised_up'
      : 'revised_down';
/** The step that a project takes in a group. */
export type ProjectStep = GroupMove | Entry | Exit | 'revised';

const exitByStatus: Readonly<Record<Status, Exit>> = {
  active: 'stage_unset',
  on_hold: 'on_hold',
  withdrawn: 'withdrawn',
  lost: 'lost',
  rejected: 'ended',
  terminated: 'ended',
  closed: 'ended',
  unlisted: 'unlisted',
};

/**
 * Finds the step that a project takes in a group between two days.
 *
 * @param from - the project on the first day; omitted when it was not in the register
 * @param to - the project on the second day; omitted when it was not in the register
 * @returns `revised` where it stays in the group, whether its amount changed or not; undefined
 *   where it is in the group on neither day
 */
export function groupStep(
  group: 'established' | 'pipeline',
  from: StageAmounts | undefined,
  to: StageAmounts | undefined,
  mapping: StageMapping,
): ProjectStep | undefined {
  const [was, is] = [from, to].map(
    (amounts) => amounts && stageGroup(amounts.stage, amounts.status, mapping),
  );
  if (was !== group && is !== group) return undefined;
  if (was === is) return 'revised';
  if (was === 'pipeline' && is === 'established') return 'established';
  if (was === 'established' && is === 'pipeline') return 'moved_back';
  if (is === group)
    return from === undefined ? 'new' : from.status === 'active' ? 'stage_set' : 'resumed';
  return to === undefined ? 'unlisted' : exitByStatus[to.status];
}

/** Whether a pipeline project was signed between two days and is still in the pipeline. */
export const isNewlySigned = (
  group: 'established' | 'pipeline',
  from: StageAmounts,
  to: StageAmounts,
): boolean =>
  group === 'pipeline' && !hasReached(from.stage, 'signed') && hasReached(to.stage, 'signed');
