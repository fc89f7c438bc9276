import { ProblemError } from '#web/data/problem-error.ts';

/** What the server found wrong at one place of a form, as it names it; undefined when it was something else. */
export const faultAt = (failure: ProblemError | undefined, path: string): string | undefined =>
  failure?.problem?.errors?.find((error) => error.path === path)?.value;

/** Somebody or something else has the name that stands at this place. */
export const isTaken = (failure: ProblemError | undefined, path: string): boolean =>
  failure?.code === 'conflict' &&
  (failure.problem?.errors ?? []).some((error) => error.path === path);

/** The password was given too long ago: what may follow it is over. A wrong code or passkey is told by its place. */
export const isLate = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.code === 'sign_in_required' &&
  error.problem?.errors === undefined;
