import { useSyncExternalStore } from 'react';
import { reach } from './query-client.ts';

/** Whether a probe has shown that the server is away. */
export const useAway = (): boolean =>
  useSyncExternalStore(
    reach.subscribe,
    () => reach.state === 'away',
    () => false,
  );

/** The arrival in ms of the oldest copy on this page. 0 while it shows none. */
export const useCopyTime = (): number =>
  useSyncExternalStore(
    reach.subscribe,
    () => reach.copyTime,
    () => 0,
  );
