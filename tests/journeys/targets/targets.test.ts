import { expect, test } from 'vitest';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  waitForIdle,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

journeys('targets and months', (at) => {
  for (const [index, language] of languages.entries())
    test(`${language}: the page is clean at 390 and 1440`, async () => {
      const widths = rotate([390, 1440], index);
      const { page, problems } = await at().walk(`/months?lang=${language}&month=2021-04`, {
        width: widths[0] ?? 0,
        height: 844,
      });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect.soft(await axeFindings(page)).toEqual([]);
      await checkWidths(page, widths, async (width) =>
        expect.soft(await layoutFaults(page), `${width}`).toEqual([]),
      );
      expect(problems).toEqual([]);
    });

  test('three months are pasted, one is closed, and a value corrected afterwards is marked on the overview', async () => {
    const t = targetsLabels.en;
    const { page, problems } = await at().visit('/months?lang=en&month=2021-04', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const cell = (month: string) =>
      page.getByLabel(t.cell({ name: 'Companies', month }), { exact: true });
    await page.evaluate(() => navigator.clipboard.writeText('39\t0.9\n41\t1.5\n43\t2.1'));
    await cell('February 2021').focus();
    await page.keyboard.press('Control+V');
    await page.getByRole('button', { name: '亿元' }).click();
    await page.getByRole('button', { name: t.save_block({ n: 6 }) }).click();
    await page.getByText(t.saved_block({ n: 6 })).waitFor();
    await page.getByRole('combobox', { name: t.month, exact: true }).selectOption('2021-03');
    await page.getByRole('button', { name: t.close_month({ month: 'March 2021' }) }).click();
    await page.getByText(t.closed_now({ month: 'March 2021' })).waitFor();
    await cell('March 2021').fill('42');
    await page.keyboard.press('Enter');
    await page.getByLabel(t.reason_optional, { exact: true }).fill('A firm was counted twice.');
    await page.getByRole('button', { name: t.save_block({ n: 1 }) }).click();
    await page.getByText(t.changed_since({ value: '41' })).waitFor();
    await page.goto(`${at().server.url}/?lang=en`);
    await waitForIdle(page);
    const mark = detailLabels.en.changed_since_closed({
      month: 'March 2021',
      from: '41 companies',
      to: '42 companies',
    });
    expect(await page.locator('main').innerText()).toContain(mark);
    expect(problems).toEqual([]);
  });

  test('an annual target from a template, split in three, is on the overview with its year', async () => {
    const t = indicatorLabels.en;
    const { page, problems } = await at().walk('/settings/targets?lang=en');
    await page.getByRole('button', { name: t.from_template }).click();
    await page.getByRole('button', { name: /^Fixed-asset investment/ }).click();
    await page.getByRole('button', { name: t.add_indicator }).last().click();
    const value = page.getByLabel(t.value_in({ unit: 'CN¥ bn' }));
    await value.waitFor();
    expect(await value.evaluate((field) => field === document.activeElement)).toBe(true);
    await value.fill('9.8');
    for (const [at, part] of ['4.2', '2.9', '1.75'].entries()) {
      await page.getByRole('button', { name: t.add_part }).click();
      await page.getByLabel(t.part_name({ n: at + 1 }), { exact: true }).fill(`Area ${at + 1}`);
      await page.getByLabel(t.part_value({ n: at + 1 }), { exact: true }).fill(part);
    }
    expect(await page.locator('aside dl').innerText()).toContain('0.95');
    await page.getByRole('button', { name: t.save_target }).click();
    await page
      .getByText(t.split_version({ n: 1 }))
      .first()
      .waitFor();
    await page.goto(`${at().server.url}/?lang=en`);
    await waitForIdle(page);
    const main = await page.locator('main').innerText();
    expect(main).toContain('Fixed-asset investment, 2021');
    expect(main).toContain('CN¥9.8');
    expect(problems).toEqual([]);
  });
});
