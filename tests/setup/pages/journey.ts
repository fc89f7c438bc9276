import type { Browser, BrowserContextOptions, Page, ViewportSize } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { hasBrowser, openPage, type WatchedPage } from './browser.ts';
import type { RunningServer } from '../processes/server.ts';
import { waitForQuiet } from './traffic.ts';
import { walkingTab, workerBrowser, workerServer } from './worker-browser.ts';

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
  /**
   * Opens a path without cookies and storage in one tab that stays open for all groups of a worker:
   * a new tab starts a process, loads the code of the product and compiles it again, which costs
   * three times the processor time.
   */
  walk(path: string, viewport?: ViewportSize): Promise<WatchedPage>;
  readonly browser: Browser;
}

export { axeFindings } from './axe.ts';
/** Waits until no request is pending and React has hydrated the page. */
export const waitForIdle = waitForQuiet;

/** @returns the same values, beginning with another one for each index */
export const rotate = <T>(values: readonly T[], index: number): readonly T[] => {
  const first = index % values.length;
  return [...values.slice(first), ...values.slice(0, first)];
};

/** Checks a page at several widths of its window. */
export async function checkWidths(
  page: Page,
  widths: readonly number[],
  check: (width: number) => Promise<void>,
): Promise<void> {
  const height = page.viewportSize()?.height ?? viewports.desktop.height;
  for (const width of widths) {
    if (page.viewportSize()?.width !== width) {
      await page.setViewportSize({ width, height });
      await waitForIdle(page);
    }
    await check(width);
  }
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
 * Runs a group of journeys on one server with an empty data folder, in the browser of the worker.
 * Skipped where there is no browser.
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
      const [server, browser] = await Promise.all([workerServer({ env }), workerBrowser()]);
      const visit: Journey['visit'] = async (path, options) => {
        const newPage = await openPage(browser, { viewport: viewports.desktop, ...options });
        open.push(newPage);
        await newPage.page.goto(new URL(path, server.url).href);
        if (options?.javaScriptEnabled !== false) await waitForIdle(newPage.page);
        return newPage;
      };
      const walk: Journey['walk'] = (path, viewport = viewports.desktop) =>
        walkingTab.walk(browser, new URL(path, server.url).href, viewport);
      journey = { server, browser, visit, walk };
    });
    // an open page would keep drawing and listening during the next tests
    afterEach(async () => {
      await Promise.all(open.splice(0).map((one) => one.close()));
    });
    afterAll(async () => {
      if (journey === undefined) return;
      await walkingTab.leave(journey.browser, journey.server.url);
      await journey.server.stop();
    });
    tests(() => journey);
  });
}
