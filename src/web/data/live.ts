import type { QueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type { Reach } from './reachability.ts';

/** Name of the lock of the listening tab and of the channel on which it informs the others. */
const name = 'headway-revision';
/** Message of a new tab that asks the listening tab for its last revision. */
const question = 0;
/** Longest random delay in ms, so that pages do not all send requests at once. */
const spreadMs = 500;
/** Time in ms after which a hidden page stops listening until it is visible again. */
const hiddenMs = 5 * 60_000;

/**
 * Limits of the wait before a broken stream is reopened. They grow while the server answers other
 * requests but refuses the stream.
 */
const brokenMs = [1000, 10_000] as const;
const longestMs = 120_000;

/**
 * Reports whether the server answers. Passed in, so that the code of the first view stays in one
 * file.
 */
type ReachPort = Pick<Reach, 'state' | 'check' | 'reportAnswer' | 'reportProbe' | 'tell'>;

/**
 * Listens to the server until `signal` aborts. Reopens a broken stream once the server has
 * answered, and reports that to `onRevision`.
 */
export function listen(
  signal: AbortSignal,
  reach: Pick<ReachPort, 'check'>,
  onRevision: (revision: number) => void,
): void {
  let failures = 0;
  let source: EventSource;
  let again: ReturnType<typeof setTimeout>;
  const connect = (): void => {
    if (signal.aborted) return;
    source = new EventSource(endpoints.events.path);
    source.addEventListener('revision', ({ data }: MessageEvent<string>) => {
      failures = 0;
      onRevision(Number(data));
    });
    source.onerror = () => {
      source.close();
      again = setTimeout(
        () => void reach.check().then(connect),
        (1 - Math.random() / 2) * (brokenMs[failures] ?? longestMs),
      );
      failures += 1;
    };
  };
  connect();
  signal.addEventListener('abort', () => {
    clearTimeout(again);
    source.close();
  });
}

/**
 * Invalidates the data of older revisions, at most once per pause. A hidden page waits until it is
 * visible.
 */
export function refresher(client: QueryClient, start: number): (revision: number) => void {
  let current = start;
  let waiting = false;
  const refresh = (): void => {
    waiting = false;
    void client.invalidateQueries();
  };
  return (revision) => {
    if (revision === current) return;
    current = revision;
    if (waiting) return;
    waiting = true;
    if (document.hidden) document.addEventListener('visibilitychange', refresh, { once: true });
    else setTimeout(refresh, Math.random() * spreadMs);
  };
}

/** A reported revision proves that the store answers. Pages that wait resume at random moments. */
function proof(reach: Pick<ReachPort, 'state' | 'reportAnswer'>): void {
  if (reach.state !== 'well') setTimeout(() => reach.reportAnswer(), Math.random() * spreadMs);
}

/**
 * Keeps this tab up to date while others change the register and while the server goes and returns.
 * One tab of a browser listens and informs the others; when it closes, another takes over. A probe
 * of one tab counts for all. `revision` is the one the page was drawn from. Does nothing in a
 * browser without locks and channels, such as one that uses plain http from another computer.
 */
export function followChanges(client: QueryClient, revision: number, reach: ReachPort): void {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(name);
  const refresh = refresher(client, revision);
  const noteRevision = (changedTo: number): void => {
    proof(reach);
    refresh(changedTo);
  };
  let leading: number | undefined;
  channel.onmessage = ({ data }: MessageEvent<number | 'away' | 'well'>) => {
    if (typeof data === 'string') reach.reportProbe(data === 'away');
    else if (data !== question) noteRevision(data);
    else if (leading !== undefined) channel.postMessage(leading);
  };
  reach.tell = (away) => channel.postMessage(away ? 'away' : 'well');

  let following: AbortController | undefined;
  const follow = (): void => {
    if (following !== undefined) return;
    following = new AbortController();
    const { signal } = following;
    const lead = (): Promise<void> =>
      new Promise((release) => {
        signal.addEventListener('abort', () => {
          leading = undefined;
          release();
        });
        listen(signal, reach, (changedTo) => {
          leading = changedTo;
          channel.postMessage(changedTo);
          noteRevision(changedTo);
        });
      });
    channel.postMessage(question);
    // rejects when this tab stops waiting for the lock
    navigator.locks.request(name, { signal }, lead).catch(() => undefined);
  };
  const rest = (): void => {
    following?.abort();
    following = undefined;
  };

  let resting: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(resting);
    if (document.hidden) resting = setTimeout(rest, hiddenMs);
    else follow();
  });
  addEventListener('pagehide', rest);
  addEventListener('pageshow', follow);
  follow();
}
