import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
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
  /** Opens a path in a new browser context and waits until the page is interactive. */
  visit(path: string, options?: BrowserContextOptions): Promise<WatchedPage>;
  readonly browser: Browser;
}

/** Waits until no request is pending and React has hydrated the page. */
export async function waitForIdle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** Presses the key of a shortcut once the page listens for shortcuts, which it loads last. */
export async function pressShortcut(page: Page, key: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const isListening = async (): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: "'keydown' in getEventListeners(document)",
      includeCommandLineAPI: true,
    });
    return result.value;
  };
  await expect.poll(isListening, { timeout: 30_000 }).toBe(true);
  await session.detach();
  await page.keyboard.press(key);
}

/**
 * Runs a group of journeys on one server with an empty data folder and one browser. Skipped where
 * there is no browser.
 */
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
        const newPage = await openPage(browser, { viewport: viewports.desktop, ...options });
        open.push(newPage);
        await newPage.page.goto(new URL(path, server.url).href);
        await waitForIdle(newPage.page);
        return newPage;
      };
      journey = { server, browser, visit };
    });
    // an open page would keep drawing and listening during the next tests
    afterEach(async () => {
      await Promise.all(open.splice(0).map((one) => one.close()));
    });
    afterAll(async () => {
      await journey?.browser.close();
      await journey?.server.stop();
    });
    tests(() => journey);
  });
}

/** @returns one line per violation that axe finds */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // legacy mode runs axe in the page itself: our pages hold no frames, and a second page doubles
  // the time
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
