/**
 * Whether a count of projects is unknown: none is counted, and some may belong to it. A count of 0
 * says nothing then.
 *
 * @param possible - the projects that may belong to it: without a day of entry by the day, or
 *   without a stage where it counts those of some stages
 */
export const isCountUnknown = (count: number, possible = 0): boolean => count === 0 && possible > 0;
