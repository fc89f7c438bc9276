import { type Day, daysBetween, laterDay, type Month, monthOf } from '../days.ts';
import {
  add,
  divide,
  type Fraction,
  fraction,
  multiply,
  one,
  subtract,
  zero,
} from '../fraction.ts';
import { type History, type Stage, stageOrder, type State } from '../register.ts';
import { isOpen, lifeUpTo, type Span } from './life.ts';

/** A project that came to a stage: when, what became of it, and after how many days. */
export interface Case {
  /** `before`: before the first known day; undefined: on an unknown day. */
  readonly month: Month | 'before' | undefined;
  readonly end: 'moved' | 'open' | 'left' | 'unlisted' | 'passed';
  readonly days: number;
}
export interface Point {
  readonly moved: Fraction;
  readonly left: Fraction;
  readonly followed: number;
}

const rank = (stage: Stage): number => stageOrder.indexOf(stage);
const cameTo = (life: readonly Span[], stage: Stage): Span | undefined =>
  life.find((span) => rank(span.stage) >= rank(stage));
const isDated = (span: Span, stage: Stage): boolean =>
  span.stage === stage && span.since !== undefined;

/**
 * The case of a project (design/charts.md 4): it entered `from` on the first day on which it had
 * come so far, and moved on when it had come to `to`. Else it waits, left, or is no longer listed.
 */
export function caseOf(
  history: History,
  { from, to }: { readonly from: Stage; readonly to: Stage },
  [first, day]: readonly [Day, Day],
): Case | undefined {
  const life = lifeUpTo(history, day);
  const entry = cameTo(life, from);
  const now = life.at(-1);
  if (entry === undefined || now === undefined) return undefined;
  const goal = cameTo(life, to);
  const isBefore = isDated(entry, from) ? entry.from < first : false;
  const isUnknown = !isDated(entry, from) && entry.from <= first;
  const lastOpen = life.findLast(isOpen)?.until ?? entry.from;
  const endOf = (state: State): Case['end'] =>
    isOpen(state) ? 'open' : state.status === 'unlisted' ? 'unlisted' : 'left';
  const until = goal?.from ?? (isOpen(now) ? day : laterDay(lastOpen, entry.from));
  return {
    month: isBefore ? 'before' : isUnknown ? undefined : monthOf(entry.from),
    end: goal === undefined ? endOf(now) : goal.from <= entry.from ? 'passed' : 'moved',
    days: daysBetween(entry.from, until),
  };
}

/** The end of a month since entry in whole days; a month has 30.4375. */
const daysOf = (month: number): number => Math.floor((month * 4870) / 160);

/**
 * Cumulative incidence of moving on and of leaving, month by month: of those still followed and
 * still waiting on a day, the share that meets each end (Aalen–Johansen). Who is no longer listed
 * is followed to his last day. A month under five followed cases ends it.
 */
export function incidenceOf(cases: readonly Case[]): readonly Point[] {
  const points: Point[] = [];
  const eventDays = [...new Set(cases.map(({ days }) => days))].toSorted((a, b) => a - b);
  for (let month = 0; month <= 24; month += 1) {
    const until = daysOf(month);
    let [waiting, moved, left] = [one, zero, zero];
    for (const at of eventDays.filter((days) => days <= until)) {
      const followed = fraction(cases.filter(({ days }) => days >= at).length);
      const share = (end: Case['end']): Fraction =>
        divide(fraction(cases.filter((c) => c.days === at && c.end === end).length), followed);
      const [moves, exits] = [share('moved'), share('left')];
      moved = add(moved, multiply(waiting, moves));
      left = add(left, multiply(waiting, exits));
      waiting = multiply(waiting, subtract(one, add(moves, exits)));
    }
    const followed = cases.filter(({ days }) => days >= until).length;
    if (followed < 5 && waiting.n > 0n) break;
    points.push({ moved, left, followed });
  }
  return points;
}

/** The half-year, quarter, month or year of a month, as the product names it. */
export function periodOf(month: Month, size: 'half_year' | 'quarter' | 'month' | 'year'): string {
  const at = Number(month.slice(5, 7)) - 1;
  const year = month.slice(0, 4);
  if (size === 'month') return month;
  if (size === 'quarter') return `${year}-Q${Math.floor(at / 3) + 1}`;
  return size === 'year' ? year : `${year}-H${at < 6 ? 1 : 2}`;
}
