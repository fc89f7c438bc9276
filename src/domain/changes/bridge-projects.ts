import { compact } from '#domain/values/compact.ts';
import type { Bridge, BridgeGroup, BridgeStep } from './bridge.ts';
import {
  bridgeSections,
  formerSteps,
  groupStep,
  type StageAmounts,
  isGroupMove,
  isNewlySigned,
  classifyRevision,
  revisions,
  isTotal,
} from './bridge-steps.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { Move, MoveSide } from './moves.ts';
import { type StageMapping, stageGroup } from '#domain/projects/stage.ts';

/** A step of more projects is shown as a sum. */
export const mostNamed = 3;

/** Whether any project took a step. */
export const isTaken = ({
  kind,
  projects,
  undisclosed,
  amounts,
  held_back = [],
}: BridgeStep): boolean =>
  !isTotal(kind) && (projects > 0 || undisclosed !== 0 || amounts.length + held_back.length > 0);
/**
 * Whether a bridge follows the present rules. Only then can a sentence say what happened, or that
 * nothing happened.
 */
export const isDescribed = ({ groups, from, to }: Bridge): boolean =>
  groups.length > 0 &&
  from < to &&
  groups.every(({ steps }) => !steps.some(({ kind }) => formerSteps.some((one) => one === kind)));
/**
 * Whether so little happened that a figure also says what did not happen: the bridge has no step of
 * loss and no neutral move, and no step has more than three projects.
 */
export function hasNoMovement(bridge: Bridge): boolean {
  const loud = [...bridgeSections.loss, ...bridgeSections.moved];
  const takenSteps = bridge.groups.flatMap(({ steps }) => steps.filter(isTaken));
  return (
    isDescribed(bridge) &&
    takenSteps.every(
      ({ kind, projects }) => projects <= mostNamed && !loud.some((one) => one === kind),
    )
  );
}

/** The contribution of one project to a step. */
export interface ProjectStep {
  readonly move: Move;
  /** The bridge of this project alone; it reconciles like the bridge of all projects. */
  readonly step: BridgeStep;
}
interface StepSelection {
  readonly group: BridgeGroup['group'];
  readonly moves: readonly Move[];
  readonly mapping: StageMapping;
}

const readAmounts = (side: MoveSide | undefined): StageAmounts | undefined =>
  side && {
    stage: side.stage,
    status: side.status,
    ...compact({ currency: side.money?.currency }),
  };

const readAmount = ({ money }: MoveSide) => ({
  minor: BigInt(money?.minor ?? '0'),
  currency: money?.currency,
});

/** Sums the signed amounts of a project by currency, without sums of 0. */
function makeAddition(
  parts: readonly (readonly [1 | -1, MoveSide])[],
): Pick<BridgeStep, 'undisclosed' | 'amounts'> {
  const sums = new Map<string, bigint>();
  let undisclosed = 0;
  for (const [sign, { money }] of parts)
    if (money === undefined) undisclosed += sign;
    else
      sums.set(
        money.currency,
        (sums.get(money.currency) ?? 0n) + BigInt(sign) * BigInt(money.minor),
      );
  const amounts = [...sums]
    .filter(([, minor]) => minor !== 0n)
    .map(([currency, minor]) => ({ currency, minor: String(minor) }));
  return { undisclosed, amounts };
}

/** What a revised amount adds to a step of its kind; undefined for another kind. */
function makeRevision(
  kind: BridgeStep['kind'],
  from: MoveSide,
  to: MoveSide,
): BridgeStep | undefined {
  if (from.money?.minor === to.money?.minor && from.money?.currency === to.money?.currency)
    return undefined;
  if (classifyRevision(readAmount(from), readAmount(to)) !== kind) return undefined;
  const addition = makeAddition([
    [1, to],
    [-1, from],
  ]);
  return { kind, projects: 1, count: 0, ...addition };
}

/**
 * What a project adds to a step of a group.
 * @returns undefined where it does not take the step.
 */
function makePart(
  { kind }: BridgeStep,
  { from, to }: Move,
  { group, mapping }: StepSelection,
): BridgeStep | undefined {
  const [was, is] = [readAmounts(from), readAmounts(to)];
  const step = groupStep(group, was, is, mapping);
  if (kind === 'signed') {
    const signs =
      step === 'revised' && was !== undefined && is !== undefined && isNewlySigned(group, was, is);
    return signs ? { kind, projects: 1, count: 0, undisclosed: 0, amounts: [] } : undefined;
  }
  const belongs = is !== undefined && stageGroup(is.stage, is.status, mapping) === group;
  if (revisions.some((revision) => revision === kind)) {
    const stays = belongs && step !== undefined && (step === 'revised' || isGroupMove(step));
    return stays && from !== undefined && to !== undefined
      ? makeRevision(kind, from, to)
      : undefined;
  }
  if (step !== kind) return undefined;
  const side = to !== undefined && belongs && !isGroupMove(step) ? to : from;
  const sign = belongs ? 1 : -1;
  return side === undefined
    ? undefined
    : { kind, projects: 1, count: sign, ...makeAddition([[sign, side]]) };
}

const sameAmounts = (a: readonly WireMoney[], parts: readonly BridgeStep[]): boolean => {
  const rest = new Map(a.map(({ currency, minor }) => [currency, BigInt(minor)]));
  for (const { amounts } of parts)
    for (const { currency, minor } of amounts)
      rest.set(currency, (rest.get(currency) ?? 0n) - BigInt(minor));
  return [...rest.values()].every((minor) => minor === 0n);
};

/** Lists the projects of a step among the given moves, each with what it adds. */
export const listStepProjects = (
  step: BridgeStep,
  request: StepSelection,
): readonly ProjectStep[] =>
  request.moves.flatMap((move): ProjectStep[] => {
    const part = makePart(step, move, request);
    return part === undefined ? [] : [{ move, step: part }];
  });

/**
 * Lists the projects of a step, each with what it adds. It lists them only where all are known,
 * they are at most three, and together they equal the step to the last digit. A shared view, whose
 * moves may lack names and amounts, lists no others.
 * @returns undefined where the step is shown as a sum
 */
export function projectsOfStep(
  step: BridgeStep,
  request: StepSelection,
): readonly ProjectStep[] | undefined {
  if (step.projects === 0 || step.projects > mostNamed || step.held_back !== undefined)
    return undefined;
  const steps = listStepProjects(step, request);
  const parts = steps.map((one) => one.step);
  const undisclosed = parts.reduce((sum, part) => sum + part.undisclosed, 0);
  const isWhole =
    steps.length === step.projects &&
    undisclosed === step.undisclosed &&
    sameAmounts(step.amounts, parts);
  return isWhole ? steps : undefined;
}
