import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  waitForIdle,
  viewports,
} from '../setup/pages/journey.ts';
import { layoutFaults } from '../setup/pages/overlap.ts';
import { openPage } from '../setup/pages/browser.ts';

const titles = { 'zh-CN': '导出', ja: '出力', en: 'Exports' } as const;

journeys('taking whole documents away', (at) => {
  test('the pack of a quarter is chosen, previewed and downloaded', async () => {
    const { page, problems } = await at().walk('/exports?lang=en');
    await page.getByLabel('Period').selectOption('2021Q1');
    await page.getByText('State on 31 March 2021').waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe('Qingdao-area_pack_2021-03-31_en_ILLUSTRATIVE.zip');
    const pack = unzipSync(new Uint8Array(readFileSync(await file.path())));
    expect(Object.keys(pack)).toEqual(
      expect.arrayContaining(['README.md', 'workbook.xlsx', 'report.pdf', 'report.pptx']),
    );
    expect(strFromU8(pack['README.md'] ?? new Uint8Array())).toContain('How to cite');
    expect(problems).toEqual([]);
  });

  test('the report opens as a page whose figures are drawn', async () => {
    const { page, problems } = await at().walk('/exports?lang=en&period=2021Q1');
    await page.getByLabel(/Report, PDF/).check();
    await page.getByRole('link', { name: 'Open as a page' }).click();
    await waitForIdle(page);
    await page.getByRole('heading', { name: /report for Q1 2021/ }).waitFor();
    const pictures = page.getByRole('article').getByRole('img');
    await expect
      .poll(() =>
        pictures.evaluateAll(
          (all) =>
            all.filter((one) => (one as unknown as { naturalWidth: number }).naturalWidth > 0)
              .length,
        ),
      )
      .toBe(await pictures.count());
    expect(await pictures.count()).toBeGreaterThanOrEqual(1);
    expect(problems).toEqual([]);
  });

  test('a redrawn figure is not visible together with the picture that it replaces', async () => {
    const { page, close } = await openPage(at().browser, { viewport: viewports.phone });
    // the figures do not learn that they have been drawn, so that their pictures stay
    await page.addInitScript(() => {
      MutationObserver.prototype.observe = () => undefined;
    });
    await page.goto(new URL('/figures?period=2021Q1&lang=en', at().server.url).href);
    await expect
      .poll(async () => {
        // a chart is redrawn when the pointer is on it, once the page is hydrated
        for (const drawing of await page.locator('.chart-drawing').all()) await drawing.hover();
        await page.mouse.move(0, 0);
        return page.locator('.chart-picture ~ .chart-live svg text').count();
      })
      .toBeGreaterThan(0);
    expect(await layoutFaults(page)).toEqual([]);
    await close();
  });

  for (const [index, language] of languages.entries())
    test(`${language}: no text collides, axe finds nothing, on a desk and on a phone`, async () => {
      for (const [place, path] of ['/exports', '/report', '/figures'].entries()) {
        const both = rotate([viewports.desktop.width, viewports.phone.width], index + place);
        const widths = path === '/figures' ? [viewports.phone.width] : both;
        const { page, problems } = await at().walk(`${path}?period=2021Q1&lang=${language}`, {
          width: widths[0] ?? 0,
          height: 900,
        });
        if (path === '/exports')
          expect.soft(await page.locator('h1').innerText()).toBe(titles[language]);
        expect.soft([path, await axeFindings(page)]).toEqual([path, []]);
        await checkWidths(page, widths, async (width) =>
          expect.soft([path, width, await layoutFaults(page)]).toEqual([path, width, []]),
        );
        expect.soft(problems).toEqual([]);
      }
    });
});
