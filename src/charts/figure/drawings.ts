import type { ComponentType } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { isChartId } from '#charts/registry.ts';

type View = ComponentType<ViewProps<unknown>>;
/** Finds the View of a chart of one module. */
type FindView = (id: string) => View | undefined;
type ModuleName = 'overview' | 'analysis';

/** The modules with the Views, which load Recharts: one for the overview's charts. */
const modules: Readonly<Record<ModuleName, () => Promise<FindView>>> = {
  overview: async () => (await import('#charts/views.ts')).findView as FindView,
  analysis: async () => (await import('#charts/analysis-views.ts')).findAnalysisView as FindView,
};
const moduleOf = (id: string): ModuleName => (isChartId(id) ? 'overview' : 'analysis');
const loaded = new Map<ModuleName, FindView>();
const loading = new Map<ModuleName, Promise<void>>();
const listeners = new Set<() => void>();

/** Fetches the drawing of a chart once; a failed attempt can be repeated. */
export function loadDrawing(id: string): Promise<void> {
  const name = moduleOf(id);
  const started = loading.get(name);
  if (started !== undefined) return started;
  const load = modules[name]().then(
    (findView) => {
      loaded.set(name, findView);
      for (const listener of listeners) listener();
    },
    (reason: unknown) => {
      loading.delete(name);
      throw reason;
    },
  );
  loading.set(name, load);
  return load;
}

export const subscribeDrawings = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** The View of a chart; undefined until its module is fetched. */
export const findDrawing = (id: string): View | undefined => loaded.get(moduleOf(id))?.(id);
export const countDrawings = (): number => loaded.size;
export const noDrawings = (): number => 0;

/**
 * Fetches the drawing of a chart when the page has loaded and the browser is idle; mounts nothing.
 * Returns a function that cancels it.
 */
export function loadDrawingWhenIdle(id: string, onFailure: (reason: unknown) => void): () => void {
  const start = (): void => void loadDrawing(id).catch(onFailure);
  const wait = (): void => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 4000 });
    else setTimeout(start, 300);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
  return () => removeEventListener('load', wait);
}
