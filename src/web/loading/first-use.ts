/** Signs that a reader is about to use the page. */
const signs = [
  'pointermove',
  'pointerdown',
  'wheel',
  'dragenter',
  'scroll',
  'keydown',
  'focusin',
  'hashchange',
  'popstate',
  'beforeprint',
];

/**
 * Calls `start` at each sign that the reader uses the page, and after a rest.
 *
 * @param restMs - the rest in ms
 * @returns a function that ends it
 */
export function waitForUse(start: () => void, restMs: number): () => void {
  for (const sign of signs) addEventListener(sign, start, { capture: true, passive: true });
  const timer = setTimeout(start, restMs);
  return () => {
    for (const sign of signs) removeEventListener(sign, start, true);
    clearTimeout(timer);
  };
}

/** Calls `run` once the page has nothing to compute. */
export const afterWork = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 500 });
  else setTimeout(run, 100);
};
