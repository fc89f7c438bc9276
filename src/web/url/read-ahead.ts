import { useCallback, useEffect, useRef } from 'react';

/** The most options of a list that are read ahead. */
const mostOptions = 12;
/**
 * The reading of a list ends after this time, in ms, with the response that it waits for. Where the
 * register is large, the line slow or the server busy, few options are read.
 */
const longestMs = 2000;

/**
 * Reads the options of a list one after another, until `signal` aborts, one of them fails or the
 * time is over.
 *
 * @param now - the time in ms
 */
export async function readAhead(
  reads: readonly (() => Promise<void>)[],
  signal: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<void> {
  const end = now() + longestMs;
  for (const read of reads.slice(0, mostOptions)) {
    if (signal.aborted || now() > end) return;
    try {
      await read();
    } catch {
      return;
    }
  }
}

interface ReadAhead {
  /** Reads the options, unless they are being read or were read since the last `stop`. */
  readonly start: (reads: readonly (() => Promise<void>)[]) => void;
  readonly stop: () => void;
}
/** Reads the options of a list once while the reader is at it. */
export function useReadAhead(): ReadAhead {
  const controller = useRef<AbortController>(undefined);
  const stop = useCallback(() => {
    controller.current?.abort();
    controller.current = undefined;
  }, []);
  const start = useCallback<ReadAhead['start']>((reads) => {
    if (controller.current !== undefined) return;
    controller.current = new AbortController();
    void readAhead(reads, controller.current.signal);
  }, []);
  useEffect(() => stop, [stop]);
  return { start, stop };
}
