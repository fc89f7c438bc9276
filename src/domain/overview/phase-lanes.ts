import type { Phase } from '#domain/zone/zone.ts';

/** The first and last day of a phase. */
type Span = Pick<Phase, 'start' | 'end'>;

/** Orders phases by their first day, then by their last. */
export const orderPhases = <P extends Span>(phases: readonly P[]): P[] =>
  phases.toSorted((a, b) =>
    a.start === b.start ? compareDays(a.end, b.end) : compareDays(a.start, b.start),
  );
const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Places phases in lanes, so that two phases of a lane have no day in common.
 *
 * @param phases - in the order of their first days
 * @returns the lane of each phase, from 0. Phases without a common day all have lane 0
 */
export function findPhaseLanes(phases: readonly Span[]): readonly number[] {
  const ends: string[] = [];
  return phases.map(({ start, end }) => {
    const free = ends.findIndex((day) => day < start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = end;
    return lane;
  });
}
