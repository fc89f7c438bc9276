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

const address = '/changes?as_of=2021-04-16&cmp=2021-03-16';
const titles = { 'zh-CN': '变动明细', ja: '変動内訳', en: 'What changed' } as const;

journeys('what changed between two days', (at) => {
  test('from the overview to the page, and on to the project that moved', async () => {
    const { page, problems } = await at().walk('/?lang=en&cmp=2021-03-16');
    await page.getByRole('link', { name: 'See what changed' }).click();
    await waitForIdle(page);
    const main = page.locator('main');
    await main.getByText('16 March 2021 → 16 April 2021').waitFor();
    const text = await main.innerText();
    expect(text).toContain('7 established and 20 in the pipeline, unchanged.');
    expect(text).toMatch(/B03\s+Moved forward\s+In negotiation\s+Signed\s+30 March 2021/);
    await main.getByRole('link', { name: 'Project B03' }).click();
    await page.getByRole('dialog').getByText('B03').first().waitFor();
    expect(problems).toEqual([]);
  });

  for (const [index, language] of languages.entries())
    test(`${language}: no text collides, axe finds nothing, on a desk and on a phone`, async () => {
      const widths = rotate([viewports.desktop.width, viewports.phone.width], index);
      const { page, problems } = await at().walk(`${address}&lang=${language}`, {
        width: widths[0] ?? 0,
        height: 900,
      });
      await page
        .locator('.chart-changes :is(.chart-picture, .chart-live) g > rect')
        .first()
        .waitFor({ state: 'attached' });
      expect.soft(await page.locator('h1').innerText()).toBe(titles[language]);
      expect.soft(await axeFindings(page)).toEqual([]);
      await checkWidths(page, widths, async (width) =>
        expect.soft(await layoutFaults(page), `${width}`).toEqual([]),
      );
      expect.soft(problems).toEqual([]);
    });

  test('a moment before the first record is explained, and one step leads back', async () => {
    const { page } = await at().walk('/?lang=en&known_at=2021-05-01');
    await page.getByText('As the records stood on 1 May 2021').waitFor();
    await page.getByRole('button', { name: 'Show present records' }).click();
    await waitForIdle(page);
    expect(new URL(page.url()).searchParams.get('known_at')).toBeNull();
    await page.locator('main').getByText('2.8').first().waitFor();
  });
});
