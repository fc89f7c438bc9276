import type { LogEntry } from '#server/core/deps.ts';

const minute = 60_000;

/** A job that a server runs every minute. The log names it in errors. */
export interface MinuteJob {
  readonly name: string;
  /** Does the due work. `signal` ends it after the current step. */
  readonly run: (signal: AbortSignal) => Promise<unknown>;
  readonly log?: ((entry: LogEntry) => void) | undefined;
}

/**
 * Runs a job every minute, never twice at once. The store records finished work, so a restart
 * repeats nothing.
 *
 * @returns a function that stops the job after its current step
 */
export function startMinuteJob({ name, run, log }: MinuteJob, pause = minute): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const end = new AbortController();
  const look = (): void => {
    if (busy) return;
    busy = true;
    running = run(end.signal)
      .catch((error: unknown) =>
        log?.({
          level: 'error',
          reference: name,
          method: 'POST',
          path: name,
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
