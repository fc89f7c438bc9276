import type { QueryClient } from '@tanstack/react-query';
import { followChanges } from '#web/data/live.ts';
import { reach } from '#web/data/query-client.ts';
import { followCopies } from '#web/offline/copies.ts';
import { startOffline } from '#web/offline/register.ts';
import { loadRoutes } from './page-code.tsx';

export { startFromCopies } from '#web/offline/copies.ts';

/**
 * Starts what a page needs once its first view is idle: it follows changes by others, and is kept
 * for use offline. Only the built product has the worker for that.
 *
 * @param revision - the one the page was drawn from
 */
export function startAfterLoad(client: QueryClient, revision: number): void {
  // the first page that the reader approaches need not wait for it
  loadRoutes().catch(() => {});
  followChanges(client, revision, reach);
  followCopies(client);
  // without the worker the product works as long as the server answers
  if (import.meta.env.PROD) startOffline().catch(() => undefined);
}
