import { useSyncExternalStore } from 'react';
import { reach } from './query-client.ts';

/** Whether a try has found that the server does not answer. */
export const useAway = (): boolean =>
  useSyncExternalStore(
    reach.subscribe,
    () => reach.state === 'away',
    () => false,
  );
