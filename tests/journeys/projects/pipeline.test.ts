import { expect, test } from 'vitest';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { axeFindings, journeys, languages, waitForIdle } from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

journeys('the pipeline', (at) => {
  for (const width of [1440, 390])
    test(`at ${width} is reached from the navigation, and a required action links to its project`, async () => {
      const { page, problems } = await at().visit('/?lang=en', {
        viewport: { width, height: 900 },
      });
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
  for (const language of languages)
    test(`${language}: clean on a desktop, a tablet and a phone, and in the dark`, async () => {
      for (const [width, theme] of [
        [1440, 'light'],
        [768, 'light'],
        [390, 'light'],
        [1440, 'dark'],
      ] as const) {
        const { page, problems, close } = await at().visit(
          `/pipeline?lang=${language}&theme=${theme}`,
          {
            viewport: { width, height: 900 },
          },
        );
        expect.soft(await layoutFaults(page), `${width} ${theme}`).toEqual([]);
        expect.soft(await axeFindings(page), `${width} ${theme}`).toEqual([]);
        expect.soft(problems).toEqual([]);
        await close();
      }
    });
});
