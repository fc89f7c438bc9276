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

journeys('a page that the server drew and nobody uses yet', (at) => {
  test.each(pages)('%s loads little before, and everything with its first use', async (id) => {
    const { page, calls, problems, close } = await openPage(at().browser, {
      viewport: viewports.desktop,
    });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(new URL(`${pagePaths[id]}?lang=en`, at().server.url).href);
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

  test('a button that is pressed before the code is there works, and keeps the focus', async () => {
    const { page, problems, close } = await openPage(at().browser, {
      viewport: viewports.desktop,
    });
    await page.goto(new URL('/charts?lang=en', at().server.url).href);
    await page.waitForFunction(() =>
      Object.keys(document.getElementById('root') ?? {}).some((key) =>
        key.startsWith('__reactContainer$'),
      ),
    );
    const table = page.locator('main').getByRole('button', { name: 'Table', exact: true }).first();
    await table.focus();
    await page.keyboard.press('Enter');
    await page.locator('main table').first().waitFor();
    expect(await table.getAttribute('aria-pressed')).toBe('true');
    expect(await table.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });
});
