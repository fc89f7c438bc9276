import type { ChartDefinition, ViewModule } from '#charts/kit/definition.ts';

type View = ViewModule<unknown>['View'];
type Chart = Pick<ChartDefinition<unknown>, 'id' | 'loadView'>;
const loadedViews = new Map<string, View>();
const loading = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

/**
 * Fetches the View of a chart once; a failed attempt can be repeated.
 *
 * @throws the error of the import
 */
export function loadDrawing({ id, loadView }: Chart): Promise<void> {
  const promise = loading.get(id);
  if (promise !== undefined) return promise;
  const load = loadView().then(
    ({ View }) => {
      loadedViews.set(id, View);
      for (const listener of listeners) listener();
    },
    (reason: unknown) => {
      loading.delete(id);
      throw reason;
    },
  );
  loading.set(id, load);
  return load;
}

/** Fetches the View of a chart. If that fails, its picture and its table stay. */
export const tryDrawing = (chart: Chart): void => void loadDrawing(chart).catch(() => undefined);

/** Calls the listener when a View has been fetched. Returns a function that ends this. */
export const subscribeDrawings = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** Finds the View of a chart. @returns undefined until it is fetched */
export const findDrawing = (id: string): View | undefined => loadedViews.get(id);
/**
 * Counts the fetched Views: the snapshot of React in a browser.
 * @returns a number that grows with each View
 */
export const countDrawings = (): number => loadedViews.size;
/** The snapshot of React on the server, which fetches no View. @returns always 0 */
export const noDrawings = (): number => 0;

const choiceListeners = new Set<() => void>();
/**
 * Tells the charts of the page that the reader opens a control that changes their data. They are
 * drawn live while the reader reads the options, so that the choice only changes their marks.
 */
export const expectChoice = (): void => {
  for (const listener of choiceListeners) listener();
};
/** Calls the listener when such a control opens. Returns a function that ends this. */
export const subscribeChoices = (listener: () => void): (() => void) => {
  choiceListeners.add(listener);
  return () => choiceListeners.delete(listener);
};

/**
 * Fetches the drawing of a chart when the page has loaded and the browser is idle; mounts nothing.
 * Returns a function that cancels it.
 */
export function loadDrawingWhenIdle(chart: Chart): () => void {
  const start = (): void => tryDrawing(chart);
  const wait = (): void => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 4000 });
    else setTimeout(start, 300);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
  return () => removeEventListener('load', wait);
}
