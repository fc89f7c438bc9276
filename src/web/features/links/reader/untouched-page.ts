import { bootId } from '#contract/core/offline.ts';
import { canFollow, watchLink } from '#web/data/links/link-watch.ts';
import { keepsVisits, readFigures, visit } from '#web/features/links/view/last-visit.ts';
import { waitForUse as waitForSigns } from '#web/loading/first-use.ts';
import { isWallAddress } from '#web/url/wall-address.ts';
import type { DrawnLink } from './reader-start.ts';

/**
 * Time in ms after which a page that stays open starts by itself: later it could no longer load the
 * code that says that the connection is lost.
 */
export const restMs = 20_000;

/**
 * Looks after a drawn page that nobody uses yet, without the code of the page: it stores the visit, and
 * follows the link. Calls `start` at the first sign that the reader uses the page, after a rest, and when
 * the page has to show something that the server has not drawn: changes since an earlier visit, a wall,
 * or other data.
 *
 * @returns a function that ends it
 */
export function waitForUse(start: () => void): () => void {
  const text = document.getElementById(bootId)?.textContent ?? '';
  const { payload, tag, today } = JSON.parse(text) as DrawnLink;
  const isChangedSince =
    keepsVisits(payload) && visit(payload.link.id, today, readFigures(payload)) !== undefined;
  if (isWallAddress() || isChangedSince || !canFollow()) {
    start();
    return () => undefined;
  }
  const stopWaiting = waitForSigns(start, restMs);
  const stopWatching = watchLink(payload.link.id, tag, start);
  return () => {
    stopWaiting();
    stopWatching();
  };
}
