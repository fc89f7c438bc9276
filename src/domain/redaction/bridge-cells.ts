import {
  type BridgeStepKind,
  groupStep,
  type StageAmounts,
  type PrintedStepKind,
} from '#domain/changes/bridge-steps.ts';
import { stageGroup, type StageMapping, type StageOrUnknown } from '#domain/projects/stage.ts';

export type Group = 'established' | 'pipeline';

/**
 * Steps without own sums: `signed` adds nothing, `exchange_rate` is zero if amounts keep their
 * currency, and `revised` combines all revisions.
 */
const stepsWithoutSum = ['signed', 'exchange_rate', 'revised_up', 'revised_down'] as const;

export type SummedStep = Exclude<BridgeStepKind, (typeof stepsWithoutSum)[number]>;

/** Whether a step has a sum of its own. */
export const isSummed = (kind: PrintedStepKind): kind is SummedStep =>
  !stepsWithoutSum.some((one) => one === kind);

/**
 * Projects with the same two states. Their amount on both days is one unknown if it did not
 * change, else two.
 */
export interface TransitionClass {
  readonly from?: StageAmounts;
  readonly to?: StageAmounts;
  readonly left_out: boolean;
  readonly before?: number;
  readonly after?: number;
}

type SideTest = (side: StageAmounts, one: TransitionClass) => boolean;

/**
 * Finds the cells that a sum of a bridge adds up. `before` and `after` take the cells of the first
 * and of the second day.
 */
export interface CellFinder {
  readonly before: (test: SideTest) => number[];
  readonly after: (test: SideTest) => number[];
  /** Cells of the second day of the active, included projects of a stage. */
  readonly atStage: (stage: StageOrUnknown) => number[];
  readonly isIn: (side: StageAmounts | undefined, group: Group) => boolean;
}

/** Makes the finder of cells among classes of transitions. */
export function makeCellFinder(
  classes: readonly TransitionClass[],
  mapping: StageMapping,
): CellFinder {
  const before = (test: SideTest): number[] =>
    classes.flatMap((one) =>
      one.before !== undefined && one.from !== undefined && test(one.from, one) ? [one.before] : [],
    );
  const after = (test: SideTest): number[] =>
    classes.flatMap((one) =>
      one.after !== undefined && one.to !== undefined && test(one.to, one) ? [one.after] : [],
    );
  return {
    before,
    after,
    atStage: (stage) =>
      after((to, one) => to.stage === stage && to.status === 'active' && !one.left_out),
    isIn: (side, group) =>
      side !== undefined && stageGroup(side.stage, side.status, mapping) === group,
  };
}

/** The cells that one step of a group adds and takes away. */
export function listStepCells(
  { before, after, isIn }: CellFinder,
  mapping: StageMapping,
  group: Group,
  step: SummedStep,
): { readonly of: number[]; readonly less: number[] } {
  const was = (one: TransitionClass): boolean => !one.left_out && isIn(one.from, group);
  const is = (one: TransitionClass): boolean => !one.left_out && isIn(one.to, group);
  if (step === 'closing') return { of: after((_, one) => is(one)), less: [] };
  if (step === 'opening') return { of: before((_, one) => was(one)), less: [] };
  if (step === 'revised') {
    const stays = (one: TransitionClass): boolean =>
      is(one) && (isIn(one.from, 'established') || isIn(one.from, 'pipeline'));
    return { of: after((_, one) => stays(one)), less: before((_, one) => stays(one)) };
  }
  const takes = (_: StageAmounts, one: TransitionClass): boolean =>
    !one.left_out && groupStep(group, one.from, one.to, mapping) === step;
  const isEntry = step === 'new' || step === 'resumed' || step === 'stage_set';
  return { of: isEntry ? after(takes) : before(takes), less: [] };
}
