import { useCallback, useEffect, useRef, useState } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { isAway, Reach } from '#web/data/reachability.ts';
import { keepOpenLink, openLink, openShared, readShared } from './queries.ts';
import { followLink } from '#web/data/shared-events.ts';
import { takeSecret } from '#web/url/link-address.ts';

/** The state of a shared link in this tab. */
export type Reading =
  | { readonly at: 'opening' | 'paste' | 'paused' | 'unknown' | 'busy' | 'over' }
  | { readonly at: 'password'; readonly wrong: boolean }
  | { readonly at: 'ended'; readonly on: string }
  | { readonly at: 'failed'; readonly failure: ProblemError }
  /** `failedAt` is the time since which reading has failed, in ms. The last payload stays. */
  | {
      readonly at: 'open';
      readonly payload: SharedPayload;
      readonly etag: string | undefined;
      readonly readAt: number;
      readonly failedAt?: number;
    };

/** A payload older than this is read again when the page becomes visible. */
const freshForMs = 30_000;
/** States that an unattended screen polls. The other states need a person. */
const passing: ReadonlySet<Reading['at']> = new Set(['open', 'paused', 'over', 'busy', 'failed']);

async function startReading(link: string): Promise<Reading> {
  const read = await readShared(link);
  keepOpenLink(read === undefined ? undefined : link);
  return read === undefined
    ? { at: 'over' }
    : { at: 'open', payload: read.data, etag: read.etag, readAt: Date.now() };
}
async function readingWith(secret: string, password?: string): Promise<Reading> {
  const reply = await openShared(secret, password);
  if (reply.state === 'open') return startReading(reply.link);
  if (reply.state === 'password_needed') return { at: 'password', wrong: reply.wrong };
  return reply.state === 'ended' ? { at: 'ended', on: reply.on } : { at: 'paused' };
}
/**
 * Reads the link again. When the session has ended, opens a new one, whose result shows the state
 * of the link.
 */
async function readingAgain(link: string | undefined, secret: string): Promise<Reading> {
  if (link === undefined) return secret === '' ? { at: 'paste' } : readingWith(secret);
  const reading = await startReading(link);
  return reading.at === 'over' && secret !== '' ? readingWith(secret) : reading;
}
function toFailure(error: unknown): Reading {
  const failure = toProblem(error);
  if (failure.code === 'not_found' || failure.code === 'bad_request') return { at: 'unknown' };
  return failure.code === 'rate_limited' ? { at: 'busy' } : { at: 'failed', failure };
}

export interface SharedLinkAccess {
  readonly reading: Reading;
  /** Opens the link with a pasted secret. */
  readonly open: (secret: string) => void;
  readonly enter: (password: string) => void;
  readonly again: () => void;
}

/**
 * One link in this tab: its secret, its session, and whether the server answers. Passes each
 * reading to `show`.
 */
class LinkReader {
  /** The probe reads the link itself. */
  readonly reach = new Reach(async () => {
    const reading = await this.#showing(readingAgain(this.#link, this.#secret));
    if (reading.at === 'failed') throw reading.failure;
  });
  readonly #show: (reading: Reading) => void;
  #secret = '';
  #link: string | undefined;
  /**
   * The last link that was open here. Its session continues when the link was paused and is
   * resumed.
   */
  #last: string | undefined;
  #readAt = 0;
  #etag: string | undefined;
  constructor(show: (reading: Reading) => void) {
    this.#show = show;
  }

  /** Opens a link by its secret. Without one, continues the session of this tab. */
  begin(secret: string): void {
    this.#secret = secret;
    this.#last = undefined;
    this.#link = secret === '' ? openLink() : undefined;
    this.read();
  }
  enter(password: string): void {
    void this.#reading(readingWith(this.#secret, password));
  }
  read(): void {
    void this.#reading(readingAgain(this.#link, this.#secret));
  }
  /** Opens a new session after the last one ended. Its result shows the state of the link. */
  readAnew(): void {
    if (this.#secret !== '') this.#link = undefined;
    this.read();
  }
  /**
   * Tries a paused link again without a message: with its session, which counts as no opening, or
   * with its secret, which also shows that the link has ended.
   */
  async revive(isLongAgo: boolean): Promise<void> {
    const link = isLongAgo ? undefined : this.#last;
    if (link === undefined && (this.#secret === '' || !isLongAgo)) return;
    const next = await (link === undefined ? readingWith(this.#secret) : startReading(link)).catch(
      toFailure,
    );
    if (next.at === 'open' || next.at === 'ended' || next.at === 'password')
      await this.#showing(Promise.resolve(next));
  }
  /**
   * Reads the link when the last reading is older. While the server is away, the probe reads it.
   */
  freshen(olderThanMs: number): void {
    if (this.reach.state === 'well' && Date.now() - this.#readAt > olderThanMs) this.read();
  }

  /** Whether the last reading has this tag. True when the server gives none. */
  shows(tag: string): boolean {
    return this.#etag?.includes(tag) ?? true;
  }

  async #reading(next: Promise<Reading>): Promise<void> {
    const reading = await this.#showing(next);
    if (reading.at !== 'failed') this.reach.reportAnswer();
    else if (isAway(reading.failure)) this.reach.reportFailure();
  }
  async #showing(next: Promise<Reading>): Promise<Reading> {
    const reading = await next.catch(toFailure);
    this.#readAt = Date.now();
    if (reading.at !== 'failed')
      this.#link = reading.at === 'open' ? reading.payload.link.id : undefined;
    if (reading.at === 'open') {
      this.#last = reading.payload.link.id;
      this.#etag = reading.etag;
    }
    this.#show(reading);
    return reading;
  }
}

/** Opens the link of the address, and any link that the address is changed to. */
function useAddressSecret(reader: LinkReader, open: (secret: string) => void): void {
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    reader.begin(takeSecret());
  }, [reader]);
  useEffect(() => {
    const openNext = () => {
      const secret = takeSecret();
      if (secret !== '') open(secret);
    };
    window.addEventListener('hashchange', openNext);
    return () => window.removeEventListener('hashchange', openNext);
  }, [open]);
}

/**
 * Reads the link again when the page becomes visible, when the server is back, and every `everyMs`.
 */
function useRefresh(reader: LinkReader, reading: Reading, everyMs: number | undefined): void {
  useEffect(() => {
    const refresh = () => {
      if (!document.hidden && openLink() !== undefined) reader.freshen(freshForMs);
    };
    document.addEventListener('visibilitychange', refresh);
    const stop = reader.reach.watch();
    return () => {
      document.removeEventListener('visibilitychange', refresh);
      stop();
    };
  }, [reader]);
  const isPolled = everyMs !== undefined && passing.has(reading.at);
  useEffect(() => {
    if (!isPolled) return undefined;
    const timer = setInterval(() => reader.freshen(0), everyMs);
    return () => clearInterval(timer);
  }, [isPolled, everyMs, reader]);
}

/** How often an open page tries a paused link again, and how often with its secret, in ms. */
const revivesEveryMs = 20_000;
const opensEveryMs = 120_000;

/** Brings a paused link back to the page once it is resumed. */
function useRevival(reader: LinkReader, reading: Reading): void {
  const isPaused = reading.at === 'paused';
  useEffect(() => {
    if (!isPaused) return undefined;
    let openedAt = Date.now();
    const tryAgain = () => {
      if (document.hidden) return;
      const isLongAgo = Date.now() - openedAt >= opensEveryMs;
      if (isLongAgo) openedAt = Date.now();
      void reader.revive(isLongAgo);
    };
    const timer = setInterval(tryAgain, revivesEveryMs);
    document.addEventListener('visibilitychange', tryAgain);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tryAgain);
    };
  }, [isPaused, reader]);
}

/** Reads the open link again as soon as the server reports a change. */
function useLinkEvents(reader: LinkReader, reading: Reading): void {
  const link = reading.at === 'open' ? reading.payload.link.id : undefined;
  useEffect(() => {
    const read = () => reader.read();
    return link === undefined
      ? undefined
      : followLink(link, reader.reach, {
          shows: (tag) => reader.shows(tag),
          changed: read,
          closed: (why: 'over' | 'refused') => (why === 'over' ? reader.readAnew() : read()),
        });
  }, [link, reader]);
}

/**
 * Opens the link of the address. Removes the secret from the address and sends it once; a reload
 * continues the session.
 *
 * @param everyMs - how often an unattended screen reads the link again
 */
export function useSharedLink(everyMs?: number): SharedLinkAccess {
  const [reading, setReading] = useState<Reading>({ at: 'opening' });
  const [reader] = useState(
    () =>
      new LinkReader((next) =>
        // A payload stays on the page while the server is unreachable.
        setReading((now) =>
          next.at === 'failed' && now.at === 'open'
            ? { ...now, failedAt: now.failedAt ?? Date.now() }
            : next,
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
  useAddressSecret(reader, open);
  useRefresh(reader, reading, everyMs);
  useRevival(reader, reading);
  useLinkEvents(reader, reading);
  return {
    reading,
    open,
    enter: (password) => reader.enter(password),
    again: () => reader.reach.tryNow(),
  };
}
