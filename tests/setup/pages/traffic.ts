import { setTimeout as wait } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

/** The requests of a page that have no full answer, and how often one started or ended. */
interface Traffic {
  readonly open: Set<Request>;
  changes: number;
}
const traffics = new WeakMap<Page, Traffic>();

/** Counts the requests of a page from now on. A stream of events is none, since it has no end. */
export function watchTraffic(page: Page): Traffic {
  const earlier = traffics.get(page);
  if (earlier !== undefined) return earlier;
  const traffic: Traffic = { open: new Set(), changes: 0 };
  traffics.set(page, traffic);
  page.on('request', (request) => {
    if (request.resourceType() === 'eventsource') return;
    traffic.open.add(request);
    traffic.changes += 1;
  });
  const end = (request: Request): void => {
    if (traffic.open.delete(request)) traffic.changes += 1;
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return traffic;
}

/**
 * Waits until the page has nothing to compute: then it has also run what an answer started.
 *
 * @returns whether React runs the page, with all its buttons; true also for the page of a link,
 *   which is drawn and waits for its reader
 */
const waitForRest = (page: Page): Promise<boolean> =>
  Promise.race([
    page
      .evaluate(async () => {
        const root = document.getElementById('root');
        // a picture that is opened alone runs no code
        if (root === null) return true;
        // a clock that a test holds still does not hold this task
        await scheduler.postTask(() => undefined, { priority: 'background' });
        // the page of a link waits for its reader, and a drawn page need not wait for a rest
        if (document.querySelector('script[src*="shared-link"]') === null)
          dispatchEvent(new Event('pointermove'));
        if (document.querySelector('script[src*="shared-link"]') !== null) return true;
        const isReact = (e: Element, key: string): boolean =>
          Object.keys(e).some((name) => name.startsWith(key));
        return (
          isReact(root, '__reactContainer$') &&
          [...root.querySelectorAll('button')].every((e) => isReact(e, '__reactFiber$'))
        );
      })
      // the page goes to another address
      .catch(() => false),
    wait(4000, false),
  ]);

/** How long neither a request nor work may start. */
const quietMs = 100;

/**
 * Waits until no request is pending, React has hydrated the page, and nothing has started for a
 * tenth of a second. The measure of the browser's driver takes half a second, and ends before a
 * busy machine has hydrated.
 */
export async function waitForQuiet(page: Page): Promise<void> {
  await page.waitForLoadState();
  const traffic = watchTraffic(page);
  for (const deadline = Date.now() + 30_000; Date.now() < deadline && !page.isClosed(); ) {
    const { changes } = traffic;
    const isReady = await waitForRest(page);
    await wait(quietMs);
    await waitForRest(page);
    if (isReady && traffic.open.size === 0 && traffic.changes === changes) return;
  }
  await page.waitForLoadState('networkidle');
}
