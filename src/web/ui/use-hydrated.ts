import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => {};

/** False while a page takes over what the server drew, which knows nothing of this browser. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
