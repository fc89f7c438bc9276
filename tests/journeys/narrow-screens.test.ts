import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { controlFaults } from '../setup/pages/control-faults.ts';
import { headingFaults } from '../setup/pages/heading-faults.ts';
import {
  checkWidths,
  journeys,
  languages,
  pressShortcut,
  rotate,
  waitForIdle,
  viewports,
} from '../setup/pages/journey.ts';
import { layoutFaults } from '../setup/pages/overlap.ts';
import { textFaults } from '../setup/pages/text-faults.ts';

const paths = [
  '/',
  '/projects',
  '/projects/A01',
  '/pipeline',
  '/changes',
  '/month',
  '/months',
  '/settings/targets',
  '/settings/rules',
  '/forecasts',
  '/zone',
  '/exports',
];
/** Every page, and each section of the settings. */
const allPaths = [
  ...paths,
  '/outlook',
  '/pipeline?layout=board',
  '/charts',
  '/figures',
  '/report',
  '/requests',
  '/import',
  '/setup',
  '/links',
  '/people',
  '/account',
  '/audit',
  '/copy',
  ...['zone', 'phases', 'stages', 'areas', 'partners', 'facts', 'rates', 'sharing'].map(
    (section) => `/settings/${section}`,
  ),
  '/settings/reminders',
  '/settings/report',
];
const findFaults = async (page: Page): Promise<readonly string[]> => [
  ...(await layoutFaults(page)),
  ...(await textFaults(page)),
  ...(await controlFaults(page)),
  ...(await headingFaults(page)),
];
/** Sets the size of text that a reader chooses in the browser, twice the usual one. */
const doubleText = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
};

/** Whether all of an element is between the upper and the lower end of the window. */
const isOnScreen = (element: Locator): Promise<boolean> =>
  element.evaluate((e) => {
    const { top, bottom } = e.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

journeys('narrow screens', (at) => {
  for (const size of ['phone', 'tablet'] as const)
    for (const [index, language] of languages.entries())
      test(`on a ${size}, ${language}: all text of a page is complete, does not overlap and has no keys`, async () => {
        const { page, problems } = await at().walk(`/copy?lang=${language}`, viewports[size]);
        // one page goes through them all: a new one compiles the product's code again
        for (const path of paths.filter((_, place) => place % languages.length === index)) {
          await page.goto(new URL(`${path}?lang=${language}`, at().server.url).href);
          await waitForIdle(page);
          expect.soft([path, await findFaults(page)]).toEqual([path, []]);
        }
        expect(problems).toEqual([]);
      });

  for (const [name, viewport, doubled] of [
    // 1280 × 1024 at 200 %
    ['a page zoomed to 200 %', { width: 640, height: 512 }, false],
    ['text of twice the size', { width: 1280, height: 1024 }, true],
    ['text of twice the size on a phone', viewports.phone, true],
  ] as const)
    for (const [index, language] of languages.entries())
      test(`${name}, ${language}: every page keeps its text complete and its controls apart`, async () => {
        const path = `/copy?lang=${language}`;
        // the size of text stays in its tab
        const { page, problems } = await (doubled
          ? at().visit(path, { viewport })
          : at().walk(path, viewport));
        if (doubled) await doubleText(page);
        for (const one of allPaths.filter((_, place) => place % languages.length === index)) {
          const address = new URL(one, at().server.url);
          address.searchParams.set('lang', language);
          await page.goto(address.href);
          await waitForIdle(page);
          expect.soft([one, await findFaults(page)]).toEqual([one, []]);
        }
        await page.goto(new URL(`/?lang=${language}`, at().server.url).href);
        await waitForIdle(page);
        await pressShortcut(page, 's');
        await page.getByRole('dialog').waitFor();
        expect.soft(await findFaults(page)).toEqual([]);
        expect(problems).toEqual([]);
      });

  test('a long name of the zone ends before the day at 768, 900, 960 and 1024 px', async () => {
    const { page } = await at().walk('/?lang=en', { width: 768, height: 400 });
    const name = page.locator('.display_brand b');
    await name.evaluate((e) => {
      e.textContent = 'Rana Nordland industrial park';
    });
    await checkWidths(page, [768, 900, 960, 1024], async (width) => {
      expect(await name.textContent()).toBe('Rana Nordland industrial park');
      const day = await page.locator('.day_stepper').boundingBox();
      const box = await name.boundingBox();
      if (box === null || day === null) throw new Error('not drawn');
      expect.soft(box.x + box.width, `${width}`).toBeLessThan(day.x);
    });
  });

  // seen to fail: on a phone the industry covered the stage, on a desktop the table was cut
  test('a long industry of an established project stays in its cell', async () => {
    const { page } = await at().walk('/?lang=en', viewports.phone);
    const table = page.locator('.established-table_established table');
    await table.waitFor();
    await table.evaluate((e) => {
      for (const name of e.querySelectorAll('tbody td:nth-child(2) > span'))
        name.append(' and information and communication technology services');
    });
    const row = table.locator('tbody tr').first();
    for (const viewport of [viewports.phone, viewports.desktop]) {
      await page.setViewportSize(viewport);
      const [industry, stage, whole] = await Promise.all([
        row.locator('td:nth-child(2) > span').boundingBox(),
        row.locator('td:nth-child(3)').boundingBox(),
        page.locator('.established-table_established').boundingBox(),
      ]);
      if (industry === null || stage === null || whole === null) throw new Error('not drawn');
      expect(industry.x + industry.width).toBeLessThanOrEqual(whole.x + whole.width + 1);
      const isBeside =
        industry.x >= stage.x + stage.width || industry.x + industry.width <= stage.x;
      expect(isBeside, JSON.stringify([viewport, industry, stage])).toBe(true);
    }
  });

  // seen to fail: the last column stood outside the table beside amounts in a long currency
  test('the long name of a currency goes below its amount, so that no column leaves the table', async () => {
    const { page } = await at().visit('/?lang=ja', { viewport: viewports.tablet });
    const table = page.locator('.established-table_established table');
    await table.waitFor();
    const room = await table.evaluate((e) => {
      for (const cell of e.querySelectorAll('tbody td.data-table_right'))
        cell.replaceChildren(
          '5,208.56億',
          document.createElement('wbr'),
          '中央アフリカ・CFA・フラン',
        );
      return { own: e.getBoundingClientRect().width, frame: e.parentElement?.clientWidth };
    });
    expect(room.own).toBeLessThanOrEqual(room.frame ?? 0);
  });

  test('on a phone with text of twice the size the phases stand below each other', async () => {
    const { page } = await at().visit('/?lang=en', { viewport: viewports.phone });
    const names = page.locator('.overview_phaseNames li');
    expect(await names.first().isVisible()).toBe(false);
    await doubleText(page);
    await page.reload();
    await waitForIdle(page);
    expect(await names.count()).toBeGreaterThan(1);
    for (const name of await names.all()) expect(await name.isVisible()).toBe(true);
  });

  test('text at twice its size is twice as large, and planted faults are found', async () => {
    const { page } = await at().visit('/projects?lang=en');
    const sizeOf = () =>
      page.locator('h1').evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
    const usual = await sizeOf();
    await doubleText(page);
    expect(await sizeOf()).toBe(2 * usual);
    await page.locator('main').evaluate((main) => {
      const add = (tag: string, text: string, style: Partial<CSSStyleDeclaration>): void => {
        const e = main.appendChild(document.createElement(tag));
        e.textContent = text;
        Object.assign(e.style, style);
      };
      const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' };
      add('h2', 'A heading that is cut', { width: '40px', ...cut });
      add('h4', 'A heading that skips a level', {});
      add('button', 'lies below', { display: 'block' });
      add('button', 'lies above', { display: 'block', marginTop: '-30px' });
      add('p', 'A line that nothing wraps'.repeat(20), { whiteSpace: 'nowrap' });
    });
    const faults = (await findFaults(page)).join('\n');
    for (const kind of ['CUT: h2 A heading', 'ON: button lies below', 'WIDE: ', 'SKIP: h2 to h4'])
      expect(faults).toContain(kind);
  });

  for (const [index, language] of languages.entries())
    test(`the dialog of a shared link and the menus of exports are complete on each device, ${language}`, async () => {
      const sizes = rotate(Object.values(viewports), index);
      const { page } = await at().walk(`/?lang=${language}`, sizes[0]);
      await pressShortcut(page, 's');
      await page.getByRole('dialog').waitFor();
      for (const size of sizes) {
        await page.setViewportSize(size);
        await waitForIdle(page);
        expect.soft([size, await findFaults(page)]).toEqual([size, []]);
      }
      await page.keyboard.press('Escape');
      const menu = page.locator('.overlays_menu');
      for (const size of sizes) {
        await page.setViewportSize(size);
        await waitForIdle(page);
        await page.getByRole('figure').getByRole('button', { expanded: false }).first().click();
        expect.soft([size, await textFaults(page)]).toEqual([size, []]);
        await expect.poll(() => isOnScreen(menu)).toBe(true);
        await page.keyboard.press('Escape');
        await menu.waitFor({ state: 'detached' });
      }
    });
});
