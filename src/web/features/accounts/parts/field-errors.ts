import { ProblemError } from '#web/data/problem-error.ts';

/**
 * Returns the server's error at one field of a form.
 * @returns the fault's id; undefined if the field has none
 */
export const faultAt = (failure: ProblemError | undefined, path: string): string | undefined =>
  failure?.problem?.errors?.find((error) => error.path === path)?.value;

/** Returns whether the name in a field is taken. */
export const isTaken = (failure: ProblemError | undefined, path: string): boolean =>
  failure?.code === 'conflict' &&
  (failure.problem?.errors ?? []).some((error) => error.path === path);

/**
 * Returns whether the pending sign-in has expired. A wrong code or passkey is an error of its field
 * instead.
 */
export const isPasswordExpired = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.code === 'sign_in_required' &&
  error.problem?.errors === undefined;
