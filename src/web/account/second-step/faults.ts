import { ProblemError } from '#web/data/problem-error.ts';

/** What the server found wrong at one place of a form, as it names it; undefined when it was something else. */
export const faultAt = (failure: ProblemError | undefined, path: string): string | undefined =>
  failure?.problem?.errors?.find((error) => error.path === path)?.value;

/** The password was given too long ago: what may follow it is over. A wrong code or passkey is told by its place. */
export const isLate = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'sign_in_required' && error.problem?.errors === undefined;
