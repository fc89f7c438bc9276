import type { Problem } from '#contract/core/problem-schemas.ts';
import type { ProblemCode } from '#contract/core/problem.ts';

/**
 * Why there was no answer at all: no network, no answer in time, an answer that is not ours, or the
 * asker gave up.
 */
export type FailureCode = 'offline' | 'timeout' | 'malformed';

/** Every failed call ends as one of these: the server's own problem, or why there was no answer. */
export class ProblemError extends Error {
  readonly code: ProblemCode | FailureCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(code: ProblemCode | FailureCode, status: number, problem?: Problem) {
    super(problem?.detail ?? code);
    this.name = 'ProblemError';
    this.code = code;
    this.status = status;
    this.problem = problem;
  }
}

/** Asking again may help: no answer, a broken one, or a server that is busy or down. */
export const mayRetry = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.status === 0 || error.status === 429 || error.status >= 500 || error.code === 'malformed');

/** Any thrown value as a ProblemError, for the one panel that shows them. */
export const toProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('internal', 0);
