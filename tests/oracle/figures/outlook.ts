import { type Day, monthNumber, monthOf } from './days.ts';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  larger,
  multiply,
  smaller,
  subtract,
  zero,
} from './fraction.ts';
import { type Stage, stageOrder } from './register.ts';

/** An active project: what it plans to bring in all, what is there, and its dates. */
export interface Contributor {
  readonly code: string;
  readonly stage: Stage;
  readonly plan: Fraction | undefined;
  readonly actual: Fraction | undefined;
  readonly opens: Day | undefined;
  readonly full: Day | undefined;
}
export interface Goal {
  readonly now: Fraction;
  readonly target: Fraction;
  readonly deadline: Day;
  /** The target is the amount of a year, not the level on its last day. */
  readonly isYearly: boolean;
}
export interface Reach {
  readonly signed: Fraction;
  readonly ceiling: Fraction;
  readonly missing: Fraction;
  readonly already: Fraction;
  readonly onTime: Fraction;
  readonly late: Fraction;
  readonly undated: Fraction;
  readonly inTime: Fraction;
  readonly unknown: readonly string[];
  readonly withoutDate: readonly string[];
  /** The fewest projects whose sum is at least the gap; all of them where none is. */
  readonly fewest: { readonly count: number; readonly closes: boolean };
}

const total = (list: readonly Fraction[]): Fraction => list.reduce(add, zero);
const isRunning = (stage: Stage): boolean => stageOrder.indexOf(stage) >= 5;
const isFirm = (stage: Stage): boolean => stageOrder.indexOf(stage) >= 2;

/** Whether a project is at full capacity after the deadline: it cannot be before it starts. */
const isLate = ({ stage, opens, full }: Contributor, deadline: string): boolean =>
  (full ?? (isRunning(stage) ? '' : (opens ?? ''))) > deadline;

/** Whether it is known what a project still adds: of a running one also what is there. */
const isKnown = ({ stage, plan, actual }: Contributor): boolean =>
  plan !== undefined && (actual !== undefined || !isRunning(stage));

/**
 * The part of its capacity that a project has by the deadline, or on average in its year: a point a
 * month, from its start (not before today) to full capacity.
 */
function partByDeadline(
  { opens, full = '' }: Contributor,
  { deadline, isYearly }: Goal,
  day: Day,
): Fraction {
  const at = (one: Day): number => monthNumber(monthOf(one));
  const end = at(full);
  const begin = Math.min(Math.max(opens === undefined ? end : at(opens), at(day)), end);
  const partIn = (month: number): Fraction =>
    begin === end
      ? fraction(month >= end ? 1 : 0)
      : smaller(fraction(1), larger(zero, fraction(month - begin, end - begin)));
  const months = Array.from({ length: isYearly ? 12 : 1 }, (_, i) => at(deadline) - i);
  return divide(total(months.map(partIn)), fraction(months.length));
}

/**
 * Floor, signed and ceiling of a target on `day`, what comes by the deadline, and the fewest
 * projects that close the gap (issue, "Outlook page" 2; domain.md 1.4 and 3.3).
 */
export function reachOf(projects: readonly Contributor[], goal: Goal, day: Day): Reach {
  const { now, target, deadline } = goal;
  const members = projects.filter(isKnown).map((one) => {
    const { plan = zero, actual = zero } = one;
    const already = smaller(plan, actual);
    return { ...one, already, adds: subtract(plan, already) };
  });
  const sum = (test: (one: (typeof members)[number]) => boolean): Fraction =>
    total(members.filter(test).map(({ adds }) => adds));
  const ceiling = add(
    now,
    sum(() => true),
  );
  const gap = subtract(target, now);
  let [covered, count] = [zero, 0];
  for (const { adds } of members.toSorted((a, b) => compare(b.adds, a.adds))) {
    if (compare(covered, gap) >= 0 || compare(adds, zero) <= 0) break;
    covered = add(covered, adds);
    count += 1;
  }
  const withDate = members.filter(({ full }) => full !== undefined);
  return {
    signed: add(
      now,
      sum(({ stage }) => isFirm(stage)),
    ),
    ceiling,
    missing: larger(zero, subtract(target, ceiling)),
    already: total(members.map(({ already }) => already)),
    onTime: sum(({ full }) => full !== undefined && full <= deadline),
    late: sum((one) => isLate(one, deadline)),
    undated: sum((one) => one.full === undefined && !isLate(one, deadline)),
    inTime: total(withDate.map((one) => multiply(one.adds, partByDeadline(one, goal, day)))),
    unknown: projects
      .filter((one) => !isKnown(one))
      .map(({ code }) => code)
      .toSorted(),
    withoutDate: members
      .filter((one) => one.full === undefined && !isLate(one, deadline))
      .filter(({ adds }) => compare(adds, zero) > 0)
      .map(({ code }) => code)
      .toSorted(),
    fewest: { count, closes: compare(covered, gap) >= 0 },
  };
}
