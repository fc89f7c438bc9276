import { type Day, daysBetween, earlierDay } from '../days.ts';
import { type Fraction, fraction, percentile } from '../fraction.ts';
import { type History, lastUpTo, type Stage, stageOrder } from '../register.ts';
import { hasEnded, isOpen, lifeUpTo } from './life.ts';

/** A time in a stage that ended; without days where entry or leaving has no known day. */
export interface Stay {
  readonly stage: Stage;
  readonly end: 'moved_on' | 'moved_back' | 'left';
  readonly days: number | undefined;
}

/**
 * The ended times in a stage of a project (design/charts.md 5): it moved to another stage, or
 * ended and is still ended.
 */
export function staysOf(history: History, day: Day): readonly Stay[] {
  const life = lifeUpTo(history, day);
  const lastOpen = life.findLastIndex(isOpen);
  return life.slice(1).flatMap((span, i): Stay[] => {
    const before = life[i];
    if (before === undefined || !isOpen(before)) return [];
    const leaves = hasEnded(span) && i === lastOpen;
    if (!leaves && before.stage === span.stage) return [];
    if (!leaves && !isOpen(span) && span.status !== 'unlisted') return [];
    const left = leaves ? lastUpTo(history.statuses, span.from)?.since : span.since;
    const days =
      before.since === undefined || left === undefined
        ? undefined
        : daysBetween(before.since, left);
    const isFurther = stageOrder.indexOf(span.stage) > stageOrder.indexOf(before.stage);
    return [
      {
        stage: before.stage,
        end: leaves ? 'left' : isFurther ? 'moved_on' : 'moved_back',
        days: days === undefined || days < 0 ? undefined : days,
      },
    ];
  });
}

/** Median, and the points between which 8 in 10 and 5 in 10 lie; none under two or five cases. */
export function spreadOf(days: readonly number[]): Readonly<Record<string, Fraction | undefined>> {
  const at = (n: number): Fraction | undefined =>
    days.length < 5
      ? undefined
      : percentile(
          days.map((one) => fraction(one)),
          fraction(n, 100),
        );
  const median =
    days.length < 2
      ? undefined
      : percentile(
          days.map((one) => fraction(one)),
          fraction(1, 2),
        );
  return { median, p10: at(10), p25: at(25), p75: at(75), p90: at(90) };
}

/** Months after which the gate of a stage ends for every project (usual gates of a zone). */
const gateMonths: Readonly<Partial<Record<Stage, number>>> = {
  signed: 6,
  registered: 9,
  construction: 12,
};
/** Days after which a project without a gate is stalled (domain.md 3.4). */
const stallDays: Readonly<Partial<Record<Stage, number>>> = { lead: 90, negotiation: 180 };
/** The same date some months later, or the last day of a shorter month. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).toISOString().slice(0, 10);
  return earlierDay(`${last.slice(0, 8)}${String(date).padStart(2, '0')}`, last);
}
/** Whether a project that entered its stage on a day exceeds the limit; undefined: no limit. */
export function isOver(stage: Stage, since: Day, day: Day): boolean | undefined {
  const [months, days] = [gateMonths[stage], stallDays[stage]];
  if (months !== undefined) return monthsLater(since, months) < day;
  return days === undefined ? undefined : daysBetween(since, day) > days;
}
