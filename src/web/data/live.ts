import type { QueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type { Reach } from './reachability.ts';

/**
 * One name for the lock of the tab that listens and for the channel on which it tells the others.
 */
const name = 'headway-revision';
/** No revision: a tab that begins asks the listening one which it heard last. */
const question = 0;
/** Pages that hear of a change at one moment ask at many. */
const spreadMs = 500;
/** Nobody looks at a page that was hidden this long: it stops listening until it is seen again. */
const hiddenMs = 5 * 60_000;

/**
 * Streams that break at one moment, as when a server stops, are missed at many; one that the
 * server, well otherwise, does not give is missed ever longer.
 */
const brokenMs = [1000, 10_000] as const;
const longestMs = 120_000;

/**
 * What tells whether the server answers; given, so that the code of the first view stays in one
 * file.
 */
type Reached = Pick<Reach, 'state' | 'check' | 'answered' | 'heard' | 'tell'>;

/**
 * Listens to the server until `signal`. A broken stream begins anew once the server has answered,
 * and `heard` is told of it.
 */
export function listen(
  signal: AbortSignal,
  reach: Pick<Reached, 'check'>,
  heard: (revision: number) => void,
): void {
  let failures = 0;
  let source: EventSource;
  let again: ReturnType<typeof setTimeout>;
  const connect = (): void => {
    if (signal.aborted) return;
    source = new EventSource(endpoints.events.path);
    source.addEventListener('revision', ({ data }: MessageEvent<string>) => {
      failures = 0;
      heard(Number(data));
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
 * Makes the answers of an older revision stale, at most once per pause; a hidden page waits until
 * it is seen.
 */
export function refresher(client: QueryClient, start: number): (revision: number) => void {
  let known = start;
  let waiting = false;
  const refresh = (): void => {
    waiting = false;
    void client.invalidateQueries();
  };
  return (revision) => {
    if (revision === known) return;
    known = revision;
    if (waiting) return;
    waiting = true;
    if (document.hidden) document.addEventListener('visibilitychange', refresh, { once: true });
    else setTimeout(refresh, Math.random() * spreadMs);
  };
}

/**
 * A revision that was told is an answer of the server's store. Pages that wait for one all hear it
 * at one moment, and ask at many.
 */
function proof(reach: Pick<Reached, 'state' | 'answered'>): void {
  if (reach.state !== 'well') setTimeout(() => reach.answered(), Math.random() * spreadMs);
}

/**
 * Keeps this tab fresh while others change the register, and while the server comes and goes. Of
 * all tabs of a browser one
 * listens, and tells the rest; when it closes another takes over. What one of them finds out of the
 * server by asking counts for
 * all. `revision` is the one that the page was drawn from. Does nothing in a browser without locks
 * and channels, as one that
 * reached the server by plain http from another computer.
 */
export function followChanges(client: QueryClient, revision: number, reach: Reached): void {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(name);
  const refresh = refresher(client, revision);
  const heard = (changedTo: number): void => {
    proof(reach);
    refresh(changedTo);
  };
  let leading: number | undefined;
  channel.onmessage = ({ data }: MessageEvent<number | 'away' | 'well'>) => {
    if (typeof data === 'string') reach.heard(data === 'away');
    else if (data !== question) heard(data);
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
          heard(changedTo);
        });
      });
    channel.postMessage(question);
    // rejected when this tab stops waiting for its turn
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
