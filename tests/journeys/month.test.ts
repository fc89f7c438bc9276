import { expect, test } from 'vitest';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { axeFindings, journeys, languages, waitForIdle } from '../setup/pages/journey.ts';
import { layoutFaults } from '../setup/pages/overlap.ts';

const savedLine = /^Saved \d\d:\d\d: \d+ changed/;

journeys('entering a month', (at) => {
  for (const language of languages)
    test(`${language}: the page is clean on a phone`, async () => {
      const { page, problems } = await at().walk(`/month?lang=${language}`, {
        width: 390,
        height: 844,
      });
      expect.soft(await layoutFaults(page)).toEqual([]);
      expect.soft(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
    });

  test('its state is in one line with the choice of the month, and every hint is complete', async () => {
    const { page } = await at().walk('/month?lang=en&month=2021-05');
    const [choice, state] = await Promise.all(
      [page.locator('main select').first(), page.locator('[data-state]').first()].map((one) =>
        one.evaluate((e) => e.getBoundingClientRect().toJSON() as DOMRect),
      ),
    );
    const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;
    expect(Math.abs(middle(state as DOMRect) - middle(choice as DOMRect))).toBeLessThan(4);
    const cut = await page.locator('input[placeholder]').evaluateAll((inputs) =>
      (inputs as HTMLInputElement[])
        .filter((input) => {
          const { value } = input;
          input.value = input.placeholder;
          const isCut = input.scrollWidth > input.clientWidth;
          input.value = value;
          return isCut;
        })
        .map(({ placeholder }) => placeholder),
    );
    expect(cut).toEqual([]);
  });

  test('three numbers and a cause are saved by keyboard, and are on the overview of the own zone', async () => {
    const { page, problems } = await at().walk('/month?lang=en&month=2021-05');
    const t = monthLabels.en;
    const fields = page.locator('[data-number]');
    const values = ['52', '1.3', '1204'];
    await fields.first().focus();
    for (const value of values) {
      await page.keyboard.type(value);
      await page.keyboard.press('Tab');
    }
    await fields.nth(2).press('Enter');
    await page.getByText(savedLine).first().waitFor();
    // the plan of the own zone allows no verdict, so the forms of all targets are folded
    await page.getByText(t.other_targets).click();
    const cause = page.getByRole('textbox', { name: t.cause, exact: true }).first();
    await cause.fill('Two signings slipped to June; both are now scheduled.');
    await page.locator('#m-causes form').first().getByRole('button', { name: t.save }).click();
    await page
      .locator('#m-causes')
      .getByText(/^Saved /)
      .first()
      .waitFor();
    await page.goto(`${at().server.url}/?lang=en&as_of=2021-05-31`);
    await waitForIdle(page);
    const overview = await page.locator('main').innerText();
    expect(overview).toContain('1,204');
    expect(overview).toContain('Two signings slipped to June');
    expect(problems).toEqual([]);
  });

  test('a doubt is dismissed, the month closed, and a later change is marked with its reason', async () => {
    const { page, problems } = await at().walk('/month?lang=en&month=2021-06');
    const t = monthLabels.en;
    await page.locator('[data-number]').first().fill('54');
    await page.locator('[data-number]').first().press('Enter');
    await page.getByText(savedLine).first().waitFor();
    const doubt = page.locator('[data-doubt]').first();
    if ((await doubt.count()) > 0) {
      await doubt.getByRole('button', { name: t.dismiss }).click();
      await doubt.getByLabel(t.dismiss_reason).fill('Checked with the company');
      await doubt.getByLabel(t.dismiss_name).fill('Chen Yu');
      await doubt.getByRole('button', { name: t.dismiss_save }).click();
      await page
        .getByText(/^Dismissed by Chen Yu/)
        .first()
        .waitFor();
    }
    await page.getByRole('button', { name: t.close_month({ month: 'June 2021' }) }).click();
    await page.getByText(t.as_closed).waitFor();
    await page.locator('[data-number]').first().fill('55');
    await page.getByLabel(t.change_reason).fill('Counted again');
    await page.getByRole('button', { name: t.save, exact: true }).first().click();
    await page
      .getByText(/54 companies → 55 companies|54 → 55/)
      .first()
      .waitFor();
    expect(await page.locator('#m-close').innerText()).toContain('Counted again');
    await page.getByText(t.as_closed).click();
    await expect.poll(() => page.locator('main').innerText()).toContain('54');
    expect(problems).toEqual([]);
  });

  test('January of an annual flow is left blank', async () => {
    const { page } = await at().walk('/month?lang=en&month=2021-01');
    await page.getByText(monthLabels.en.january).waitFor();
    expect(await page.locator('[data-number]').count()).toBe(2);
  });
});
