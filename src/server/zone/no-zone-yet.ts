import { problem, type HttpProblem } from '#server/core/problem.ts';

/** Makes the problem of a store without a zone. */
export const noZoneYet = (): HttpProblem =>
  problem('not_found', 'There is no zone yet: import a register, or choose a sample.');
