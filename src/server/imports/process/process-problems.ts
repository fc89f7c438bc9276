import { problem } from '#server/core/problem.ts';
import { SqlError } from '#server/db/dialects/port.ts';
import type { FromImport } from './node-worker.ts';

/**
 * Makes the problem of a process that something else ended: the system for lack of memory, or an
 * operator. Each import is one transaction, so nothing was stored.
 */
export const createEndedProblem = () =>
  problem(
    'import_ended',
    'The import process was ended from outside. A file is stored whole or not at all: look at the last imports, then send it again. If it happens again, check the free memory.',
  );
/** Rebuilds an error of the process: a problem of the API or an error of the store. */
export function rebuildError({
  message,
  problem: code,
  sql,
}: Extract<FromImport, { kind: 'error' }>): Error {
  if (code !== undefined) return problem(code, message);
  if (typeof sql === 'number') return new SqlError(message, sql);
  return Object.assign(new Error(message), sql === undefined ? {} : { code: sql });
}
