import { expect, test } from 'vitest';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { axeFindings, journeys, languages, settled } from '../setup/pages/journey.ts';
import { layoutFaults } from '../setup/pages/overlap.ts';

journeys('entering a month', (at) => {
  for (const language of languages)
    test(`${language}: the page is clean on a phone`, async () => {
      const { page, problems } = await at().visit(`/month?lang=${language}`, {
        viewport: { width: 390, height: 844 },
      });
      expect.soft(await layoutFaults(page)).toEqual([]);
      expect.soft(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
    });

  test('three numbers and a cause are saved by keyboard, and stand on the overview of the own zone', async () => {
    const { page, problems } = await at().visit('/month?lang=en&month=2021-05');
    const t = monthLabels.en;
    const fields = page.locator('form[aria-label] input[inputmode=decimal]');
    const values = ['52', '1.3', '1204'];
    for (const [i, value] of values.entries()) await fields.nth(i).fill(value);
    await page
      .locator('form[aria-label] textarea')
      .first()
      .fill('Two signings slipped to June; both are now scheduled.');
    await fields.nth(2).press('Enter');
    await page
      .getByText(t.saved({ n: 4, month: 'May 2021' }))
      .or(page.getByText(t.saved({ n: 3, month: 'May 2021' })))
      .first()
      .waitFor();
    await page.goto(`${at().server.url}/?lang=en&as_of=2021-05-31`);
    await settled(page);
    const overview = await page.locator('main').innerText();
    expect(overview).toContain('1,204');
    expect(overview).toContain('Two signings slipped to June');
    expect(problems).toEqual([]);
  });

  test('January of an annual flow is left blank', async () => {
    const { page } = await at().visit('/month?lang=en&month=2021-01');
    expect(await page.getByText(monthLabels.en.january).count()).toBe(1);
  });
});
