import type { ProblemError } from '#web/data/problem-error.ts';

/** What the server found wrong at one place of a form, as it names it; undefined when it was something else. */
export const faultAt = (failure: ProblemError | undefined, path: string): string | undefined =>
  failure?.problem?.errors?.find((error) => error.path === path)?.value;
