import { linkEndpoints } from '#contract/links.ts';
import { buildPath } from '#contract/path.ts';

export interface LinkNews {
  /** What the link shows is something else now. */
  readonly changed: () => void;
  /** The server listens to this reader no more: the link is paused or has ended, or the session is over. */
  readonly closed: () => void;
}

/** Follows a link while its page is looked at; the function that is given ends it. A browser without event streams is told nothing. */
export function followLink(link: string, { changed, closed }: LinkNews): () => void {
  if (!('EventSource' in globalThis)) return () => undefined;
  let source: EventSource | undefined;
  let told: string | undefined;
  const rest = (): void => {
    source?.close();
    source = undefined;
  };
  const listen = (): void => {
    const opened = new EventSource(buildPath(linkEndpoints.sharedEvents, { link }));
    source = opened;
    opened.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      if (told !== undefined && told !== data) changed();
      told = data;
    });
    const end = (): void => {
      opened.close();
      closed();
    };
    opened.addEventListener('over', end);
    opened.onerror = () => {
      // while it tries again by itself the connection broke; a refusal is final
      if (opened.readyState === EventSource.CLOSED) end();
    };
  };
  const look = (): void => {
    if (document.hidden) rest();
    else if (source === undefined) listen();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    rest();
  };
}
