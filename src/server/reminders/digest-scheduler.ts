import { sendDueDigests, type ReminderDeps } from './send-digests.ts';

const minute = 60_000;

/**
 * Looks every minute for digests that are due. What was sent stands in the store, so nothing is
 * sent twice after a restart.
 * @returns a function that stops it, after the message that is being sent
 */
export function startDigests(deps: ReminderDeps, pause = minute): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const end = new AbortController();
  const look = (): void => {
    if (busy) return;
    busy = true;
    running = sendDueDigests(deps, end.signal)
      .catch((error: unknown) =>
        deps.log?.({
          level: 'error',
          reference: 'digest',
          method: 'POST',
          path: 'digest',
          status: 500,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      )
      .finally(() => (busy = false));
  };
  const timer = setInterval(look, pause);
  return async () => {
    clearInterval(timer);
    end.abort();
    await running;
  };
}
