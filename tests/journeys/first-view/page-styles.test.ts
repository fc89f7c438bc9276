import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pagePaths } from '#contract/core/pages.ts';
import { openPage } from '../../setup/pages/browser.ts';
import { journeys, languages, viewports } from '../../setup/pages/journey.ts';

/** Every page, each in another language, width and theme. */
const pages = (Object.keys(pagePaths) as (keyof typeof pagePaths)[]).map(
  (page, index) =>
    [page, languages[index % languages.length] ?? 'en', index % 2 === 0, index % 4 < 2] as const,
);
/** A4 at 96 pixels an inch. */
const sheet = { width: 794, height: 1123 };

/**
 * Reads how elements, and what stands before and after them, are styled: two of each kind, which is
 * an element with its classes within its parents with theirs.
 */
const readStyles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const nameOf = (element: Element): string =>
      `${element.tagName}.${element.getAttribute('class') ?? ''}`;
    const kinds = Map.groupBy(document.body.querySelectorAll('*'), (element) =>
      [element, element.parentElement, element.parentElement?.parentElement]
        .map((one) => (one ? nameOf(one) : ''))
        .join(' in '),
    );
    const readStyle = (element: Element): string =>
      ['', '::before', '::after']
        .flatMap((part) => {
          const style = getComputedStyle(element, part);
          if (part !== '' && style.content === 'none') return [];
          return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`);
        })
        .join(';');
    return [...kinds].flatMap(([kind, all]) =>
      [...new Set([all[0], all.at(-1)])].map((one) => `${kind} ${one ? readStyle(one) : ''}`),
    );
  });
/** Loads the whole stylesheet. Events reach no code in a page whose scripts are off. */
async function loadAllStyles(page: Page): Promise<void> {
  const countSheets = () => page.evaluate(() => document.styleSheets.length);
  expect(await countSheets()).toBe(1);
  await page.evaluate(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]');
    if (link !== null) link.disabled = false;
  });
  await expect.poll(countSheets).toBe(2);
}

// Seen to fail: with the rules of a class left out, in each medium.
journeys('the styles in a page', (at) => {
  test.each(pages)('of %s in %s are those of all styles', async (id, language, isWide, isLight) => {
    const path = `${pagePaths[id].replace(':code', 'A01')}?lang=${language}`;
    for (const media of ['screen', 'print'] as const) {
      const { page, close } = await openPage(at().browser, {
        viewport: media === 'print' ? sheet : viewports[isWide ? 'desktop' : 'phone'],
        colorScheme: isLight ? 'light' : 'dark',
        reducedMotion: 'reduce',
        javaScriptEnabled: false,
      });
      await page.emulateMedia({ media });
      await page.goto(new URL(path, at().server.url).href);
      const own = await readStyles(page);
      await loadAllStyles(page);
      const all = await readStyles(page);
      expect(own.length).toBeGreaterThan(20);
      expect(all.filter((style, index) => style !== own[index]).slice(0, 3)).toEqual([]);
      await close();
    }
  });

  test('all styles follow with the first use, before the code changes the page', async () => {
    const { page, close } = await openPage(at().browser, { viewport: viewports.desktop });
    const addresses: string[] = [];
    page.on('request', (request) => void addresses.push(request.url()));
    await page.goto(new URL('/pipeline?lang=en', at().server.url).href);
    expect(addresses.filter((url) => url.endsWith('.css'))).toEqual([]);
    await page.mouse.move(300, 300);
    await page.waitForFunction(() => document.styleSheets.length === 2);
    await close();
  });

  // a reader who loses the connection keeps the page as it is drawn
  test('styles that do not arrive are loaded with the next use', async () => {
    const { page, close } = await openPage(at().browser, { viewport: viewports.desktop });
    let isLost = true;
    await page.route('**/*.css', (route) => (isLost ? route.abort() : route.continue()));
    await page.goto(new URL('/pipeline?lang=en', at().server.url).href);
    const failure = page.waitForEvent('requestfailed');
    await page.mouse.move(300, 300);
    await failure;
    isLost = false;
    await expect
      .poll(async () => {
        await page.mouse.move(300 + Math.random() * 50, 320);
        return page.evaluate(() => document.styleSheets.length);
      })
      .toBe(2);
    await close();
  });
});
