import { problem } from '#server/core/problem.ts';

/** Rows of a page when none is chosen. */
export const usualRows = 20;

export const badCursor = () =>
  problem('bad_request', 'Leave out cursor: this list has no such cursor.');

/**
 * Reads from which row on a page begins.
 *
 * @throws a problem for a cursor that is no number
 */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw badCursor();
  return Number(cursor);
}
