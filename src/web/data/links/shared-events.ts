import { linkEndpoints } from '#contract/links/endpoints.ts';
import { buildPath } from '#contract/core/path.ts';
import { calmWait, type Reach } from '#web/data/reachability.ts';

export interface LinkNews {
  /**
   * Whether the page shows the version with this tag. The link may have changed between its reading
   * and the start of the stream.
   */
  readonly shows: (tag: string) => boolean;
  /** The link shows other data now. */
  readonly changed: () => void;
  /**
   * The server closed the stream: the link is paused or ended or the session is over, or it refused
   * the stream, for example because there are too many readers.
   */
  readonly closed: (why: 'over' | 'refused') => void;
}

/** Longest random delay in ms, so that readers do not all send requests at once. */
const spreadMs = 500;
const brokenMs = 1000;

/**
 * Follows a link while its page is visible and the server answers. Does nothing in a browser
 * without event streams.
 *
 * @returns a function that ends it
 */
export function followLink(
  link: string,
  reach: Reach,
  { shows, changed, closed }: LinkNews,
): () => void {
  if (!('EventSource' in globalThis)) return () => undefined;
  let source: EventSource | undefined;
  let tag: string | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    source?.close();
    source = undefined;
  };
  const pauseFor = (ms: number, then: () => void): void => {
    rest();
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      then();
    }, ms);
  };
  const listen = (): void => {
    const newSource = new EventSource(buildPath(linkEndpoints.sharedEvents, { link }));
    source = newSource;
    newSource.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const before = tag;
      tag = data;
      if (before === undefined ? !shows(data) : before !== data) changed();
      // an event proves that the server is back
      else if (reach.state !== 'well') setTimeout(() => reach.tryNow(), Math.random() * spreadMs);
    });
    const end = (why: 'over' | 'refused'): void => {
      pauseFor(calmWait(), look);
      closed(why);
    };
    newSource.addEventListener('over', () => end('over'));
    newSource.onerror = () => {
      // a refused stream is closed; the browser would reopen a broken one every few seconds
      if (newSource.readyState === EventSource.CLOSED) end('refused');
      else pauseFor(Math.random() * brokenMs, () => void reach.check());
    };
  };
  const look = (): void => {
    if (document.hidden) rest();
    else if (source === undefined && pause === undefined && reach.state === 'well') listen();
  };
  const stop = reach.subscribe(look);
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    stop();
    document.removeEventListener('visibilitychange', look);
    clearTimeout(pause);
    rest();
  };
}
