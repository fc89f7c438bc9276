import { useCallback, useEffect, useRef, useState } from 'react';
import { followLink } from '#web/data/links/shared-events.ts';
import { takeSecret } from '#web/url/link-secret.ts';
import { LinkReader, type Reading } from './link-reader.ts';
import type { ReaderStart } from './reader-start.ts';

/** A payload older than this is read again when the page becomes visible. */
const freshForMs = 30_000;
/** States that an unattended screen polls. The other states need a person. */
const passing: ReadonlySet<Reading['at']> = new Set(['open', 'paused', 'over', 'busy', 'failed']);

export interface SharedLinkAccess {
  readonly reading: Reading;
  /** Opens the link with a pasted secret. */
  readonly open: (secret: string) => void;
  readonly enter: (password: string) => void;
  readonly again: () => void;
}

/** Opens the link of the address, and any link that the address is changed to. */
function useAddressSecret(
  reader: LinkReader,
  start: ReaderStart,
  open: (secret: string) => void,
): void {
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    const secret = start.secret ?? takeSecret();
    if (start.drawnLink === undefined) reader.begin(secret, start.reply);
    else reader.resume(secret);
  }, [reader, start]);
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
      if (!document.hidden && reader.isOpen) reader.freshen(freshForMs);
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

const firstReading = ({ drawnLink }: ReaderStart): Reading =>
  drawnLink === undefined
    ? { at: 'opening' }
    : { at: 'open', payload: drawnLink.payload, etag: drawnLink.tag, readAt: Date.now() };

/**
 * Opens the link of the address, unless the server has drawn it. Removes the secret from the
 * address and sends it once; a reload continues the session.
 *
 * @param everyMs - how often an unattended screen reads the link again
 */
export function useSharedLink(start: ReaderStart, everyMs?: number): SharedLinkAccess {
  const [reading, setReading] = useState<Reading>(() => firstReading(start));
  const [reader] = useState(
    () =>
      new LinkReader(
        (next) =>
          // A payload stays on the page while the server is unreachable.
          setReading((now) =>
            next.at === 'failed' && now.at === 'open'
              ? { ...now, failedAt: now.failedAt ?? Date.now() }
              : next,
          ),
        reading,
      ),
  );
  const open = useCallback(
    (secret: string) => {
      setReading({ at: 'opening' });
      reader.begin(secret);
    },
    [reader],
  );
  useAddressSecret(reader, start, open);
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
