import type { PageId } from '#contract/core/pages.ts';
import { waitForUse } from '#web/loading/first-use.ts';

/** Time in ms after loading until the code of an untouched page loads by itself. */
const restMs = 2500;
/** What does nothing in a drawn page without its code. A link works. */
const controls = 'button, summary, label, input, select';

const afterWork = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 500 });
  else setTimeout(run, 100);
};

/** Loads what a page shows beside its own code. */
const loadParts = async (page: PageId): Promise<void> => {
  if (page === 'overview')
    await (await import('#web/features/overview/overview-page.tsx')).preloadParts();
  if (page === 'charts')
    await (await import('#web/features/charts/address-chart.ts')).loadAddressChart();
};

/**
 * Loads the code of a page that the server drew whole when the reader first uses it, or once the
 * browser is idle. A control that the reader pressed before is pressed again then.
 *
 * @param load - loads the code of the page; if it fails, the next use loads it again
 * @returns a promise that ends when the code is there
 */
export const loadOnUse = (page: PageId, load: () => Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    let control: HTMLElement | undefined;
    let isLoading = false;
    let stopWaiting = (): void => undefined;
    const start = (): void => {
      if (isLoading) return;
      isLoading = true;
      Promise.all([load(), loadParts(page)]).then(end, () => {
        isLoading = false;
      });
    };
    const hold = (event: MouseEvent): void => {
      const target =
        event.target instanceof Element
          ? event.target.closest<HTMLElement>(`#main :is(${controls})`)
          : null;
      if (target === null) return;
      event.preventDefault();
      control = target;
      start();
    };
    const end = (): void => {
      stopWaiting();
      removeEventListener('click', hold, true);
      removeEventListener('online', start);
      resolve();
      // React takes over the page first
      afterWork(() => control?.click());
    };
    const wait = (): void => {
      if (!isLoading) stopWaiting = waitForUse(start, restMs);
    };
    // the reader was here before this code
    if (document.querySelector('#main :focus') !== null) start();
    addEventListener('click', hold, true);
    addEventListener('online', start);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true });
  });
