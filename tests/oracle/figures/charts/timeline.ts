import { addDays, type Day, daysBetween, monthNumber, monthOf } from '../days.ts';
import { type History, type Stage, stageOrder } from '../register.ts';
import type { Milestone } from './facts.ts';
import { monthsLater } from './stays.ts';

export const milestoneOrder = ['start', 'completion', 'operation', 'full_capacity'] as const;
/** The stage that shows that a milestone happened, even without its day. */
const shownBy: Readonly<Record<string, Stage>> = {
  start: 'construction',
  completion: 'operation',
  operation: 'operation',
  full_capacity: 'full_capacity',
};
const hasReached = (stage: Stage, goal: Stage): boolean =>
  stageOrder.indexOf(stage) >= stageOrder.indexOf(goal);

/** A milestone on a day. */
export interface DatedMilestone {
  readonly type: string;
  readonly original: Day | undefined;
  readonly plan: Day | undefined;
  readonly actual: Day | undefined;
  /** It happened, on a day that is not known. */
  readonly passed: boolean;
  /** Days from the original date to the actual one, else to the plan. */
  readonly slip: number | undefined;
  /** Days since the date in force, of one that has not happened. */
  readonly overdue: number | undefined;
}
/** A gate or deadline that is open, with the day on which it ends. */
export interface Deadline {
  readonly id: string;
  readonly due: Day;
}
export interface Timed {
  readonly code: string;
  readonly stage: Stage;
  readonly milestones: readonly DatedMilestone[];
  readonly deadlines: readonly Deadline[];
}

/** @param first the first known plan dates, which stand for an original date that is not stated */
export function dateMilestone(
  { type, baseline, plan, actual }: Milestone,
  first: Day | undefined,
  stage: Stage,
  day: Day,
): DatedMilestone {
  const original = baseline ?? first;
  const happened = actual !== undefined && actual <= day ? actual : undefined;
  const isPassed = happened === undefined && hasReached(stage, shownBy[type] ?? 'full_capacity');
  const reference = happened ?? plan;
  const inForce = plan ?? original;
  const isLate = (one: Day | undefined): boolean => one !== undefined && one < day;
  const isOverdue =
    happened === undefined && !isPassed && isLate(inForce) && isLate(original ?? plan);
  return {
    type,
    original,
    plan,
    actual: happened,
    passed: isPassed,
    slip:
      isPassed || original === undefined || reference === undefined
        ? undefined
        : daysBetween(original, reference),
    overdue: isOverdue && inForce !== undefined ? daysBetween(inForce, day) : undefined,
  };
}

/** Gates and legal deadlines of a zone in China (domain.md 1.1, 4b and 4c; the usual gates). */
const gates: readonly {
  readonly id: string;
  readonly from: Stage;
  readonly until: Stage;
  readonly months: number;
  readonly land?: 'agreed_start';
}[] = [
  { id: 'approval', from: 'signed', until: 'registered', months: 6 },
  { id: 'land_12', from: 'registered', until: 'construction', months: 12, land: 'agreed_start' },
  { id: 'land_24', from: 'registered', until: 'construction', months: 24, land: 'agreed_start' },
  { id: 'filing_24', from: 'registered', until: 'construction', months: 24 },
  { id: 'permits', from: 'registered', until: 'construction', months: 9 },
  { id: 'power', from: 'construction', until: 'operation', months: 12 },
];
/** The open gates of an active project with a known beginning. */
export function deadlinesOf(
  history: History,
  {
    stage,
    isOnLand,
    start,
  }: { readonly stage: Stage; readonly isOnLand: boolean; readonly start: Day | undefined },
  day: Day,
): readonly Deadline[] {
  return gates.flatMap(({ id, from, until, months, land }): Deadline[] => {
    if (!hasReached(stage, from) || hasReached(stage, until) || (land !== undefined && !isOnLand))
      return [];
    const entry = history.stages.findLast((event) => event.is === from && event.day <= day)?.since;
    const since = land === undefined ? entry : start;
    return since === undefined ? [] : [{ id, due: monthsLater(since, months) }];
  });
}

const isAhead = ({ actual, passed }: DatedMilestone): boolean => actual === undefined && !passed;
const delay = ({ slip = 0, overdue = 0 }: DatedMilestone): number => slip + overdue;

/** The verdict at the end of a row (design/charts.md 6), as `kind type days`. */
export function verdictOf({ milestones }: Timed): string {
  const ahead = milestones.filter(isAhead);
  const late = ahead.toSorted((a, b) => delay(b) - delay(a))[0];
  if (late !== undefined && delay(late) > 0)
    return `${(late.slip ?? 0) > 0 ? 'later' : 'overdue'} ${late.type} ${delay(late)}`;
  const dates = milestones.flatMap(
    ({ original, plan, actual }) => original ?? plan ?? actual ?? [],
  );
  if (dates.length === 0) return 'no_dates';
  if (milestones.every(({ original }) => original === undefined)) return 'no_original';
  if (milestones.every(({ slip }) => slip === undefined)) return 'no_day';
  const done = milestones.findLast(({ actual }) => actual !== undefined);
  if (done?.slip !== undefined && done.slip > 0) return `done_late ${done.type} ${done.slip}`;
  const early = ahead.toSorted((a, b) => (a.slip ?? 0) - (b.slip ?? 0))[0];
  return early?.slip !== undefined && early.slip < 0
    ? `earlier ${early.type} ${-early.slip}`
    : 'as_planned';
}
/** Days by which a project is behind its original dates. */
export const behindOf = (timed: Timed): number => {
  const [kind, , days] = verdictOf(timed).split(' ');
  return kind === 'later' || kind === 'overdue' ? Number(days) : 0;
};

/** What is due from a day on for 90 days, as `day code what`. */
export function dueOf({ code, milestones, deadlines }: Timed, day: Day): readonly string[] {
  const last = addDays(day, 90);
  const dates = milestones
    .filter(isAhead)
    .map(({ type, plan, original }) => ({ what: type, on: plan ?? original }));
  return [...dates, ...deadlines.map(({ id, due }) => ({ what: id, on: due }))]
    .filter(({ on }) => on !== undefined && on >= day && on <= last)
    .map(({ what, on }) => `${on} ${code} ${what}`);
}
export const passedOf = ({ code, deadlines }: Timed, day: Day): readonly string[] =>
  deadlines.filter(({ due }) => due < day).map(({ id, due }) => `${due} ${code} ${id}`);

/** The quarter for which a milestone was promised, and what became of it. */
export function quartersOf({ milestones }: Timed, day: Day): readonly string[] {
  return milestones.flatMap((one): string[] => {
    const promise = one.original ?? one.plan;
    const at = promise ?? one.actual;
    if (at === undefined) return [];
    const quarter = `${at.slice(0, 4)}-Q${Math.floor((monthNumber(monthOf(at)) % 12) / 3) + 1}`;
    return [`${quarter} ${partOf(one, promise, day)}`];
  });
}
function partOf(
  { actual, passed, slip = 0 }: DatedMilestone,
  promise: Day | undefined,
  day: Day,
): string {
  if (passed) return promise !== undefined && promise >= day ? 'done' : 'done_unknown';
  if (actual !== undefined && promise === undefined) return 'done_unknown';
  if (actual !== undefined && promise !== undefined) return actual > promise ? 'done_late' : 'done';
  if (promise !== undefined && promise < day) return 'late';
  return slip > 0 ? 'later' : 'open';
}
