import type { Page, Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { pagePaths } from '#contract/core/pages.ts';
import { openPage } from '../../setup/pages/browser.ts';
import { journeys, languages, viewports } from '../../setup/pages/journey.ts';
import { watchTraffic } from '../../setup/pages/traffic.ts';

/** The shifts that a reader sees: a twentieth of what Web Vitals calls good. */
const mostShift = 0.005;

/** The layout shift of a page from a time on. */
const sumShifts = (page: Page, since: number): Promise<number> =>
  page.evaluate(
    (from) =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (entry.startTime >= from) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
    since,
  );

const isFont = (request: Request): boolean => request.url().endsWith('.woff2');

/** Waits until a page has drawn what it has. @returns the time of the page in ms */
const waitForDrawing = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await scheduler.postTask(() => undefined, { priority: 'background' });
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now();
  });

/** Holds back the font of a page until all else is drawn, and measures the layout shift from then on. */
async function shiftOfFont(page: Page, address: string): Promise<number> {
  const { promise: drawing, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/*.woff2', async (route) => {
    await drawing;
    await route.continue();
  });
  const { open } = watchTraffic(page);
  // the page counts as loaded only with its font
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await expect.poll(() => open.size > 0 && [...open].every(isFont)).toBe(true);
  const start = await waitForDrawing(page);
  release();
  await page.waitForLoadState();
  await page.evaluate(async () => void (await document.fonts.ready));
  await waitForDrawing(page);
  return sumShifts(page, start);
}

/** Every page whose first view is more than its frame, each in another language and width. */
const pages = (Object.keys(pagePaths) as (keyof typeof pagePaths)[])
  .filter((page) => page !== 'month')
  .map(
    (page, index) =>
      [
        page,
        languages[index % languages.length] ?? 'en',
        index % 2 === 0 ? 'desktop' : 'phone',
      ] as const,
  );

// Seen to fail: without the face that stands in for Inter, by 0.024 and 0.085 on the English pages.
journeys('the font of a page', (at) => {
  test.each([
    ['/?lang=en', 'desktop'],
    ['/changes?lang=en', 'desktop'],
    ['/months?lang=ja', 'desktop'],
    ['/?lang=zh-CN', 'phone'],
    ['/month?lang=en', 'phone'],
    ['/projects?lang=en', 'phone'],
    ['/?lang=ja', 'phone'],
    ['/months?lang=en', 'phone'],
    ['/settings/targets?lang=en', 'phone'],
    ['/projects?lang=ja', 'desktop'],
  ] as const)('moves nothing of %s when it comes (%s)', async (path, size) => {
    const { page, close } = await openPage(at().browser, { viewport: viewports[size] });
    expect(await shiftOfFont(page, new URL(path, at().server.url).href)).toBeLessThan(mostShift);
    await close();
  });

  test.each(pages)('moves almost nothing of %s in %s (%s)', async (id, language, size) => {
    const { page, close } = await openPage(at().browser, { viewport: viewports[size] });
    const path = `${pagePaths[id].replace(':code', 'A01')}?lang=${language}`;
    expect(await shiftOfFont(page, new URL(path, at().server.url).href)).toBeLessThan(mostShift);
    await close();
  });
});

// Seen to fail: while its grid dropped empty columns, by 0.198.
journeys('a page on a slow line', (at) => {
  test('all figures stand where they were drawn first', async () => {
    const { page, close } = await openPage(at().browser, { viewport: viewports.desktop });
    const line = await page.context().newCDPSession(page);
    const bytesPerSecond = 100_000;
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 50,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await page.goto(new URL('/figures?lang=en', at().server.url).href, {
      waitUntil: 'domcontentloaded',
    });
    expect(await sumShifts(page, 0)).toBeLessThan(mostShift);
    await close();
  });
});
