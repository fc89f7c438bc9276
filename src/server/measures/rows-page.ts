import { problem } from '#server/core/problem.ts';

/** The default number of rows of a page. */
export const usualRows = 20;

/** Makes the problem of a cursor that the list did not give. */
export const badCursor = () =>
  problem('bad_request', 'Leave out cursor: this list has no such cursor.');

/**
 * Reads the index of the first row of a page.
 *
 * @returns 0 without a cursor
 * @throws HttpProblem for a cursor that is no number
 */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw badCursor();
  return Number(cursor);
}
