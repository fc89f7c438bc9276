import { useCallback, useEffect, useRef, useState } from 'react';
import type { SharedPayload } from '#contract/links/endpoints.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { isAway, Reach } from '#web/data/reachability.ts';
import { keepOpenLink, openLink, openShared, readShared } from './queries.ts';
import { followLink } from '#web/data/shared-events.ts';
import { takeSecret } from '#web/url/link-address.ts';

/** Where a reader stands on the way to what the link shows. */
export type Reading =
  | { readonly at: 'opening' | 'paste' | 'paused' | 'unknown' | 'busy' | 'over' }
  | { readonly at: 'password'; readonly wrong: boolean }
  | { readonly at: 'ended'; readonly on: string }
  | { readonly at: 'failed'; readonly failure: ProblemError }
  /** `failedAt`: since when it could not be read again, in ms; what was read then stays. */
  | {
      readonly at: 'open';
      readonly payload: SharedPayload;
      readonly etag: string | undefined;
      readonly readAt: number;
      readonly failedAt?: number;
    };

/** Asked again when the reader comes back to the page, so that a live view is one. */
const freshForMs = 30_000;
/** What a screen that nobody sits at asks again about: the rest takes a person. */
const passing: ReadonlySet<Reading['at']> = new Set(['open', 'paused', 'over', 'busy', 'failed']);

async function readingOf(link: string): Promise<Reading> {
  const read = await readShared(link);
  keepOpenLink(read === undefined ? undefined : link);
  return read === undefined
    ? { at: 'over' }
    : { at: 'open', payload: read.data, etag: read.etag, readAt: Date.now() };
}
async function readingWith(secret: string, password?: string): Promise<Reading> {
  const reply = await openShared(secret, password);
  if (reply.state === 'open') return readingOf(reply.link);
  if (reply.state === 'password_needed') return { at: 'password', wrong: reply.wrong };
  return reply.state === 'ended' ? { at: 'ended', on: reply.on } : { at: 'paused' };
}
/** Read again; where the session is over, or there is none, with a new one, which tells what became of the link. */
async function readingAgain(link: string | undefined, secret: string): Promise<Reading> {
  if (link === undefined) return secret === '' ? { at: 'paste' } : readingWith(secret);
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

/** One link in this tab: its secret, its session, and whether the server answers. Each reading is handed to `show`. */
class LinkReader {
  /** Its probe is the reading itself. */
  readonly reach = new Reach(async () => {
    const found = await this.#showing(readingAgain(this.#link, this.#secret));
    if (found.at === 'failed') throw found.failure;
  });
  readonly #show: (found: Reading) => void;
  #secret = '';
  #link: string | undefined;
  #readAt = 0;
  #etag: string | undefined;
  constructor(show: (found: Reading) => void) {
    this.#show = show;
  }

  /** Begins with the secret of the address or what was pasted; without one goes on with what this tab has open. */
  begin(secret: string): void {
    this.#secret = secret;
    this.#link = secret === '' ? openLink() : undefined;
    this.read();
  }
  enter(password: string): void {
    void this.#reading(readingWith(this.#secret, password));
  }
  read(): void {
    void this.#reading(readingAgain(this.#link, this.#secret));
  }
  /** The session is over: whoever has the secret is told at once what became of the link. */
  readAnew(): void {
    if (this.#secret !== '') this.#link = undefined;
    this.read();
  }
  /** Reads where that was long ago; while the server is away its probe does. */
  freshen(olderThanMs: number): void {
    if (this.reach.state === 'well' && Date.now() - this.#readAt > olderThanMs) this.read();
  }

  /** Whether what was read last bears this tag; a server that gives none is taken at its word. */
  shows(tag: string): boolean {
    return this.#etag?.includes(tag) ?? true;
  }

  async #reading(next: Promise<Reading>): Promise<void> {
    const found = await this.#showing(next);
    if (found.at !== 'failed') this.reach.answered();
    else if (isAway(found.failure)) this.reach.failed();
  }
  async #showing(next: Promise<Reading>): Promise<Reading> {
    const found = await next.catch(failed);
    this.#readAt = Date.now();
    if (found.at !== 'failed') this.#link = found.at === 'open' ? found.payload.link.id : undefined;
    if (found.at === 'open') this.#etag = found.etag;
    this.#show(found);
    return found;
  }
}

/**
 * Opens the link of the address: its secret is taken out of the address and sent once; after a reload the session is gone on with.
 * `everyMs`: how often it is read again by itself, for a screen that nobody sits at.
 */
export function useSharedLink(everyMs?: number): SharedLinkAccess {
  const [reading, setReading] = useState<Reading>({ at: 'opening' });
  const [reader] = useState(
    () =>
      new LinkReader((found) =>
        // what is there stays while the server is not
        setReading((now) =>
          found.at === 'failed' && now.at === 'open'
            ? { ...now, failedAt: now.failedAt ?? Date.now() }
            : found,
        ),
      ),
  );
  const open = useCallback(
    (secret: string) => {
      setReading({ at: 'opening' });
      reader.begin(secret);
    },
    [reader],
  );
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    reader.begin(takeSecret());
  }, [reader]);
  useEffect(() => {
    const back = () => {
      if (!document.hidden && openLink() !== undefined) reader.freshen(freshForMs);
    };
    const other = () => {
      const next = takeSecret();
      if (next !== '') open(next);
    };
    document.addEventListener('visibilitychange', back);
    window.addEventListener('hashchange', other);
    const stop = reader.reach.watch();
    return () => {
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('hashchange', other);
      stop();
    };
  }, [reader, open]);
  const shown = reading.at === 'open' ? reading.payload.link.id : undefined;
  const asks = everyMs !== undefined && passing.has(reading.at);
  useEffect(() => {
    if (!asks) return undefined;
    const timer = setInterval(() => reader.freshen(0), everyMs);
    return () => clearInterval(timer);
  }, [asks, everyMs, reader]);
  useEffect(() => {
    const read = () => reader.read();
    const closed = (why: 'over' | 'refused') => (why === 'over' ? reader.readAnew() : read());
    return shown === undefined
      ? undefined
      : followLink(shown, reader.reach, {
          shows: (tag) => reader.shows(tag),
          changed: read,
          closed,
        });
  }, [shown, reader]);
  return {
    reading,
    open,
    enter: (password) => reader.enter(password),
    again: () => reader.reach.tryNow(),
  };
}
