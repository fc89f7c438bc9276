import { useCallback, useEffect, useRef, useState } from 'react';
import type { SharedPayload } from '#contract/links.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { keepOpenLink, openLink, openShared, readShared } from '#web/data/shared-link.ts';
import { followLink } from '#web/data/shared-events.ts';
import { takeSecret } from '#web/url/link-address.ts';

/** Where a reader stands on the way to what the link shows. */
export type Reading =
  | { readonly at: 'opening' | 'paste' | 'paused' | 'unknown' | 'busy' | 'over' }
  | { readonly at: 'password'; readonly wrong: boolean }
  | { readonly at: 'ended'; readonly on: string }
  | { readonly at: 'failed'; readonly failure: ProblemError }
  /** `failedAt`: since when it could not be read again, in ms; what was read then stays. */
  | { readonly at: 'open'; readonly payload: SharedPayload; readonly readAt: number; readonly failedAt?: number };

/** Asked again when the reader comes back to the page, so that a live view is one. */
const freshForMs = 30_000;
/** What a screen that nobody sits at asks again about: the rest takes a person. */
const passing: ReadonlySet<Reading['at']> = new Set(['open', 'paused', 'over', 'busy', 'failed']);

async function readingOf(link: string): Promise<Reading> {
  const payload = await readShared(link);
  keepOpenLink(payload === undefined ? undefined : link);
  return payload === undefined ? { at: 'over' } : { at: 'open', payload, readAt: Date.now() };
}
async function readingWith(secret: string, password?: string): Promise<Reading> {
  const reply = await openShared(secret, password);
  if (reply.state === 'open') return readingOf(reply.link);
  if (reply.state === 'password_needed') return { at: 'password', wrong: reply.wrong };
  return reply.state === 'ended' ? { at: 'ended', on: reply.on } : { at: 'paused' };
}
/** Read again; where the session is over, with a new one. */
async function readingAgain(link: string, secret: string): Promise<Reading> {
  const found = await readingOf(link);
  return found.at === 'over' && secret !== '' ? readingWith(secret) : found;
}
function failed(error: unknown): Reading {
  const failure = toProblem(error);
  if (failure.code === 'not_found' || failure.code === 'bad_request') return { at: 'unknown' };
  return failure.code === 'rate_limited' ? { at: 'busy' } : { at: 'failed', failure };
}

export interface SharedLinkAccess {
  readonly reading: Reading;
  /** Opens what was pasted. */
  readonly open: (secret: string) => void;
  readonly enter: (password: string) => void;
  readonly again: () => void;
}

/**
 * Opens the link of the address: its secret is taken out of the address and sent once; after a reload the session is gone on with.
 * `everyMs`: how often it is read again by itself, for a screen that nobody sits at.
 */
export function useSharedLink(everyMs?: number): SharedLinkAccess {
  const [reading, setReading] = useState<Reading>({ at: 'opening' });
  const secret = useRef('');
  const asked = useRef(false);
  const read = useRef(0);
  const follow = useCallback(async (next: Promise<Reading>) => {
    const found = await next.catch(failed);
    read.current = Date.now();
    // what is there stays while the server is not
    setReading((now) => (found.at === 'failed' && now.at === 'open' ? { ...now, failedAt: now.failedAt ?? Date.now() } : found));
  }, []);
  const again = useCallback(() => {
    const link = openLink();
    if (secret.current !== '') void follow(readingWith(secret.current));
    else if (link !== undefined) void follow(readingOf(link));
    else setReading({ at: 'paste' });
  }, [follow]);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    secret.current = takeSecret();
    again();
  }, [again]);
  useEffect(() => {
    const back = () => {
      const link = openLink();
      if (document.visibilityState === 'visible' && link !== undefined && Date.now() - read.current > freshForMs)
        void follow(readingOf(link));
    };
    const other = () => {
      const next = takeSecret();
      if (next === '') return;
      secret.current = next;
      setReading({ at: 'opening' });
      again();
    };
    document.addEventListener('visibilitychange', back);
    window.addEventListener('hashchange', other);
    return () => {
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('hashchange', other);
    };
  }, [follow, again]);
  const shown = reading.at === 'open' ? reading.payload.link.id : undefined;
  const asks = everyMs !== undefined && passing.has(reading.at);
  useEffect(() => {
    if (!asks) return undefined;
    const ask = () => (shown === undefined ? again() : void follow(readingAgain(shown, secret.current)));
    const timer = setInterval(ask, everyMs);
    return () => clearInterval(timer);
  }, [asks, everyMs, shown, follow, again]);
  useEffect(
    () => (shown === undefined ? undefined : followLink(shown, { changed: () => void follow(readingOf(shown)), closed: again })),
    [shown, follow, again],
  );
  return {
    reading,
    open: (given) => {
      secret.current = given;
      setReading({ at: 'opening' });
      again();
    },
    enter: (password) => void follow(readingWith(secret.current, password)),
    again,
  };
}
