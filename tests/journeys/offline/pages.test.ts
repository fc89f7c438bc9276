import { expect, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { uiLabels } from '#web/ui/labels/index.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  waitForIdle,
  viewports,
} from '../../setup/pages/journey.ts';
import { listCopies, waitForCopies } from '../../setup/pages/offline-copies.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

/** The sentence with the age of the data. */
const stale = /^No connection\. Showing what was loaded at \d\d:\d\d\./;

journeys('without a connection', (at) => {
  test('the pages of an earlier visit show their last data with their age, and follow the server again', async () => {
    const { page } = await at().visit('/?lang=en');
    // the data are in the pages
    const pages: readonly (readonly [path: string, text: string])[] = [
      ['/?lang=en', '20 more in the pipeline'],
      ['/projects?lang=en', '27 active projects'],
      ['/projects/A01?lang=en', 'Status Active'],
      ['/month?lang=en', monthLabels.en.part_values],
      ['/report?lang=en', 'Planned investment'],
    ];
    for (const [path] of pages) {
      await page.goto(at().server.url + path);
      await waitForIdle(page);
      await waitForCopies(page, path);
    }
    await page.context().setOffline(true);
    for (const [path, text] of pages) {
      await page.goto(at().server.url + path);
      await page.getByText(stale).first().waitFor();
      await page.locator('main').getByText(text).first().waitFor();
      expect.soft(await page.locator('main [role=alert]').allInnerTexts(), path).toEqual([]);
      expect.soft(await page.locator('main [aria-busy=true]').count(), path).toBe(0);
    }
    // a page of the navigation, whose data were read by its own visit
    await page
      .getByRole('link', { name: /^Projects/ })
      .first()
      .click();
    await page.getByText('27 active projects').first().waitFor();
    await page.context().setOffline(false);
    await page.getByText(stale).waitFor({ state: 'detached' });
  });

  test('a dialog that nobody has opened opens without a connection', async () => {
    const path = '/projects?lang=en';
    const { page, problems } = await at().visit(path);
    await waitForCopies(page, path);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: projectLabels.en.add }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().waitFor();
    expect(problems.filter((problem) => problem.includes('/assets/'))).toEqual([]);
  });

  for (const [index, language] of languages.entries())
    test(`${language}: the kept overview is clean on a desk and on a phone and says that it is offline`, async () => {
      const path = `/?lang=${language}`;
      const widths = rotate([viewports.phone.width, viewports.desktop.width], index);
      const { page } = await at().visit(path, {
        viewport: { width: widths[0] ?? 0, height: 900 },
      });
      await waitForCopies(page, path);
      await page.context().setOffline(true);
      await page.reload();
      const note = frameLabels[language].offline_at({ time: '#' }).split('#')[0] ?? '';
      await page.getByText(note).first().waitFor();
      await page.locator('.chart-drawing svg').filter({ visible: true }).first().waitFor();
      expect.soft(await axeFindings(page)).toEqual([]);
      await checkWidths(page, widths, async (width) =>
        expect.soft(await layoutFaults(page), `${width}`).toEqual([]),
      );
    });

  test('a language that this browser has not loaded is named, and comes with the connection', async () => {
    const { page } = await at().visit('/?lang=en');
    await waitForCopies(page, '/?lang=en');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: languageNames.ja }).first().click();
    const note = page.getByText(frameLabels.en.language_missing({ name: languageNames.ja }));
    await note.waitFor();
    await page.reload();
    await note.waitFor();
    await page.locator('main').getByText('20 more in the pipeline').first().waitFor();
    await page.context().setOffline(false);
    await page.locator('html[lang=ja]').waitFor({ timeout: 30_000 });
    await page.getByText('立地済み案件').first().waitFor();
  });

  test('a shared link leaves no copy', async () => {
    const { url } = at().server;
    const response = await fetch(new URL('/api/v1/links', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({
        name: 'Ministry',
        title: 'Progress in April',
        view: { page: 'overview' },
        profile: redactionProfiles.names,
        frozen: false,
        language: 'en',
        exports: 'data',
      }),
    });
    const link = (await response.json()) as MadeLink;
    const reader = await at().visit(link.address);
    await reader.page.getByText('Progress in April').first().waitFor();
    await reader.page.waitForTimeout(4000);
    expect(await reader.page.evaluate(() => caches.keys())).toEqual([]);
    expect(
      await reader.page.evaluate(
        async () => (await navigator.serviceWorker.getRegistrations()).length,
      ),
    ).toBe(0);

    // nor in the browser of somebody who is signed in too
    const { page } = await at().visit('/?lang=en');
    await waitForCopies(page, '/?lang=en');
    await page.goto(new URL(link.address, url).href);
    await page.getByText('Progress in April').first().waitFor();
    expect((await listCopies(page)).filter((path) => /^\/(s|e|r)\b|\/shared\//.test(path))).toEqual(
      [],
    );
  });

  test('the policy lets the page register its worker and no other', async () => {
    const { page, problems } = await at().visit('/?lang=en');
    await waitForCopies(page, '/?lang=en');
    expect(problems).toEqual([]);
    const other = await page.evaluate(() =>
      navigator.serviceWorker.register('/embed.js').then(
        () => 'registered',
        (error: Error) => error.name,
      ),
    );
    expect(other).toBe('TypeError');
  });

  test('a month typed without a connection is offered on return, beside what changed meanwhile', async () => {
    const t = monthLabels.en;
    const path = '/month?lang=en&month=2021-05';
    const { url } = at().server;
    const enter = async (value: string): Promise<number> => {
      const response = await fetch(new URL('/api/v1/indicators/companies/observations', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: new URL(url).origin },
        body: JSON.stringify({ period: '2021-05', value }),
      });
      return response.status;
    };
    // own figures, since the first one ends the sample
    expect(await enter('50')).toBe(201);
    const { page } = await at().visit(path);
    await waitForCopies(page, path);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText(stale).first().waitFor();
    await page.locator('[data-number]').first().fill('52');
    await page.locator('[data-number]').nth(2).fill('1204');
    await page.getByText(t.unsaved).waitFor();
    await page.locator('[data-number]').nth(2).press('Enter');
    await page.locator('#m-values').getByText(uiLabels.en.problem_offline).waitFor();
    const context = page.context();
    await page.close();
    // somebody else enters a value meanwhile
    expect(await enter('54')).toBe(201);
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(at().server.url + path);
    const offer = again.locator('[data-unsaved-rows]');
    await offer.waitFor();
    expect(await offer.locator('[data-changed=true]').innerText()).toMatch(
      /Companies.*\s52\s+50\s+54/s,
    );
    expect(await offer.locator('tbody tr').count()).toBe(2);
    expect.soft(await layoutFaults(again)).toEqual([]);
    expect.soft(await axeFindings(again)).toEqual([]);
    // nothing is saved by itself
    expect(await again.locator('[data-number]').first().inputValue()).toBe('54');
    await offer.getByRole('button', { name: t.unsaved_take }).click();
    await again.getByText(t.theirs({ value: '54' })).waitFor();
    await again.getByRole('button', { name: t.keep_mine }).click();
    await again.locator('[data-number]').first().press('Enter');
    await again
      .getByText(/^Saved /)
      .first()
      .waitFor();
    await again.reload();
    await waitForIdle(again);
    expect(await again.locator('[data-number]').first().inputValue()).toBe('52');
    expect(await offer.count()).toBe(0);
  });
});
