import { useSyncExternalStore } from 'react';
import { reach } from './query-client.ts';

/** Whether a probe has shown that the server is away. */
export const useAway = (): boolean =>
  useSyncExternalStore(
    reach.subscribe,
    () => reach.state === 'away',
    () => false,
  );

/**
 * The arrival of the oldest copy on this page.
 * @returns ms since 1970; 0 while the page shows no copy
 */
export const useCopyTime = (): number =>
  useSyncExternalStore(
    reach.subscribe,
    () => reach.copyTime,
    () => 0,
  );
