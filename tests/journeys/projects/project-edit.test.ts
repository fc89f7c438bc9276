import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  waitForIdle,
  viewports,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

const t = projectLabels.en;

journeys('editing a project', (at) => {
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const send = (method: string, path: string, body: unknown) =>
    fetch(`${at().server.url}/api/v1/projects${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: at().server.url },
      body: JSON.stringify(body),
    });
  const readOwner = async () =>
    (await (
      await fetch(`${at().server.url}/api/v1/projects/QD-1?as_of=2199-12-31`)
    ).json()) as ProjectDetail;

  test('a project is added in the page, and two people who edit it at once lose nothing', async () => {
    const first = await at().visit('/projects?lang=en');
    await button(first.page, t.add).click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByLabel(t.code).fill('QD-1');
    await dialog.getByLabel('Project name', { exact: true }).fill('Heat pumps');
    await dialog.getByLabel(/^Planned investment/).fill('0.35');
    await button(first.page, t.do_add).click();
    await first.page.waitForURL(/\/projects\/QD-1/);
    await button(first.page, t.edit).waitFor();
    const second = await at().visit('/projects/QD-1?lang=en');

    for (const { page } of [first, second]) await button(page, t.edit).click();
    await first.page.getByLabel('Owner', { exact: true }).fill('Li');
    await first.page.getByLabel('Investor', { exact: true }).fill('Hokuto');
    await second.page.getByLabel('Owner', { exact: true }).fill('Sato');
    await second.page.getByLabel('Next step', { exact: true }).fill('Permit in June');
    await button(first.page, t.save).click();
    await first.page.getByText(t.saved).waitFor();
    // seen to fail: the page stayed at the end of the form, the line above its first screen
    await expect
      .poll(async () => (await first.page.getByText(t.saved).boundingBox())?.y ?? -1)
      .toBeGreaterThan(0);

    // the second one reloads before saving: the typed text is still there
    await second.page.reload();
    await waitForIdle(second.page);
    await button(second.page, t.edit).first().click();
    expect(await second.page.getByLabel('Owner', { exact: true }).inputValue()).toBe('Sato');
    await button(second.page, t.save).click();
    // where both changed a field the page shows the former value, theirs and mine, and only the
    // reader's own is chosen
    const owner = second.page.getByRole('group', { name: 'Owner' });
    expect((await owner.innerText()).split('\n').filter((line) => line !== '')).toEqual([
      'Owner',
      `${t.base} ${t.none}`,
      `${t.theirs} Li`,
      `${t.mine} Sato`,
    ]);
    expect(await readOwner()).toMatchObject({ owner: 'Li', investor: 'Hokuto' });
    await owner.getByLabel(/Sato/).check();
    await button(second.page, t.save_merged).click();
    await second.page.getByText(t.saved).waitFor();
    expect(await readOwner()).toMatchObject({
      owner: 'Sato',
      investor: 'Hokuto',
      next_step: 'Permit in June',
    });
    expect((await readOwner()).amounts.total_investment?.money).toEqual({
      minor: '35000000000',
      currency: 'CNY',
    });
    const history = second.page.getByRole('table', { name: t.history });
    await history.getByText('Li → Sato').waitFor();

    await button(second.page, t.undo).click();
    await second.page.getByText(t.undo_done).waitFor();
    expect(await readOwner()).toMatchObject({ owner: 'Li', investor: 'Hokuto' });
    expect([...first.problems, ...second.problems.filter((p) => !p.includes('412'))]).toEqual([]);
  });

  test('typed values survive a crash of their tab', async () => {
    await send('POST', '', { code: 'QD-3', stage: 'signed', facts: { name: '省エネ設備' } });
    const { page } = await at().visit('/projects/QD-3?lang=en');
    await button(page, t.edit).click();
    await page.getByLabel('Owner', { exact: true }).fill('Sato');
    const tab = await page.context().newCDPSession(page);
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    tab.send('Page.crash').catch(() => undefined);
    await crashed;
    // the library does not know a crashed page any more; its tab can still be loaded again
    await tab.send('Page.reload');
    const edit = `[...document.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(t.edit)})?.click()`;
    const expression = `(${edit}, [...document.querySelectorAll('form input')].some((one) => one.value === 'Sato'))`;
    const hasText = async () => (await tab.send('Runtime.evaluate', { expression })).result.value;
    await expect.poll(hasText).toBe(true);
  });

  for (const [index, language] of languages.entries())
    test(`${language}: the page and its form are clean on a phone and a desktop`, async () => {
      await send('POST', '', { code: 'QD-2', stage: 'signed', facts: { name: '省エネ設備' } });
      const widths = rotate([viewports.phone.width, viewports.desktop.width], index);
      const { page, problems } = await at().walk(`/projects/QD-2?lang=${language}`, {
        width: widths[0] ?? 0,
        height: 844,
      });
      const clean = async () => {
        expect.soft(await axeFindings(page)).toEqual([]);
        await checkWidths(page, widths, async (width) =>
          expect.soft(await layoutFaults(page), `${width}`).toEqual([]),
        );
      };
      await clean();
      await button(page, projectLabels[language].edit).click();
      await clean();
      expect(problems).toEqual([]);
    });
});
