import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { pageModules, pagesToRead } from '#web/app/page-modules.ts';
import { pagePaths } from '#contract/core/pages.ts';
import { openPage } from '../../setup/pages/browser.ts';
import { journeys, viewports, waitForIdle } from '../../setup/pages/journey.ts';

const pages = (Object.keys(pageModules) as (keyof typeof pageModules)[]).filter((page) =>
  pagesToRead.has(page),
);
/** The most requests of a page before it is idle. */
const mostRequests = 20;

/** Holds back what a page starts after a rest, so that a test may take its time. */
const holdRest = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const startTimer = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, ms = 0) =>
      ms < 2500 ? startTimer(run, ms) : 0) as typeof window.setTimeout;
  });

/** Waits until React runs the frame of a page. */
const waitForFrame = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector('header button') ?? {}).some((key) =>
      key.startsWith('__reactFiber$'),
    ),
  );

/** Holds back the code that a page loads from now on. @returns a function that lets it through */
async function holdCode(page: Page): Promise<() => Promise<void>> {
  const routes: Route[] = [];
  let isOpen = false;
  await page.route('**/assets/*.js', async (route) => {
    if (isOpen) await route.continue();
    else routes.push(route);
  });
  return async () => {
    isOpen = true;
    await Promise.all(routes.splice(0).map((route) => route.continue()));
  };
}
/** Whether React runs an element. */
const isRun = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .evaluate((e) => Object.keys(e).some((key) => key.startsWith('__reactFiber$')));
/** Whether a page knows what was typed: the list is filtered, or the draft is stored. */
const showsEntry = (page: Page, path: string, text: string): Promise<boolean> =>
  page.evaluate(
    ([where, typed]) =>
      where === '/projects'
        ? new URLSearchParams(location.search).get('q') === typed
        : Object.values(sessionStorage).some((draft) => draft.includes(`"${typed}"`)),
    [path, text] as const,
  );

journeys('a page that the server drew and nobody uses yet', (at) => {
  test.each(pages)('%s loads little before, and everything with its first use', async (id) => {
    const { page, calls, problems, close } = await openPage(at().browser, {
      viewport: viewports.desktop,
    });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await holdRest(page);
    const path = pagePaths[id].replace(':code', 'A01');
    await page.goto(new URL(`${path}?lang=en`, at().server.url).href);
    await waitForFrame(page);
    await page.waitForLoadState('networkidle');
    const before = requests.length;
    expect.soft(before, requests.join('\n')).toBeLessThanOrEqual(mostRequests);
    const reads = calls.filter((call) => !call.includes('.svg?'));
    expect.soft(reads).toEqual([]);
    const text = await page.locator('main').innerText();
    await waitForIdle(page);
    expect.soft(requests.length).toBeGreaterThan(before);
    expect.soft(await page.locator('main').innerText()).toBe(text);
    expect.soft(problems).toEqual([]);
    await close();
  });

  test('a wall screen does not wait, since nobody uses it', async () => {
    const isWaiting = async (path: string): Promise<boolean> =>
      /"whole":true/.test(await (await fetch(new URL(path, at().server.url))).text());
    expect(await isWaiting('/?lang=en')).toBe(true);
    expect(await isWaiting('/?lang=en&view=wall')).toBe(false);
  });

  test('the overview loads its parts after a rest', async () => {
    const { page, problems, close } = await openPage(at().browser, {
      viewport: viewports.desktop,
    });
    await page.goto(new URL('/?lang=en', at().server.url).href);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('main button')].every((button) =>
        Object.keys(button).some((key) => key.startsWith('__reactFiber$')),
      ),
    );
    expect(await page.locator('main button').count()).toBeGreaterThan(10);
    expect(problems).toEqual([]);
    await close();
  });

  test.each(['/', '/charts'])(
    'a button of %s that is pressed before the code is there works, and keeps the focus',
    async (path) => {
      const { page, problems, close } = await openPage(at().browser, {
        viewport: viewports.desktop,
      });
      await holdRest(page);
      await page.goto(new URL(`${path}?lang=en`, at().server.url).href);
      await waitForFrame(page);
      const table = page
        .locator('main')
        .getByRole('button', { name: 'Table', exact: true })
        .first();
      await table.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => table.getAttribute('aria-pressed')).toBe('true');
      expect(await table.evaluate((button) => button === document.activeElement)).toBe(true);
      expect(problems).toEqual([]);
      await close();
    },
  );

  test.each([
    ['/projects', 'input[type="search"]', 'B03'],
    ['/months', 'input[data-cell="0.0"]', '12'],
    ['/month', '[data-row=companies] [data-number]', '12'],
  ])(
    'text typed into %s before the code is there stays, with the cursor',
    async (path, field, text) => {
      const { page, problems, close } = await openPage(at().browser, {
        viewport: viewports.desktop,
      });
      await holdRest(page);
      await page.goto(new URL(`${path}?lang=en`, at().server.url).href);
      await waitForFrame(page);
      const release = await holdCode(page);
      const input = page.locator(`main ${field}`);
      await input.selectText();
      await page.keyboard.type(`${text}9`);
      await page.keyboard.press('ArrowLeft');
      await release();
      await expect.poll(() => isRun(page, `main ${field}`)).toBe(true);
      // the field is that of React: it takes the next key, where the cursor was
      await page.keyboard.press('Delete');
      await expect.poll(() => input.inputValue()).toBe(text);
      expect(await input.evaluate((e) => e === document.activeElement)).toBe(true);
      await expect.poll(() => showsEntry(page, path, text)).toBe(true);
      expect(problems).toEqual([]);
      await close();
    },
  );

  test('an option chosen before the code is there is applied', async () => {
    const { page, calls, problems, close } = await openPage(at().browser, {
      viewport: viewports.desktop,
    });
    await holdRest(page);
    await page.goto(new URL('/audit?lang=en', at().server.url).href);
    await waitForFrame(page);
    const release = await holdCode(page);
    const choice = page.locator('main select');
    await choice.selectOption('links');
    await page.mouse.move(200, 200);
    await release();
    await expect.poll(() => calls.some((call) => call.includes('kind=link_'))).toBe(true);
    expect(await choice.inputValue()).toBe('links');
    expect(problems).toEqual([]);
    await close();
  });
});
