import { expect, test } from 'vitest';
import { uiLabels } from '#web/ui/labels/index.ts';
import { journeys, waitForIdle } from '../setup/pages/journey.ts';

/** The first view needs no API; a change of the day does. */
const otherDay = '/?lang=en&as_of=2021-02-08';

journeys('when the API fails', (at) => {
  const open = async (
    answer: (path: string) => {
      status?: number;
      body?: string;
      abort?: boolean;
      delay?: Promise<void>;
    },
  ) => {
    // the browser's driver sees no request that a service worker sends
    const watched = await at().visit('/?lang=en', { serviceWorkers: 'block' });
    await watched.page.route('**/api/v1/**', async (route) => {
      const { status, body, abort, delay } = answer(route.request().url());
      if (delay !== undefined) {
        await delay;
        return route.continue();
      }
      return abort
        ? route.abort('internetdisconnected')
        : route.fulfill({
            status: status ?? 200,
            contentType: 'application/problem+json',
            body: body ?? '',
          });
    });
    await watched.page
      .getByRole('link', { name: /^Projects/ })
      .first()
      .click();
    return watched;
  };

  test('a 500 shows a sentence and a link, and trying again works once the server does', async () => {
    const { page } = await open(() => ({
      status: 500,
      body: JSON.stringify({
        type: 'about:blank',
        code: 'internal',
        title: 'x',
        status: 500,
        detail: 'x',
      }),
    }));
    const again = page.getByRole('button', { name: /again|retry/i });
    await again.first().waitFor();
    await page.unroute('**/api/v1/**');
    // the page also retries by itself, and then the button is gone
    await again.evaluateAll(([button]) => (button as HTMLElement | undefined)?.click());
    await waitForIdle(page);
    await page.getByText('27 active projects').first().waitFor();
  });
  test('a missing connection is reported', async () => {
    const { page } = await open(() => ({ abort: true }));
    await page
      .getByRole('button', { name: /again|retry/i })
      .first()
      .waitFor();
  });
  test('an answer that is no JSON is an error, not an empty page', async () => {
    const { page } = await open(() => ({ body: '{"zone": {' }));
    await page
      .getByRole('button', { name: /again|retry/i })
      .first()
      .waitFor();
  });
  test('a slow answer shows a placeholder first', async () => {
    const { promise: delay, resolve: release } = Promise.withResolvers<void>();
    const { page } = await open(() => ({ delay }));
    await page.locator('[aria-busy=true], [role=status]').first().waitFor({ state: 'attached' });
    release();
    await page.getByText('27 active projects').first().waitFor();
  });

  test('without a network the displayed data stay with a notice; an unloaded page follows when it is back', async () => {
    const { page } = await at().visit('/?lang=en');
    await page.context().setOffline(true);
    await page.getByText(/^No connection. Showing what was loaded at \d\d:\d\d\./).waitFor();
    await page
      .getByRole('link', { name: /^Projects/ })
      .first()
      .click();
    // seen to fail: the page without data said "No connection" below a line about its data
    await page.locator('main').getByText(uiLabels.en.problem_not_loaded).first().waitFor();
    await page.context().setOffline(false);
    await page.getByText('27 active projects').first().waitFor();
  });
  test('/ moves the focus to the search, from any page; Tab leaves a chart at once', async () => {
    const { page, problems } = await at().visit('/?lang=en');
    const chart = page.locator('.chart-drawing').first();
    await chart.focus();
    await page.locator('.chart-live svg').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('.chart-drawing') === null),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('main').focus();
    await page.keyboard.press('/');
    await page.locator('input[type=search]:focus').waitFor();
    await page.keyboard.type('A01');
    await page.getByText('1 project', { exact: false }).first().waitFor();
    expect(problems).toEqual([]);
  });

  test('an address with an unknown day gets a page, not an error of the server', async () => {
    const { page, problems } = await at().visit('/?lang=en&as_of=2021-99-99');
    expect(await page.locator('main').innerText()).not.toBe('');
    expect(problems).toEqual([]);
  });
  test('two tabs: the other tab sees an entry when it reads again', async () => {
    const one = await at().visit(otherDay);
    const two = await at().visit(otherDay);
    const copies = await one.page.evaluate(async () => {
      const response = await fetch('/api/v1/indicators/companies/observations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ period: '2021-04', value: '44' }),
      });
      return response.status;
    });
    expect(copies).toBeLessThan(300);
    await two.page.goto(`${at().server.url}/?lang=en&as_of=2021-04-30`);
    await waitForIdle(two.page);
    expect(await two.page.locator('main').innerText()).toMatch(/\b44\b/);
  });
});
