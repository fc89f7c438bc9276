import { type HttpProblem, problem } from '#server/core/problem.ts';

/** Makes the problem of a secret that opens nothing. It counts as a guess. */
export const unknownSecret = (): HttpProblem =>
  problem(
    'not_found',
    'No link has this secret. Copy the whole address from the message, or ask the sender.',
    { guessed: true },
  );

/** Makes one problem for unknown, paused, ended and live links, so that it reveals nothing of them. */
export const noSession = (): HttpProblem =>
  problem('sign_in_required', 'Open the link again from the message that you received.');
