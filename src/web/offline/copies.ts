import type { QueryClient } from '@tanstack/react-query';
import { copiesId, copyHeader, type QueryCopy } from '#contract/core/offline.ts';
import { reach } from '#web/data/query-client.ts';
import { onAnswer } from '#web/data/transport.ts';

/** Notes that the page shows a copy, since the server did not answer. */
function noteCopy(copyTime: number): void {
  reach.copyTime = Math.min(copyTime, reach.copyTime || copyTime);
  if (reach.state !== 'away') reach.reportProbe(true);
}

let isFollowing = false;
/** Notes the copies that the page gets. Once the server answers, all is read again. */
export function followCopies(client: QueryClient): void {
  if (isFollowing) return;
  isFollowing = true;
  onAnswer((headers) => {
    const copyTime = headers.get(copyHeader);
    if (copyTime !== null) noteCopy(Number(copyTime));
  });
  reach.subscribe(() => {
    if (reach.state !== 'well' || reach.copyTime === 0) return;
    reach.copyTime = 0;
    void client.invalidateQueries();
  });
}

/** Starts a page from the copies that the worker sent with it. The first are those of this page. */
export function startFromCopies(client: QueryClient): void {
  followCopies(client);
  const text = document.getElementById(copiesId)?.textContent ?? '[]';
  const copies = JSON.parse(text) as readonly QueryCopy[];
  for (const [key, data, updatedAt] of copies) client.setQueryData(key, data, { updatedAt });
  if (copies[0] !== undefined) noteCopy(copies[0][2]);
}
