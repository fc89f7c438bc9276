import { linkEndpoints } from '#contract/links/endpoints.ts';
import { buildPath } from '#contract/core/path.ts';
import { calmWait, type Reach } from './reachability.ts';

export interface LinkNews {
  /**
   * Whether the page shows what bears this tag: it may have changed between its reading and the
   * opening of the stream.
   */
  readonly shows: (tag: string) => boolean;
  /** What the link shows is something else now. */
  readonly changed: () => void;
  /**
   * The server listens to this reader no more: the link is paused or has ended, or the session is
   * over; or it was refused, as where it bears no more readers.
   */
  readonly closed: (why: 'over' | 'refused') => void;
}

/** Readers that hear of one thing at one moment ask at many. */
const spreadMs = 500;
const brokenMs = 1000;

/**
 * Follows a link while its page is looked at and the server answers; the function that is given
 * ends it. A browser without event
 * streams is told nothing.
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
    const opened = new EventSource(buildPath(linkEndpoints.sharedEvents, { link }));
    source = opened;
    opened.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const before = tag;
      tag = data;
      if (before === undefined ? !shows(data) : before !== data) changed();
      // a server that is back says so to whoever listens
      else if (reach.state !== 'well') setTimeout(() => reach.tryNow(), Math.random() * spreadMs);
    });
    const end = (why: 'over' | 'refused'): void => {
      pauseFor(calmWait(), look);
      closed(why);
    };
    opened.addEventListener('over', () => end('over'));
    opened.onerror = () => {
      // a stream that was refused is closed; one that broke would be asked for again by the
      // browser, every few seconds
      if (opened.readyState === EventSource.CLOSED) end('refused');
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
