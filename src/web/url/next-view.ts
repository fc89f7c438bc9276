import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ViewState } from './view-state.ts';

type Prepare = (next: ViewState) => Promise<unknown>;
const listeners = new Set<Prepare>();

/**
 * Sends what a view reads, before the page is drawn for it. What the page has is not read again.
 *
 * @returns when all responses are there; rejects if one of them fails
 */
export async function prepareView(next: ViewState): Promise<void> {
  await Promise.all([...listeners].map((prepare) => prepare(next)));
}

/**
 * Calls `prepare` with each view that a control chooses, while the page still shows the one before:
 * what the next one reads is then on its way while it is drawn.
 */
export function useNextView(prepare: Prepare): void {
  const latest = useRef(prepare);
  latest.current = prepare;
  useEffect(() => {
    const call: Prepare = (next) => latest.current(next);
    listeners.add(call);
    return () => void listeners.delete(call);
  }, []);
}

/** The context of a read in the browser. Its signal cancels the read. */
export interface ReadContext {
  readonly signal: AbortSignal;
}
/** How something is read, and under which key it is kept. */
interface Read {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: ReadContext) => Promise<unknown>;
}

/** Sends what the view reads that a control chooses before the page is drawn for it. */
export function useEarlyReads(listReads: (next: ViewState) => readonly Read[]): void {
  const client = useQueryClient();
  useNextView((next) => Promise.all(listReads(next).map((read) => client.ensureQueryData(read))));
}
