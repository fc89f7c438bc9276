import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Language } from '#domain/values/language.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  waitForIdle,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

const t = projectListLabels.en;
const projectNames = (page: Page) => page.getByRole('rowheader').getByRole('button');

/** The room of the arrow of a list, in px. */
const arrow = 20;
/** The orders of the list whose words do not fit into their box. */
const cutOrders = (page: Page, language: Language): Promise<string[]> =>
  page.getByLabel(projectListLabels[language].sort, { exact: true }).evaluate((box, of) => {
    if (!(box instanceof HTMLSelectElement)) return ['no list of orders'];
    const { font, paddingLeft, paddingRight } = getComputedStyle(box);
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    if (pen === null) return ['no canvas'];
    pen.font = font;
    const room =
      box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - of;
    return [...box.options]
      .map(({ text }) => text)
      .filter((text) => pen.measureText(text).width > room);
  }, arrow);

journeys('the list of projects', (at) => {
  test('can be searched, filtered and sorted, and the address opens the same list in another browser', async () => {
    const { page, problems } = await at().walk('/projects?lang=en');
    await page
      .getByText(t.active({ n: 27 }))
      .first()
      .waitFor();
    const names = () => projectNames(page).allInnerTexts();
    const all = await names();
    const code = await page.getByRole('row').nth(4).getByRole('cell').first().innerText();
    await page.getByRole('searchbox').fill(code);
    await page
      .getByText(t.active({ n: 1 }))
      .first()
      .waitFor();
    await expect.poll(names).toEqual([all[3]]);
    await page.getByRole('button', { name: t.clear }).first().click();
    await page
      .getByText(t.active({ n: 27 }))
      .first()
      .waitFor();
    await page.locator('select').nth(0).selectOption('operation');
    await page
      .getByText(t.active({ n: 1 }))
      .first()
      .waitFor();
    // the list is drawn after its count, when there is time
    await expect.poll(async () => (await names()).length).toBe(1);
    await waitForIdle(page);
    const filtered = await names();
    const second = await at().visit(page.url());
    expect(await projectNames(second.page).allInnerTexts()).toEqual(filtered);
    expect([...problems, ...second.problems]).toEqual([]);
  });

  test('a project opens beside the list; Escape closes it, and Back opens the last one', async () => {
    const { page, problems } = await at().walk('/projects?lang=en');
    const name = projectNames(page).first();
    const title = await name.innerText();
    await name.click();
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    expect(await panel.innerText()).toContain(title);
    await page.getByText(t.stages, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  for (const [index, language] of languages.entries())
    test(`${language}: clean at three widths`, async () => {
      const widths = rotate([1440, 768, 390], index);
      const { page, problems } = await at().walk(`/projects?lang=${language}`, {
        width: widths[0] ?? 0,
        height: 900,
      });
      expect.soft(await axeFindings(page), `${widths[0]}`).toEqual([]);
      await checkWidths(page, widths, async (width) => {
        expect.soft(await layoutFaults(page), `${width}`).toEqual([]);
        expect.soft(await cutOrders(page, language), `${width}`).toEqual([]);
      });
      expect(problems).toEqual([]);
    });
  for (const [index, language] of languages.entries())
    test(`${language}: the zone page is clean at three widths`, async () => {
      const widths = rotate([1440, 768, 390], index);
      const { page, problems } = await at().walk(`/zone?lang=${language}`, {
        width: widths[0] ?? 0,
        height: 900,
      });
      expect.soft(await axeFindings(page), `${widths[0]}`).toEqual([]);
      await checkWidths(page, widths, async (width) => {
        expect.soft(await layoutFaults(page), `${width}`).toEqual([]);
      });
      expect(problems).toEqual([]);
    });
});
