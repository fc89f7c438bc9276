import { expect, test } from 'vitest';
import { journeys, languages, viewports } from '../setup/pages/journey.ts';
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

journeys('narrow screens', (at) => {
  for (const [width, viewport] of Object.entries({
    phone: viewports.phone,
    tablet: viewports.tablet,
    // 1280 × 1024 at 200 %
    'zoomed screen': { width: 640, height: 512 },
  }))
    for (const [index, path] of paths.entries()) {
      const language = languages[index % languages.length];
      test(`${path} on a ${width}, ${language}: all text is whole, apart and in words`, async () => {
        const { page, problems } = await at().visit(`${path}?lang=${language}`, { viewport });
        expect.soft(await layoutFaults(page)).toEqual([]);
        expect.soft(await textFaults(page)).toEqual([]);
        expect(problems).toEqual([]);
      });
    }

  for (const language of languages)
    test(`the dialog of a shared link and the menus of exports stay in the window of a phone, ${language}`, async () => {
      const { page } = await at().visit(`/?lang=${language}`, { viewport: viewports.phone });
      await page.keyboard.press('s');
      await page.getByRole('dialog').waitFor();
      expect.soft(await layoutFaults(page)).toEqual([]);
      expect.soft(await textFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('figure').getByRole('button', { expanded: false }).first().click();
      expect(await textFaults(page)).toEqual([]);
    });
});
