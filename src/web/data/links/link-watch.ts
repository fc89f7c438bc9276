import { linkEndpoints } from '#contract/links/endpoints.ts';
import { buildPath } from '#contract/core/path.ts';

/** Whether this browser has event streams. */
export const canFollow = (): boolean => 'EventSource' in globalThis;

/**
 * Follows a link whose page needs no code yet, while that page is visible.
 *
 * @param tag - the version that the page shows
 * @param onNews - called when the link has another version, when it can't be followed, and when the
 *   page was hidden for a while
 * @returns a function that ends it
 */
export function watchLink(link: string, tag: string, onNews: () => void): () => void {
  let source: EventSource | undefined;
  const follow = (): void => {
    source = new EventSource(buildPath(linkEndpoints.sharedEvents, { link }));
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      if (data !== tag) onNews();
    });
    source.addEventListener('over', onNews);
    source.onerror = onNews;
  };
  const onVisible = (): void => {
    if (document.hidden) source?.close();
    else onNews();
  };
  document.addEventListener('visibilitychange', onVisible);
  if (!document.hidden) follow();
  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    source?.close();
  };
}
