import { useCallback, useEffect, useRef } from 'react';

/** The most options of a list that are read ahead. */
const mostOptions = 12;
/**
 * A response that takes longer, in ms, ends the reading: the register is large, the line is slow or
 * the server is busy.
 */
const longestMs = 250;

/**
 * Reads the options of a list one after another, until `signal` aborts, one of them fails or one of
 * them is slow.
 *
 * @param now - the time in ms
 */
export async function readAhead(
  reads: readonly (() => Promise<void>)[],
  signal: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<void> {
  for (const read of reads.slice(0, mostOptions)) {
    if (signal.aborted) return;
    const from = now();
    try {
      await read();
    } catch {
      return;
    }
    if (now() - from > longestMs) return;
  }
}

interface ReadAhead {
  readonly start: (reads: readonly (() => Promise<void>)[]) => void;
  readonly stop: () => void;
}
/** Reads the options of an open list. A new start, a stop and the end of the list end it. */
export function useReadAhead(): ReadAhead {
  const controller = useRef<AbortController>(undefined);
  const stop = useCallback(() => controller.current?.abort(), []);
  const start = useCallback<ReadAhead['start']>((reads) => {
    controller.current?.abort();
    controller.current = new AbortController();
    void readAhead(reads, controller.current.signal);
  }, []);
  useEffect(() => stop, [stop]);
  return { start, stop };
}
