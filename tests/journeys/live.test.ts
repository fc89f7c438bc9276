import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { findLeastTime } from '../setup/processes/times.ts';
import { journeys, waitForIdle } from '../setup/pages/journey.ts';

const stream = `GET ${endpoints.events.path}`;
/** The page has begun to follow changes, or another tab of its browser does it. */
const followed = (calls: readonly string[]) => expect.poll(() => calls.includes(stream)).toBe(true);
const words = (page: Page): Promise<string> => page.locator('main').innerText();
/** The message that one value was saved, at any time. */
const savedOne = new RegExp(monthLabels.en.saved({ n: 1, time: '\\d\\d:\\d\\d' }));
/** Enters one value on the page of the month, and returns when it was saved. */
async function enter(page: Page, value: string): Promise<number> {
  await page.locator('form[aria-label] input[inputmode=decimal]').nth(2).fill(value);
  await page.locator('form[aria-label] input[inputmode=decimal]').nth(2).press('Enter');
  await page.getByText(savedOne).first().waitFor();
  return performance.now();
}

journeys('what others change', (at) => {
  test('a month that one person enters is on the page of another within two seconds, without a reload', async () => {
    const reader = await at().visit('/?lang=en&as_of=2021-05-31');
    await followed(reader.calls);
    await reader.page.evaluate(() => Object.assign(globalThis, { kept: true }));
    const writer = await at().visit('/month?lang=en&month=2021-05');
    expect(await words(reader.page)).not.toContain('1,20');
    const time = await findLeastTime(2000, async (round) => {
      const saved = await enter(writer.page, `120${round}`);
      await expect.poll(() => words(reader.page), { interval: 50 }).toContain(`1,20${round}`);
      return performance.now() - saved;
    });
    expect(time).toBeLessThan(2000);
    expect(await reader.page.evaluate(() => 'kept' in globalThis)).toBe(true);
    expect([...reader.problems, ...writer.problems]).toEqual([]);
  });

  test('the tabs of one browser share one stream; when the listening tab closes, another takes over', async () => {
    const first = await at().visit('/?lang=en&as_of=2021-05-31');
    await followed(first.calls);
    const second = await first.page.context().newPage();
    const calls: string[] = [];
    second.on('request', (request) =>
      calls.push(`${request.method()} ${new URL(request.url()).pathname}`),
    );
    await second.goto(`${at().server.url}/?lang=en&as_of=2021-05-31`);
    await waitForIdle(second);
    await second.waitForTimeout(4000);
    expect(calls).not.toContain(stream);
    const writer = await at().visit('/month?lang=en&month=2021-05');
    await enter(writer.page, '1210');
    await expect.poll(() => words(second), { interval: 50 }).toContain('1,210');
    await first.page.close();
    await followed(calls);
    await enter(writer.page, '1220');
    await expect.poll(() => words(second), { interval: 50 }).toContain('1,220');
  });

  test('eight tabs share one stream and are all fresh within two seconds, also after the tab that listens crashed', async () => {
    const tabs: { readonly page: Page; streams: number }[] = [];
    const first = await at().visit('/?lang=en&as_of=2021-05-31');
    const open = (page: Page): void => {
      const tab = { page, streams: page === first.page && first.calls.includes(stream) ? 1 : 0 };
      page.on('request', (request) => {
        if (`${request.method()} ${new URL(request.url()).pathname}` === stream) tab.streams += 1;
      });
      tabs.push(tab);
    };
    await followed(first.calls);
    open(first.page);
    for (let n = 1; n < 8; n += 1) {
      const page = await first.page.context().newPage();
      open(page);
      await page.goto(`${at().server.url}/?lang=en&as_of=2021-05-31`);
      await waitForIdle(page);
    }
    await first.page.waitForTimeout(3000);
    const listening = () => tabs.filter(({ streams }) => streams > 0);
    expect(listening().map(({ page }) => page)).toEqual([first.page]);
    const writer = await at().visit('/month?lang=en&month=2021-05');
    // each tab reports when it shows the value: polling eight tabs would slow them down
    const showEverywhere = async (value: string, figureText: string): Promise<number> => {
      const times = tabs.map(({ page }) =>
        page.evaluate(
          (text) =>
            new Promise<number>((resolve) => {
              const look = (): void => {
                if (document.querySelector('main')?.textContent?.includes(text) === true)
                  resolve(Date.now());
                else setTimeout(look, 25);
              };
              look();
            }),
          figureText,
        ),
      );
      await enter(writer.page, value);
      const saved = Date.now();
      return Math.max(...(await Promise.all(times))) - saved;
    };
    const isSoon = async (first: string): Promise<boolean> =>
      (await findLeastTime(2000, (round) =>
        showEverywhere(`1${first}${round}`, `1,${first}${round}`),
      )) < 2000;
    expect(await isSoon('31')).toBe(true);
    const crashed = new Promise((resolve) => first.page.once('crash', resolve));
    const debugging = await first.page.context().newCDPSession(first.page);
    debugging.send('Page.crash').catch(() => undefined);
    await crashed;
    tabs.shift();
    await expect.poll(() => listening().length).toBe(1);
    expect(await isSoon('32')).toBe(true);
    expect(listening()).toHaveLength(1);
  });
});
