import type { findView } from '#charts/views.ts';

/** The module with Recharts and every View, shared by all figures of the page. */
interface Drawings {
  readonly findView: typeof findView;
}
let loaded: Drawings | null = null;
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Fetches the drawings once; a failed attempt can be repeated. */
export function loadDrawings(): Promise<void> {
  loading ??= import('#charts/views.ts').then(
    (module) => {
      loaded = module;
      for (const listener of listeners) listener();
    },
    (reason: unknown) => {
      loading = null;
      throw reason;
    },
  );
  return loading;
}

export const subscribeDrawings = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const currentDrawings = (): Drawings | null => loaded;
export const noDrawings = (): null => null;

/**
 * Fetches the drawings when the page has loaded and the browser is idle; mounts nothing. Returns a
 * function that cancels it.
 */
export function loadDrawingsWhenIdle(onFailure: (reason: unknown) => void): () => void {
  const start = (): void => void loadDrawings().catch(onFailure);
  const wait = (): void => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 4000 });
    else setTimeout(start, 300);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
  return () => removeEventListener('load', wait);
}
