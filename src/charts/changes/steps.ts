import type { Bridge, BridgeGroup, BridgeStep } from '#domain/changes/bridge.ts';
import {
  type BridgeSection,
  bridgeSections,
  type PrintedStepKind,
  isTotal,
} from '#domain/changes/bridge-steps.ts';
import { isTaken, isDescribed, projectsOfStep } from '#domain/changes/bridge-projects.ts';
import type { Move } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { changesChartLabels } from './labels/index.ts';

/** Lists the currencies of a step, withheld ones last. */
export const listCurrencies = ({ amounts, held_back = [] }: BridgeStep): readonly string[] => [
  ...amounts.map(({ currency }) => currency),
  ...held_back,
];
/** Whether a step has a bar: opening and closing always, any other step where projects took it. */
export const hasHappened = (step: BridgeStep): boolean => isTotal(step.kind) || isTaken(step);

const sections = Object.keys(bridgeSections) as readonly BridgeSection[];
/**
 * Finds the section of the bridge that holds a step.
 * @returns undefined for a total, which is in none
 */
export const findSection = (kind: PrintedStepKind): BridgeSection | undefined =>
  sections.find((section) => bridgeSections[section].some((one) => one === kind));

/** The content of a row: a step, or what one project adds to it. */
export interface StepPart {
  readonly step: BridgeStep;
  readonly move?: Move;
}
/**
 * Splits a step into rows: one for each of its projects where they are few and all are known, else
 * one for all.
 */
export const splitStep = (
  step: BridgeStep,
  group: BridgeGroup['group'],
  { bridge_moves, stage_mapping }: Overview,
): readonly StepPart[] =>
  projectsOfStep(step, { group, moves: bridge_moves?.moves ?? [], mapping: stage_mapping }) ?? [
    { step },
  ];

/** All steps of one kind in both groups. */
export const findSteps = ({ groups }: Bridge, kind: PrintedStepKind): readonly BridgeStep[] =>
  groups.flatMap(({ steps }) => steps.filter((step) => step.kind === kind));
/** Counts the projects that took a step. @returns the number in both groups */
export const countProjects = (bridge: Bridge, kind: PrintedStepKind): number =>
  findSteps(bridge, kind).reduce((sum, { projects }) => sum + projects, 0);
/** Whether nothing changed between the two days, as far as all changes are counted. */
export const isUnchanged = ({ bridge, bridge_moves }: Overview): boolean =>
  bridge !== undefined &&
  isDescribed(bridge) &&
  bridge_moves?.total === 0 &&
  !bridge.groups.some(({ steps }) => steps.some(isTaken));

/**
 * The label of a step in a group. A move between the groups is named after the group that it comes
 * from.
 */
export function stepLabel(
  kind: PrintedStepKind,
  group: BridgeGroup['group'],
  language: Language,
): string {
  const { arrivals, steps } = changesChartLabels[language];
  const isArrival =
    (kind === 'established' && group === 'established') ||
    (kind === 'moved_back' && group === 'pipeline');
  return isArrival ? arrivals[kind] : steps[kind];
}
