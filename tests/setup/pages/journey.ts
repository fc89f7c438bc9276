import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { hasBrowser, launch, openPage, type WatchedPage } from './browser.ts';
import { type RunningServer, startServer } from '../processes/server.ts';

export const languages = ['zh-CN', 'ja', 'en'] as const;
export const viewports = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
} as const;

export interface Journey {
  readonly server: RunningServer;
  /** Opens a path in a fresh browser context and waits until the page answers to clicks. */
  visit(path: string, options?: BrowserContextOptions): Promise<WatchedPage>;
  readonly browser: Browser;
}

/** A page has settled once nothing is asked for and React has taken the page over. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** One server with an empty data folder and one browser for a group of journeys. Skipped where there is no browser: npm test says so. */
export function journeys(
  name: string,
  tests: (at: () => Journey) => void,
  env: Readonly<Record<string, string>> = {},
): void {
  describe.skipIf(!hasBrowser)(name, () => {
    let journey: Journey;
    const open: WatchedPage[] = [];
    beforeAll(async () => {
      const [server, browser] = await Promise.all([startServer({ env }), launch()]);
      const visit: Journey['visit'] = async (path, options) => {
        const watched = await openPage(browser, { viewport: viewports.desktop, ...options });
        open.push(watched);
        await watched.page.goto(new URL(path, server.url).href);
        await settled(watched.page);
        return watched;
      };
      journey = { server, browser, visit };
    });
    // a page that stays open goes on drawing and listening beside the tests after it
    afterEach(async () => {
      await Promise.all(open.splice(0).map((watched) => watched.close()));
    });
    afterAll(async () => {
      await journey?.browser.close();
      await journey?.server.stop();
    });
    tests(() => journey);
  });
}

/** What axe finds, one line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // in the page itself: no page of ours holds a frame, and a second page for each look doubles its time
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap((v) =>
    v.nodes.map(
      (n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary?.split('\n').at(1) ?? ''}`,
    ),
  );
}
