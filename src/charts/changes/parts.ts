import type { Bridge, BridgeGroup, BridgeStep } from '#domain/bridge.ts';
import { type BridgeSection, bridgeSections, formerSteps, type PrintedStepKind } from '#domain/bridge-steps.ts';
import { projectsOfStep } from '#domain/bridge-projects.ts';
import type { Move } from '#domain/moves.ts';
import type { Overview } from '#domain/overview.ts';

export const isTotal = (kind: PrintedStepKind): boolean => kind === 'opening' || kind === 'closing';
export const currenciesOf = ({ amounts, held_back = [] }: BridgeStep): readonly string[] => [
  ...amounts.map(({ currency }) => currency),
  ...held_back,
];
/** Whether somebody took a step. */
export const isTaken = (step: BridgeStep): boolean =>
  !isTotal(step.kind) && (step.projects > 0 || step.undisclosed !== 0 || currenciesOf(step).length > 0);
/** Opening, closing and each step that happened: one that nobody took has no bar. */
export const hasHappened = (step: BridgeStep): boolean => isTotal(step.kind) || isTaken(step);

const sections = Object.keys(bridgeSections) as readonly BridgeSection[];
export const sectionOf = (kind: PrintedStepKind): BridgeSection | undefined =>
  sections.find((section) => bridgeSections[section].some((one) => one === kind));

/** What stands in a row: a step, or what one project adds to it. */
export interface StepPart {
  readonly step: BridgeStep;
  readonly move?: Move;
}
/** The rows of a step: one for each of its projects where they are few and all are known, else one for all. */
export const partsOf = (step: BridgeStep, group: BridgeGroup['group'], { bridge_moves, stage_mapping }: Overview): readonly StepPart[] =>
  projectsOfStep(step, { group, moves: bridge_moves?.moves ?? [], mapping: stage_mapping }) ?? [{ step }];

/** All steps of one kind in both groups. */
export const stepsOf = ({ groups }: Bridge, kind: PrintedStepKind): readonly BridgeStep[] =>
  groups.flatMap(({ steps }) => steps.filter((step) => step.kind === kind));
/** How many projects took a step, in both groups. */
export const projectsIn = (bridge: Bridge, kind: PrintedStepKind): number =>
  stepsOf(bridge, kind).reduce((sum, { projects }) => sum + projects, 0);
export const takenOf = ({ groups }: Bridge): readonly BridgeStep[] => groups.flatMap(({ steps }) => steps.filter(isTaken));
/** Whether a bridge is of two days under today's rules: only of such can a sentence say what happened, or that nothing did. */
export const isTold = (bridge: Bridge): boolean =>
  bridge.groups.length > 0 && bridge.from < bridge.to && formerSteps.every((kind) => stepsOf(bridge, kind).length === 0);
/** Whether nothing at all changed between the two days, as far as all changes are counted. */
export const isUnchanged = ({ bridge, bridge_moves }: Overview): boolean =>
  bridge !== undefined && isTold(bridge) && bridge_moves?.total === 0 && takenOf(bridge).length === 0;
