import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { monthText } from '#web/i18n/month/text.ts';
import { journeys } from '../setup/journey.ts';

const stream = `GET ${endpoints.events.path}`;
/** The page has begun to follow changes, or another tab of its browser does it. */
const followed = (calls: readonly string[]) => expect.poll(() => calls.includes(stream), { timeout: 15_000 }).toBe(true);
const words = (page: Page): Promise<string> => page.locator('main').innerText();
/** Enters one value on the page of the month, and gives when it was saved. */
async function enter(page: Page, value: string): Promise<number> {
  await page.locator('form.mform input[inputmode=decimal]').nth(2).fill(value);
  await page.locator('form.mform input[inputmode=decimal]').nth(2).press('Enter');
  await page
    .getByText(monthText.en.saved({ n: 1, month: 'May 2021' }))
    .first()
    .waitFor();
  return performance.now();
}

journeys('what others change', (at) => {
  test('a month that one person enters stands on the page of another within two seconds, without a reload', async () => {
    const reader = await at().visit('/?lang=en&as_of=2021-05-31');
    await followed(reader.calls);
    await reader.page.evaluate(() => Object.assign(globalThis, { kept: true }));
    const writer = await at().visit('/month?lang=en&month=2021-05');
    expect(await words(reader.page)).not.toContain('1,204');
    const saved = await enter(writer.page, '1204');
    await expect.poll(() => words(reader.page), { timeout: 5000, interval: 50 }).toContain('1,204');
    expect(performance.now() - saved).toBeLessThan(2000);
    expect(await reader.page.evaluate(() => 'kept' in globalThis)).toBe(true);
    expect([...reader.problems, ...writer.problems]).toEqual([]);
  });

  test('the tabs of one browser share one stream; when the one that listens is closed another goes on', async () => {
    const first = await at().visit('/?lang=en&as_of=2021-05-31');
    await followed(first.calls);
    const second = await first.page.context().newPage();
    const calls: string[] = [];
    second.on('request', (request) => calls.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await second.goto(`${at().server.url}/?lang=en&as_of=2021-05-31`);
    await second.waitForTimeout(4000);
    expect(calls).not.toContain(stream);
    const writer = await at().visit('/month?lang=en&month=2021-05');
    await enter(writer.page, '1210');
    await expect.poll(() => words(second), { timeout: 2000, interval: 50 }).toContain('1,210');
    await first.page.close();
    await followed(calls);
    await enter(writer.page, '1220');
    await expect.poll(() => words(second), { timeout: 2000, interval: 50 }).toContain('1,220');
  });
});
