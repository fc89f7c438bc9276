import { compact } from '#domain/values/compact.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import {
  type FirstPlan,
  type Milestone,
  type MilestoneType,
  milestoneTypes,
  type Project,
} from './project.ts';
import { hasReached, type Stage, type StageOrUnknown } from './stage.ts';

type Dates = Pick<Milestone, 'baseline' | 'first_plan' | 'plan'>;

/**
 * The original date of a milestone, which re-planning does not change: its baseline, else the first
 * known plan date.
 * @returns undefined if neither is known
 */
export const originalDay = ({ baseline, first_plan }: Omit<Dates, 'plan'>): IsoDate | undefined =>
  baseline ?? first_plan?.date;

/**
 * The day from which a milestone is overdue: the original date, else the plan.
 * @returns undefined if the milestone has no date
 */
export const promisedDay = (milestone: Dates): IsoDate | undefined =>
  originalDay(milestone) ?? milestone.plan;

/** The stage that implies a milestone, even without a recorded day. */
const stageAfter: Readonly<Record<MilestoneType, Stage>> = {
  start: 'construction',
  completion: 'operation',
  operation: 'operation',
  full_capacity: 'full_capacity',
};
/**
 * Whether the stage implies a milestone without a day: a project in operation is not late for its
 * start.
 */
export const isPassed = ({ type, actual }: Milestone, stage: StageOrUnknown): boolean =>
  actual === undefined && hasReached(stage, stageAfter[type]);

/**
 * Counts the days by which the actual date, else the current plan, is later than the original date.
 * @returns days, negative if earlier; undefined if a date is unknown, which is not 0: also where the
 *   stage shows that the milestone happened, on an unknown day
 */
export function slippageDays(milestone: Milestone, stage: StageOrUnknown): number | undefined {
  const [original, date] = [originalDay(milestone), milestone.actual ?? milestone.plan];
  return original === undefined || date === undefined || isPassed(milestone, stage)
    ? undefined
    : daysBetween(original, date);
}

/**
 * Counts the days since the promised day of a milestone that did not happen (domain reference 3.4).
 * @returns undefined if it is not overdue
 */
export function overdueDays(
  milestone: Milestone,
  as_of: IsoDate,
  stage: StageOrUnknown,
): number | undefined {
  if (isPassed(milestone, stage)) return undefined;
  const promise = promisedDay(milestone);
  if (promise === undefined || promise >= as_of) return undefined;
  return milestone.actual !== undefined && milestone.actual <= as_of
    ? undefined
    : daysBetween(promise, as_of);
}

const inOrder = (milestones: readonly Milestone[]): Milestone[] =>
  milestoneTypes.flatMap((type) => milestones.filter((milestone) => milestone.type === type));

/**
 * The next milestone: the first dated one after the last that happened.
 * @returns undefined if no dated milestone is ahead
 */
export function nextMilestone(
  project: Pick<Project, 'milestones' | 'stage'>,
  as_of: IsoDate,
): Milestone | undefined {
  const inSequence = inOrder(project.milestones);
  const last = inSequence.findLastIndex(
    (milestone) => isPassed(milestone, project.stage) || (milestone.actual ?? '9') <= as_of,
  );
  return inSequence.slice(last + 1).find((milestone) => promisedDay(milestone) !== undefined);
}

export interface OverdueMilestone {
  readonly milestone: Milestone;
  readonly since: IsoDate;
  readonly days: number;
}
/**
 * The milestone that has been overdue longest; of equal ones, the earlier in the life of a project.
 * @returns the milestone with its days; undefined if none is overdue
 */
export function longestOverdue(
  project: Pick<Project, 'milestones' | 'stage'>,
  as_of: IsoDate,
): OverdueMilestone | undefined {
  let worst: OverdueMilestone | undefined;
  for (const milestone of inOrder(project.milestones)) {
    const [days, since] = [overdueDays(milestone, as_of, project.stage), promisedDay(milestone)];
    if (days !== undefined && since !== undefined && (worst === undefined || days > worst.days))
      worst = { milestone, since, days };
  }
  return worst;
}

export type FirstPlans = ReadonlyMap<MilestoneType, FirstPlan>;

/**
 * The first known plan date of each milestone, after each of the facts.
 *
 * @param history - the facts in the order in which they held; `known`: the day from which they were
 *   known
 */
export function firstPlans(
  history: readonly { readonly milestones: readonly Milestone[]; readonly known?: IsoDate }[],
): FirstPlans[] {
  let first: FirstPlans = new Map();
  return history.map(({ milestones, known }) => {
    const additions = milestones.flatMap(
      ({ type, plan, first_plan }): [MilestoneType, FirstPlan][] => {
        if (first.has(type)) return [];
        if (first_plan !== undefined) return [[type, first_plan]];
        return plan === undefined ? [] : [[type, { date: plan, ...compact({ known }) }]];
      },
    );
    if (additions.length > 0) first = new Map([...first, ...additions]);
    return first;
  });
}

/**
 * Adds the first known plan date to each milestone without a baseline, even where its plan was
 * removed.
 */
export function withFirstPlans(
  milestones: readonly Milestone[],
  first: FirstPlans,
): readonly Milestone[] {
  if (first.size === 0) return milestones;
  return milestoneTypes.flatMap((type): Milestone[] => {
    const [milestone, first_plan] = [milestones.find((m) => m.type === type), first.get(type)];
    if (milestone?.baseline !== undefined || first_plan === undefined)
      return milestone === undefined ? [] : [milestone];
    return [{ ...(milestone ?? { type }), first_plan }];
  });
}

/** A changed planned date. `to` is omitted when the plan was removed. */
export interface Replan {
  readonly type: MilestoneType;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  /** Days by which the plan moved; negative when it became earlier. */
  readonly days?: number;
}
export type PlanDates = Readonly<Partial<Record<MilestoneType, IsoDate>>>;

/** The planned dates that differ after a change. A first plan date is no change. */
export const replansBetween = (before: PlanDates, after: PlanDates): Replan[] =>
  milestoneTypes.flatMap((type): Replan[] => {
    const [from, to] = [before[type], after[type]];
    if (from === undefined || from === to) return [];
    const days = to === undefined ? undefined : daysBetween(from, to);
    return [{ type, from, ...compact({ to, days }) }];
  });

/** The planned date of each milestone that has one. */
export const planDates = (milestones: readonly Milestone[]): PlanDates =>
  Object.fromEntries(
    milestones.flatMap(({ type, plan }) => (plan === undefined ? [] : [[type, plan]])),
  );

/**
 * The changes of planned dates that need a reason: a changed or removed date, and a new date after
 * a removed one.
 *
 * @param before - the milestones with their first plan dates
 */
export function listReplans(before: readonly Milestone[], after: readonly Milestone[]): Replan[] {
  const datedPlans = before.flatMap(({ type, plan, first_plan }) => {
    const date = plan ?? first_plan?.date;
    return date === undefined ? [] : [[type, date]];
  });
  const planned = planDates(before);
  return replansBetween(Object.fromEntries(datedPlans), planDates(after)).filter(
    ({ type, to }) => to !== undefined || planned[type] !== undefined,
  );
}

/** Adds the first plan date to re-planned milestones that have no baseline. */
export function keepFirstPlans(
  milestones: readonly Milestone[],
  replans: readonly Replan[],
  first: FirstPlans,
): readonly Milestone[] {
  return withFirstPlans(
    milestones,
    new Map([...first].filter(([type]) => replans.some((replan) => replan.type === type))),
  );
}
