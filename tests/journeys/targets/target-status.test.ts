import { expect, test } from 'vitest';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { judgementLabels } from '#web/features/work/labels/index.ts';
import {
  axeFindings,
  checkWidths,
  journeys,
  languages,
  rotate,
  waitForIdle,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

journeys('the declared status of a target', (at) => {
  for (const [index, language] of languages.entries())
    test(`${language}: a manager declares it, and the overview has it beside the verdict`, async () => {
      const t = judgementLabels[language];
      const { url } = at().server;
      // a target of the sample has no status: the first value makes a register of one's own
      const response = await fetch(`${url}/api/v1/observations`, {
        method: 'POST',
        body: JSON.stringify({
          values: [
            { indicator: 'companies', period: '2021-03', value: '40' },
            { indicator: 'companies', period: '2021-04', value: '43' },
          ],
        }),
        headers: { origin: url, 'content-type': 'application/json' },
      });
      expect(response.ok).toBe(true);
      const { page, problems } = await at().walk(
        `/settings/targets?lang=${language}&indicator=companies&period=final`,
      );
      const section = page.getByRole('region', { name: t.status });
      const open = section.getByRole('button', { name: t.declare, exact: true });
      await open.click();
      await section.getByLabel(t.word, { exact: true }).selectOption('at_risk');
      await section.getByLabel(t.reason, { exact: true }).fill('Two investors wait for the bank');
      await section.getByRole('button', { name: t.save }).click();
      await section.getByText('Two investors wait for the bank').waitFor();
      await page.goto(`${url}/?lang=${language}`);
      const mark = page.getByRole('table').getByTitle('Two investors wait for the bank');
      await mark.waitFor();
      await waitForIdle(page);
      expect.soft(await axeFindings(page)).toEqual([]);
      await checkWidths(page, rotate([390, 1440], index), async (width) =>
        expect.soft([width, await layoutFaults(page)]).toEqual([width, []]),
      );
      expect(problems).toEqual([]);
    });

  // seen to fail: the sentence of the status took the place of the cause, which stood above its next step
  test('on the page of the month cause and next step are in one row below the status', async () => {
    const t = monthLabels.en;
    const { page } = await at().walk('/month?lang=en&month=2021-04');
    const sentence = page.getByText(/Two investors wait for the bank/).first();
    const form = page.locator('#m-causes form').filter({ has: sentence });
    await page.locator('#m-causes').first().waitFor();
    if (!(await sentence.isVisible())) await page.getByText(t.other_targets).click();
    const [status, cause, step] = await Promise.all(
      [
        form.locator('p').first(),
        form.getByRole('textbox', { name: t.cause, exact: true }),
        form.getByRole('textbox', { name: t.next_step, exact: true }),
      ].map((one) => one.evaluate((e) => e.getBoundingClientRect().toJSON() as DOMRect)),
    );
    expect(cause?.top).toBe(step?.top);
    expect(cause?.right).toBeLessThan(step?.left ?? 0);
    expect(status?.bottom).toBeLessThan(cause?.top ?? 0);
  });
});
