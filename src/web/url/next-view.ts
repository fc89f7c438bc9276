import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import type { ViewState } from './view-state.ts';

/** What a part of the page reads for a view. */
interface Reader {
  readonly read: (next: ViewState) => Promise<unknown>;
  /** Whether all that `read` reads is there. */
  readonly isThere: (next: ViewState) => boolean;
}
/** What each part of the page reads first, and what it reads after the others. */
const readers = { first: new Set<RefObject<Reader>>(), after: new Set<RefObject<Reader>>() };
type Turn = keyof typeof readers;

const call = (turn: Turn, next: ViewState): Promise<unknown> =>
  Promise.all([...readers[turn]].map(({ current }) => current.read(next)));
/** Whether the page has what it would show first in a view. */
export const hasView = (next: ViewState): boolean =>
  [...readers.first].every(({ current }) => current.isThere(next));

/**
 * Sends what a view reads first, before the page is drawn for it. What the page has is not read
 * again.
 *
 * @returns when all responses are there; rejects if one of them fails
 */
async function prepareView(next: ViewState): Promise<void> {
  await call('first', next);
}

/** A choice whose responses take longer than this, in ms, is said to be read. */
const noticeMs = 50;
let latestChoice: ViewState | undefined;
let isReading = false;
const watchers = new Set<() => void>();
function setReading(next: boolean): void {
  if (next === isReading) return;
  isReading = next;
  for (const watch of watchers) watch();
}

/**
 * Sends what the chosen view reads first. Until it is there, the page says so (`useIsReading`),
 * unless the reader is typing.
 */
export function readChoice(next: ViewState, isTyping: boolean): void {
  latestChoice = next;
  const isLatest = (): boolean => latestChoice === next;
  const timer = setTimeout(() => isLatest() && setReading(!isTyping), noticeMs);
  const end = (): void => {
    clearTimeout(timer);
    if (isLatest()) setReading(false);
  };
  // who shows the answer shows its failure too
  prepareView(next).then(end, end);
}

const watchReading = (watch: () => void): (() => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};
/** Whether the page still shows the figures of the former choice, because those of the next are read. */
export const useIsReading = (): boolean =>
  useSyncExternalStore(
    watchReading,
    () => isReading,
    () => false,
  );

/**
 * Reads all that a view shows: first what the page waits for, and after that the rest.
 *
 * @returns when all responses are there; rejects if one of them fails
 */
export async function prepareWholeView(next: ViewState): Promise<void> {
  await call('first', next);
  await call('after', next);
}

/**
 * Calls the reader with each view that a control chooses, while the page still shows the one before:
 * what the next one reads is then on its way while it is drawn.
 */
export function useNextView(reader: Reader, turn: Turn = 'first'): void {
  const latest = useRef(reader);
  latest.current = reader;
  useEffect(() => {
    const ofTurn = readers[turn];
    ofTurn.add(latest);
    return () => void ofTurn.delete(latest);
  }, [turn]);
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

/**
 * Sends what the view reads that a control chooses before the page is drawn for it. `after`: no
 * choice waits for these reads, so only an open list sends them, after the others of its option.
 */
export function useEarlyReads(
  listReads: (next: ViewState) => readonly Read[],
  turn: Turn = 'first',
): void {
  const client = useQueryClient();
  useNextView(
    {
      read: (next) => Promise.all(listReads(next).map((read) => client.ensureQueryData(read))),
      isThere: (next) =>
        listReads(next).every(({ queryKey }) => client.getQueryData(queryKey) !== undefined),
    },
    turn,
  );
}
