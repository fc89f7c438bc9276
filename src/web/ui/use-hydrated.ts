import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => {};

/** False during hydration, since the server that drew the page knows nothing of this browser. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
