import type { Problem } from '#contract/core/problem-schemas.ts';
import type { ProblemCode } from '#contract/core/problem.ts';

/**
 * Why there is no valid response: no network, a timeout, a malformed response, or a cancelled call.
 */
export type FailureCode = 'offline' | 'timeout' | 'malformed';

/**
 * The error of every failed call: a problem of the server, or the reason for a missing response.
 */
export class ProblemError extends Error {
  readonly code: ProblemCode | FailureCode;
  /** HTTP status; 0 without a response. */
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

/** Whether a retry may help: no response, a malformed one, or a server that is busy or down. */
export const mayRetry = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.status === 0 || error.status === 429 || error.status >= 500 || error.code === 'malformed');

/** Turns any thrown value into a ProblemError. */
export const toProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('internal', 0);
