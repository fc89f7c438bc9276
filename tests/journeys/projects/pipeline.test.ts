import { expect, test } from 'vitest';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  waitForIdle,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

journeys('the pipeline', (at) => {
  for (const width of [1440, 390])
    test(`at ${width} is reached from the navigation, and a required action links to its project`, async () => {
      const { page, problems } = await at().walk('/?lang=en', { width, height: 900 });
      await page.getByRole('navigation').getByRole('link', { name: 'Pipeline' }).click();
      await page.getByRole('heading', { name: detailLabels.en.needs_action }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/pipeline');
      const first = page
        .locator('section', {
          has: page.getByRole('heading', { name: detailLabels.en.needs_action }),
        })
        .getByRole('link', { name: /^Project / })
        .first();
      const name = await first.innerText();
      await first.click();
      await page.getByRole('dialog').waitFor();
      expect(await page.getByRole('dialog').innerText()).toContain(name);
      await waitForIdle(page);
      expect(problems).toEqual([]);
    });
  for (const [index, language] of languages.entries())
    test(`${language}: clean on a desktop, a tablet and a phone, and in the dark`, async () => {
      for (const [place, theme] of (['light', 'dark'] as const).entries()) {
        const widths = rotate([1440, 768, 390], index + place);
        const { page, problems } = await at().walk(`/pipeline?lang=${language}&theme=${theme}`, {
          width: widths[0] ?? 0,
          height: 900,
        });
        expect.soft(await axeFindings(page), `${widths[0]} ${theme}`).toEqual([]);
        await checkWidths(page, widths, async (width) =>
          expect.soft(await layoutFaults(page), `${width} ${theme}`).toEqual([]),
        );
        expect.soft(problems).toEqual([]);
      }
    });
});
