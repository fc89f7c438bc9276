import type { Browser, Page, ViewportSize } from 'playwright-core';
import { freePort, type RunningServer, startServer } from '../processes/server.ts';
import { launch, openPage, type WatchedPage } from './browser.ts';
import { waitForQuiet } from './traffic.ts';

let running: Promise<Browser> | undefined;
/** The browser of this worker, for all its files. It ends with the process of the worker. */
export async function workerBrowser(): Promise<Browser> {
  const browser = await (running ??= launch());
  if (browser.isConnected()) return browser;
  running = launch();
  return running;
}

let port: Promise<number> | undefined;
/**
 * Starts a server at the port of this worker: only then the code that the walking tab has compiled
 * for the servers before it is also that of this one.
 */
export async function workerServer(
  options: Omit<NonNullable<Parameters<typeof startServer>[0]>, 'port'>,
): Promise<RunningServer> {
  port ??= freePort();
  // another process may have the port meanwhile
  return startServer({ ...options, port: await port }).catch(() => startServer(options));
}

/** Removes what a page has stored: cookies, storage and the copies for use without a connection. */
async function forgetVisit(page: Page): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
  const session = await page.context().newCDPSession(page);
  const origin = await page.evaluate(() => {
    sessionStorage.clear();
    return window.origin;
  });
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}

let tab: WatchedPage | undefined;
/** The tab in which the groups of a worker walk from page to page. */
export const walkingTab = {
  /** Opens an address without cookies and storage. */
  async walk(browser: Browser, address: string, viewport: ViewportSize): Promise<WatchedPage> {
    if (tab === undefined || tab.page.isClosed()) tab = await openPage(browser);
    else await forgetVisit(tab.page);
    await tab.page.setViewportSize(viewport);
    tab.forget();
    await tab.page.goto(address);
    await waitForQuiet(tab.page);
    return tab;
  },
  /** Leaves the pages of a server, and closes the other contexts. */
  async leave(browser: Browser, url: string): Promise<void> {
    if (tab !== undefined && !tab.page.isClosed()) {
      await forgetVisit(tab.page);
      const session = await tab.page.context().newCDPSession(tab.page);
      await session.send('Network.clearBrowserCache');
      await session.detach();
      // a picture asks nothing of the next server; a test may have stopped this one
      await tab.page.goto(new URL('/favicon.svg', url).href).catch(tab.close);
    }
    const others = browser.contexts().filter((one) => one !== tab?.page.context());
    await Promise.all(others.map((one) => one.close()));
  },
};
