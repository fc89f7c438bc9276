import type { Overview, PhaseState } from './overview.ts';
import { addMonths, monthOf, monthsApart } from '#domain/values/date.ts';
import { elapsedShare } from '#domain/targets/plan.ts';
import type { IsoDate } from '#domain/projects/project.ts';
import type { Phase } from '#domain/zone/zone.ts';

/** A phase that begins in the second half of a month counts from the next month: 2020-04-27 to 2021-12-31 is 20 months. */
const firstMonth = (start: IsoDate) =>
  start.slice(8) > '15' ? addMonths(monthOf(start), 1) : monthOf(start);

/** Each phase with its share gone by on a day: 0 before it begins, 1 once it is over. */
export const phaseStates = (phases: readonly Phase[], as_of: IsoDate): PhaseState[] =>
  phases.map((phase) => ({
    ...phase,
    elapsed: elapsedShare({ start: phase.start, deadline: phase.end }, as_of),
  }));

/** The phase of the day and its month by the calendar: month 12 of 20. Nothing between and outside the phases. */
export function phaseNow(phases: readonly Phase[], as_of: IsoDate): Overview['phase_now'] {
  const phase = phases.find(({ start, end }) => start <= as_of && as_of <= end);
  if (phase === undefined) return undefined;
  const first = firstMonth(phase.start);
  return {
    id: phase.id,
    month: Math.max(1, monthsApart(first, monthOf(as_of)) + 1),
    months: Math.max(1, monthsApart(first, monthOf(phase.end)) + 1),
  };
}
