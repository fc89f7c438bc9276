import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pagePaths } from '#contract/core/pages.ts';
import type { Language } from '#domain/values/language.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { findBrokenWords } from '../../setup/pages/broken-words.ts';
import { journeys, viewports } from '../../setup/pages/journey.ts';

const addresses = Object.values(pagePaths).map((path) => path.replace(/:\w+/, 'A01'));
const bodyOf = (page: Page): Promise<string> => page.locator('#root').innerHTML();

/** Chooses a language in the bar, and waits until the page is in it. */
async function choose(page: Page, from: Language, to: Language): Promise<void> {
  await page
    .getByRole('group', { name: frameLabels[from].language })
    .getByText(languageNames[to])
    .first()
    .click();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(to);
}

journeys('a page in one language', (at) => {
  // labels that are not loaded would be written as “undefined”
  test.each(addresses)('%s has every label in the language chosen', async (address) => {
    const { page, problems } = await at().walk(`${address}?lang=ja`);
    expect.soft(await bodyOf(page)).not.toContain('undefined');
    await choose(page, 'ja', 'en');
    expect.soft(await bodyOf(page)).not.toContain('undefined');
    await choose(page, 'en', 'zh-CN');
    expect.soft(await bodyOf(page)).not.toContain('undefined');
    expect.soft(problems).toEqual([]);
  });

  // seen to fail: a phone showed 期間 and パスワード of sentences on two lines each
  test.each(['/', '/outlook', '/month', '/report', '/import', '/settings/sharing'])(
    '%s breaks Japanese sentences between words on a phone',
    async (address) => {
      const { page } = await at().walk(`${address}?lang=ja`, viewports.phone);
      expect(await page.locator('main p').count()).toBeGreaterThan(0);
      expect(await findBrokenWords(page)).toEqual([]);
    },
  );
});
