import { compact } from '#domain/values/compact.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import type { Gate } from '#domain/projects/gate.ts';
import { isPassed, originalDay, overdueDays, slippageDays } from '#domain/projects/milestones.ts';
import {
  milestoneTypes,
  type Milestone,
  type MilestoneType,
  type Project,
  type StageEvent,
  pickNamed,
  type NamedProject,
} from '#domain/projects/project.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import type { Text } from '#domain/values/language.ts';
import { gateStates } from '#domain/work/gate-state.ts';

/** A milestone of a project on a day, its dates as far as they are known. */
export interface TimelineMilestone {
  readonly type: MilestoneType;
  readonly original?: IsoDate;
  readonly plan?: IsoDate;
  readonly actual?: IsoDate;
  /** It happened on an unknown day: the stage of the project implies it. */
  readonly passed?: true;
  /** Days against the original date; negative when earlier. */
  readonly slip?: number;
  /** Days past the day in force, where it has not happened. */
  readonly overdue?: number;
}
/** A gate or legal deadline that a project has not passed. */
export interface TimelineGate {
  readonly id: string;
  readonly name?: Partial<Text>;
  readonly is_legal?: true;
  readonly due: IsoDate;
  readonly left: number;
}
/** The verdict at the end of the row. Days are positive. */
export type TimelineVerdict =
  | {
      readonly kind: 'later' | 'overdue' | 'done_late' | 'earlier';
      readonly type: MilestoneType;
      readonly days: number;
    }
  | { readonly kind: 'as_planned' | 'no_original' | 'no_dates' | 'no_day' };
/** Whether the days of a verdict are known. */
export const knowsDelay = ({ kind }: TimelineVerdict): boolean =>
  kind !== 'no_dates' && kind !== 'no_original' && kind !== 'no_day';

export interface TimelineProject extends NamedProject {
  readonly stage: StageOrUnknown;
  readonly milestones: readonly TimelineMilestone[];
  readonly gates: readonly TimelineGate[];
  readonly verdict: TimelineVerdict;
  /** The next milestone that has not happened, on its day in force. */
  readonly next?: { readonly type: MilestoneType; readonly day: IsoDate };
}
/** The facts of a project that a timeline needs. */
export type TimedProject = Pick<
  Project,
  'code' | 'name' | 'names' | 'stage' | 'status' | 'milestones' | 'site_mode'
> & { readonly stage_events: readonly StageEvent[] };

const isDone = (milestone: Milestone, stage: StageOrUnknown): boolean =>
  milestone.actual !== undefined || isPassed(milestone, stage);

function describeMilestone(
  milestone: Milestone,
  as_of: IsoDate,
  stage: StageOrUnknown,
): TimelineMilestone {
  const { type, plan, actual } = milestone;
  const inForce = plan ?? originalDay(milestone);
  const isOver = isDone(milestone, stage);
  const daysOverdue = overdueDays(milestone, as_of, stage);
  return {
    type,
    ...compact({
      original: originalDay(milestone),
      plan,
      actual,
      passed: actual === undefined && isOver ? (true as const) : undefined,
      slip: slippageDays(milestone, stage),
      overdue:
        daysOverdue === undefined || inForce === undefined || inForce >= as_of
          ? undefined
          : daysBetween(inForce, as_of),
    }),
  };
}

/** Days by which a milestone that has not happened is behind its original date. */
const openDelay = ({ slip = 0, overdue = 0 }: TimelineMilestone): number => slip + overdue;

function judge(milestones: readonly TimelineMilestone[]): TimelineVerdict {
  const open = milestones.filter(({ actual, passed }) => actual === undefined && passed !== true);
  const longest = open.toSorted((a, b) => openDelay(b) - openDelay(a))[0];
  if (longest !== undefined && openDelay(longest) > 0)
    return {
      kind: (longest.slip ?? 0) > 0 ? 'later' : 'overdue',
      type: longest.type,
      days: openDelay(longest),
    };
  if (!milestones.some((one) => (one.original ?? one.plan ?? one.actual) !== undefined))
    return { kind: 'no_dates' };
  if (!milestones.some(({ original }) => original !== undefined)) return { kind: 'no_original' };
  // the stage shows that they happened, but not when
  if (milestones.every(({ slip }) => slip === undefined)) return { kind: 'no_day' };
  const [last] = milestones.filter(({ actual }) => actual !== undefined).toReversed();
  if (last?.slip !== undefined && last.slip > 0)
    return { kind: 'done_late', type: last.type, days: last.slip };
  const earliest = open.toSorted((a, b) => (a.slip ?? 0) - (b.slip ?? 0))[0];
  return earliest?.slip !== undefined && earliest.slip < 0
    ? { kind: 'earlier', type: earliest.type, days: -earliest.slip }
    : { kind: 'as_planned' };
}

/** Describes one project on a day: its milestones in order, its deadlines, and how late it is. */
export function describeProject(
  project: TimedProject,
  gates: readonly Gate[],
  as_of: IsoDate,
): TimelineProject {
  const { stage } = project;
  const milestones = milestoneTypes.flatMap((type) =>
    project.milestones
      .filter((one) => one.type === type)
      .map((one) => describeMilestone(one, as_of, stage)),
  );
  const next = milestones.find(
    ({ actual, passed, plan, original }) =>
      actual === undefined && passed !== true && (plan ?? original) !== undefined,
  );
  const day = next?.plan ?? next?.original;
  return {
    ...pickNamed(project),
    stage,
    milestones,
    gates: gateStates(project, gates, as_of).flatMap(({ gate, due, daysLeft }): TimelineGate[] =>
      due === undefined || daysLeft === undefined
        ? []
        : [
            {
              id: gate.id,
              ...compact({ name: gate.name, is_legal: gate.is_legal }),
              due,
              left: daysLeft,
            },
          ],
    ),
    verdict: judge(milestones),
    ...compact({
      next: next === undefined || day === undefined ? undefined : { type: next.type, day },
    }),
  };
}
