import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { journeys, languages } from '../setup/pages/journey.ts';
import { listTextFaults } from '../setup/pages/printed.ts';
import { importDanishZone, importMixedRegister } from '../setup/pages/foreign-register.ts';

journeys('pages that are printed before their code is loaded', (at) => {
  /** Opens a page whose code never comes. */
  const openWithoutCode = async (): Promise<Page> => {
    const context = await at().browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.route('**/*.js', (route) => route.abort());
    return page;
  };
  const showPaper = async (page: Page): Promise<void> => {
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.emulateMedia({ media: 'print' });
  };
  /** Lists the texts on paper that are wider than their cells, which must be there. */
  const listCutTexts = async (page: Page, selector: string): Promise<readonly string[]> => {
    const cells = page.locator(`${selector}:visible`);
    expect(await cells.count(), selector).toBeGreaterThan(0);
    return cells.evaluateAll((all) =>
      all
        .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0)
        .map(({ textContent }) => textContent ?? ''),
    );
  };

  // seen to fail: no target of the register below has a value, so nothing was looked at
  test('the sample cuts no value of a target', async () => {
    const page = await openWithoutCode();
    await page.goto(new URL('/?lang=en', at().server.url).href);
    await showPaper(page);
    for (const cell of ['.targets-table_now small', '.established-table_established td'])
      expect(await listCutTexts(page, cell)).toEqual([]);
  });

  /** Prints a page whose code never comes. */
  const printEarly = async (page: Page, path: string): Promise<number> => {
    await page.emulateMedia({ media: null });
    await page.goto(new URL(path, at().server.url).href);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    await showPaper(page);
    return paper.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  };

  // seen to fail: the overview took six pages, and the report of a month one empty page
  test('the overview and the report of a month are complete and short', async () => {
    await importMixedRegister(at().server.url);
    const page = await openWithoutCode();
    for (const [path, most, word] of [
      ['/report?period=2026-09&lang=en', 4, 'report for September 2026'],
      ['/?lang=en', 2, 'Rana Industrial Park'],
    ] as const) {
      const pages = await printEarly(page, path);
      expect(pages, path).toBeGreaterThan(0);
      expect(pages, path).toBeLessThanOrEqual(most);
      expect(await page.locator('body').innerText()).toContain(word);
      expect(await page.locator('main :is(input, select, textarea):visible').count()).toBe(0);
    }
    expect(await listCutTexts(page, '.established-table_established td')).toEqual([]);
  });

  // seen to fail: overview and month took four to six pages, the outlook five
  test.each(languages)(
    'a register of 800 projects in three currencies prints short, %s',
    async (lang) => {
      await importDanishZone(at().server.url, 800);
      const page = await openWithoutCode();
      for (const [path, most] of [
        ['/', 2],
        ['/month?month=2026-09', 2],
        ['/outlook', 2],
        ['/report?period=2026-09', 4],
      ] as const) {
        const address = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
        const pages = await printEarly(page, address);
        expect(pages, path).toBeGreaterThan(0);
        expect(pages, path).toBeLessThanOrEqual(most);
        expect(await page.locator('main').innerText()).not.toBe('');
      }
      // seen to fail: the labels of the pipeline had 8.3 pt in Japanese
      for (const path of ['/pipeline', '/']) {
        await printEarly(page, `${path}?lang=${lang}`);
        expect(await page.locator('main').evaluateAll(listTextFaults), path).toEqual([]);
      }
      const rows = page.locator('.established-table_established tbody tr:visible');
      const listed = page.locator('.established-table_few:visible');
      expect(await rows.count()).toBe(5);
      expect(await listed.innerText()).toContain('5');
    },
  );

  // seen to fail: the projects went on to a third sheet in English
  test.each(['zh-CN', 'en'])(
    'seven targets in three currencies leave room for the projects on two sheets, %s',
    async (lang) => {
      await importDanishZone(at().server.url, 120, 7);
      const page = await openWithoutCode();
      expect(await printEarly(page, `/?lang=${lang}`)).toBeLessThanOrEqual(2);
    },
  );

  // seen to fail: two drawings of different widths lay over one another, on a page of their own
  test.each(['/charts?chart=funnel&lang=en', '/pipeline?lang=en'])(
    'a chart has one drawing on paper, %s',
    async (path) => {
      const page = await openWithoutCode();
      await page.goto(new URL(path, at().server.url).href);
      await showPaper(page);
      const figure = page.locator('.figure-card_figure').first();
      expect(await figure.locator('.chart-space:visible').count()).toBe(1);
      expect(await figure.locator('.chart-picture > svg:visible').count()).toBe(1);
    },
  );
});
