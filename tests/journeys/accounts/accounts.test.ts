import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accountLabels, peopleLabels, tokensLabels } from '#web/features/accounts/labels/index.ts';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { axeFindings, journeys, languages, waitForIdle } from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

const phone = { viewport: { width: 390, height: 844 } };
const password = 'rain on eleven copper kettles';
const a = accountLabels.en;
const p = peopleLabels.en;
const k = tokensLabels.en;
const s = frameLabels;
/** The status of a page shows that it is refused; browsers log that as an error. */
const real = (problems: readonly string[]) =>
  problems.filter((problem) => !problem.includes('status of 401'));

const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
};
/** The targets of the links in the navigation of a page. */
const listPages = (page: Page): Promise<string[]> =>
  page.locator('.navigation_navigation a .navigation_long').allInnerTexts();

journeys('people', (at) => {
  test('the first account is made, a viewer is invited, sees the pages of a viewer, and is removed', async () => {
    const { server } = at();
    const ada = await at().visit('/account?lang=en');
    await fill(ada.page, {
      [a.login]: 'ada@example.org',
      [a.name]: 'Ada',
      [a.new_password]: 'too short',
    });
    await ada.page.getByRole('button', { name: a.create }).click();
    await ada.page.getByText(a.too_short({ least: 15 })).waitFor();
    await fill(ada.page, { [a.new_password]: password });
    await ada.page.getByRole('button', { name: a.create }).click();
    await ada.page.getByRole('link', { name: 'Ada', exact: true, includeHidden: true }).waitFor();

    await ada.page.goto(`${server.url}/import?lang=en`);
    await ada.page.getByText(importPageLabels.en.drop).waitFor();
    await ada.page.goto(`${server.url}/people?lang=en`);
    await waitForIdle(ada.page);
    await waitForIdle(ada.page);
    await fill(ada.page, { [p.invite_login]: 'bo@example.org' });
    await ada.page.getByRole('button', { name: p.invite_do }).click();
    const link = await ada.page.getByLabel(p.link, { exact: true }).inputValue();
    expect(link).toMatch(/\/join#[\w-]{43}$/);

    const bo = await at().visit('/projects?lang=en');
    await bo.page.getByRole('heading', { name: a.sign_in }).waitFor();
    expect(await bo.page.content()).not.toMatch(/Qingdao|青岛/);
    await bo.page.goto(`${link.replace('#', '?lang=en#')}`);
    await bo.page.getByText('bo@example.org').first().waitFor();
    expect(bo.page.url()).not.toContain('#');
    await fill(bo.page, { [a.name]: 'Bo', [a.new_password]: password });
    await bo.page.getByRole('button', { name: a.create }).click();
    await bo.page.getByRole('link', { name: 'Bo', exact: true, includeHidden: true }).waitFor();

    await bo.page.goto(`${server.url}/?lang=en`);
    await waitForIdle(bo.page);
    const words = s.en;
    const pages = await listPages(bo.page);
    for (const name of ['import', 'month', 'settings', 'people', 'audit'] as const)
      expect(pages).not.toContain(words[name]);
    await bo.page.getByRole('button', { name: words.export, exact: true }).click();
    expect(await bo.page.locator('a[href*=".xlsx"], a[href*=".csv"]').count()).toBe(0);
    await bo.page.goto(`${server.url}/import?lang=en`);
    await bo.page.getByText(a.no_access({ role: a.manager })).waitFor();
    await bo.page.goto(`${server.url}/projects/A01?lang=en`);
    await waitForIdle(bo.page);
    expect(await bo.page.getByRole('button', { name: /edit/i }).count()).toBe(0);

    await ada.page.goto(`${server.url}/people?lang=en`);
    await waitForIdle(ada.page);
    await ada.page.getByLabel(p.role_of({ name: 'Bo' })).selectOption('manager');
    await expect
      .poll(async () =>
        bo.page
          .goto(`${server.url}/?lang=en`)
          .then(async () => (await listPages(bo.page)).includes(words.import)),
      )
      .toBe(true);
    await ada.page
      .getByRole('row', { name: /Bo/ })
      .getByRole('button', { name: p.actions })
      .click();
    await ada.page.getByRole('button', { name: p.disable }).click();
    await ada.page.getByText(p.disabled, { exact: true }).waitFor();
    await bo.page.goto(`${server.url}/zone?lang=en`);
    await bo.page.getByRole('heading', { name: a.sign_in }).waitFor();
    await fill(bo.page, { [a.login]: 'bo@example.org', [a.password]: password });
    await bo.page.getByRole('button', { name: a.sign_in }).click();
    await bo.page.getByText(a.wrong).waitFor();

    await fill(bo.page, { [a.login]: 'ada@example.org', [a.password]: password });
    await bo.page.getByRole('button', { name: a.sign_in }).click();
    await bo.page.getByRole('link', { name: 'Ada', exact: true, includeHidden: true }).waitFor();
    expect(new URL(bo.page.url()).pathname).toBe('/zone');
    expect([...real(ada.problems), ...real(bo.problems)]).toEqual([]);
  });

  test('a token from the account page admits a script until an admin ends it', async () => {
    const { server } = at();
    const { page, problems } = await at().visit('/account?lang=en');
    await fill(page, { [a.login]: 'ada@example.org', [a.password]: password });
    await page.getByRole('button', { name: a.sign_in }).click();
    const form = page.locator('section', { has: page.getByRole('heading', { name: k.tokens }) });
    await form.getByLabel(k.name, { exact: true }).fill('nightly import');
    await form.getByLabel(k.role, { exact: true }).selectOption('manager');
    await form.getByRole('button', { name: k.make }).click();
    const secret = await form.getByLabel(k.token, { exact: true }).inputValue();
    const asks = async () =>
      (
        await fetch(`${server.url}/api/v1/session`, {
          headers: { authorization: `Bearer ${secret}` },
        })
      ).json();
    expect(await asks()).toMatchObject({
      mode: 'token',
      name: 'Ada (nightly import)',
      role: 'manager',
    });
    await page.goto(`${server.url}/people?lang=en`);
    await waitForIdle(page);
    await page
      .getByRole('row', { name: /nightly import/ })
      .getByRole('button', { name: k.end })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: k.end, exact: true }).click();
    await page.getByText(k.none).waitFor();
    expect(await asks()).toMatchObject({ code: 'sign_in_required' });
    expect(real(problems)).toEqual([]);
  });

  for (const language of languages)
    test(`${language}: signing in, people, the account and the audit log are clean on a phone`, async () => {
      const t = accountLabels[language];
      const { page, problems } = await at().visit(`/people?lang=${language}`, phone);
      await page.getByRole('heading', { name: t.sign_in }).waitFor();
      const clean = async () => {
        expect.soft(await layoutFaults(page)).toEqual([]);
        expect.soft(await axeFindings(page)).toEqual([]);
      };
      await clean();
      await fill(page, { [t.login]: 'ada@example.org', [t.password]: password });
      await page.getByRole('button', { name: t.sign_in }).click();
      const { invite: name } = peopleLabels[language];
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await waitForIdle(page);
      await clean();
      // a menu is readable, however low its table is
      await page.getByRole('button', { name: peopleLabels[language].actions }).last().click();
      const text = await page
        .getByRole('region')
        .getByRole('group', { name: peopleLabels[language].actions })
        .getByRole('button')
        .last()
        .evaluate((button) => {
          // the page alone is scrolled, not the table
          scrollBy(0, button.getBoundingClientRect().top - innerHeight / 2);
          const { left, top, height } = button.getBoundingClientRect();
          return (
            left >= 0 && button.contains(document.elementFromPoint(left + 4, top + height / 2))
          );
        });
      expect(text).toBe(true);
      await page.keyboard.press('Escape');
      for (const path of ['/account', '/audit']) {
        await page.goto(`${at().server.url}${path}?lang=${language}`);
        await waitForIdle(page);
        await clean();
      }
      expect(real(problems)).toEqual([]);
    });
});
