import { useSyncExternalStore } from 'react';
import { reach } from './query-client.ts';

/** Whether a probe has shown that the server is away. */
export const useAway = (): boolean =>
  useSyncExternalStore(
    reach.subscribe,
    () => reach.state === 'away',
    () => false,
  );
