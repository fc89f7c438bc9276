import { startMinuteJob } from '#server/core/jobs/minute-job.ts';
import { sendDueDigests, type ReminderDeps } from './send-digests.ts';

/**
 * Looks every minute for digests that are due.
 * @param pause - in ms
 * @returns a function that stops it, after the message that is being sent
 */
export const startDigests = (deps: ReminderDeps, pause?: number): (() => Promise<void>) =>
  startMinuteJob(
    { name: 'digest', run: (signal) => sendDueDigests(deps, signal), log: deps.log },
    pause,
  );
