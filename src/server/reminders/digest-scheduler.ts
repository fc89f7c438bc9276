import { startMinuteJob } from '#server/core/jobs/minute-job.ts';
import { sendDueDigests, type ReminderDeps } from './send-digests.ts';

/**
 * Sends due digests every minute.
 * @param pause - time between two runs in ms
 * @returns a function that stops it after the current message
 */
export const startDigests = (deps: ReminderDeps, pause?: number): (() => Promise<void>) =>
  startMinuteJob(
    { name: 'digest', run: (signal) => sendDueDigests(deps, signal), log: deps.log },
    pause,
  );
