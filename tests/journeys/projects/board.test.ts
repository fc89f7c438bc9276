import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { attachmentsLabels, projectLabels } from '#web/features/projects/labels/index.ts';
import { paletteLabels } from '#web/features/palette/labels/index.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

const [t, words, files] = [pipelineLabels.en, projectLabels.en, attachmentsLabels.en];
const pdf = {
  name: 'minutes 2026.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\nminutes\n%%EOF\n'),
};
const long = '中日地方发展合作示范区热泵制造基地与供应链协同创新综合体'.repeat(12).slice(0, 300);

journeys('the board, proof and problems', (at) => {
  const send = (path: string, body: unknown) =>
    fetch(`${at().server.url}/api/v1/projects${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: at().server.url },
      body: JSON.stringify(body),
    });
  const stage = async (code: string) =>
    (
      (await (
        await fetch(`${at().server.url}/api/v1/projects/${code}?as_of=2199-12-31`)
      ).json()) as ProjectDetail
    ).stage;

  test('a card is moved by keys and by dragging at once, and the required fields of its stage are entered afterwards', async () => {
    for (const code of ['K-1', 'K-2'])
      await send('', {
        code,
        stage: 'lead',
        facts: { name: `Heat pumps ${code}`, owner: 'Chen Yu', site_mode: 'office' },
      });
    const { page, problems } = await at().walk('/pipeline?lang=en&layout=board');
    await page.getByRole('button', { name: /^Heat pumps K-1/ }).focus();
    await page.keyboard.press('m');
    await page.keyboard.press('2');
    await page.getByText(t.moved({ name: 'Heat pumps K-1', stage: 'In negotiation' })).waitFor();
    expect(await stage('K-1')).toBe('negotiation');
    const focusedCard = () =>
      page.evaluate(() => document.activeElement?.getAttribute('data-card') ?? undefined);
    expect(await focusedCard()).toBe('K-1');
    await page.getByRole('button', { name: t.later }).click();
    expect(await focusedCard()).toBe('K-1');

    await page
      .getByRole('listitem')
      .filter({ hasText: 'K-2' })
      .dragTo(page.locator('[data-column=negotiation]'));
    await page.getByText(t.moved({ name: 'Heat pumps K-2', stage: 'In negotiation' })).waitFor();
    expect(await stage('K-2')).toBe('negotiation');
    await page.keyboard.press('z');
    await page.getByText(t.undone_move({ name: 'Heat pumps K-2' })).waitFor();
    expect(await stage('K-2')).toBe('lead');

    await page.getByRole('button', { name: /^To complete: Investor.*K-1/ }).click();
    await page.getByLabel('Investor', { exact: true }).fill('Hokuto');
    await page.getByLabel('Next step', { exact: true }).fill('Visit on 3 June');
    await page.getByRole('button', { name: t.save, exact: true }).click();
    await page.getByText(t.completed({ name: 'Heat pumps K-1' })).waitFor();
    expect(await page.getByRole('button', { name: /^To complete.*K-1/ }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('on a phone one column is shown, and a button moves a card', async () => {
    await send('', { code: 'K-3', stage: 'lead', facts: { name: 'Heat pumps K-3' } });
    const { page, problems } = await at().walk('/pipeline?lang=en&layout=board', {
      width: 390,
      height: 844,
    });
    await page.getByRole('button', { name: t.move_of({ name: 'Heat pumps K-3' }) }).click();
    await page.getByRole('button', { name: /In negotiation$/ }).click();
    await page.getByText(t.moved({ name: 'Heat pumps K-3', stage: 'In negotiation' })).waitFor();
    // seen to fail: the fields of the move were behind the navigation at the foot of a phone
    const save = page.getByRole('button', { name: t.save, exact: true });
    const [bar, navigation] = [
      await page.locator('section', { has: save }).last().boundingBox(),
      await page.getByRole('navigation').last().boundingBox(),
    ];
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(navigation?.y ?? 0);
    expect(await page.locator('[data-column=negotiation]').isVisible()).toBe(false);
    await page.getByLabel(t.column, { exact: true }).selectOption('negotiation');
    await page.getByRole('button', { name: /^Heat pumps K-3/ }).waitFor();
    expect(await page.locator('[data-column=lead]').isVisible()).toBe(false);
    expect.soft(await layoutFaults(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  // Seen to fail: the sums of three currencies ran in one line into the next column.
  test('the sums of a column in several currencies stay inside it', async () => {
    for (const [at, currency] of ['KES', 'USD', 'EUR'].entries())
      await send('', {
        code: `C-${at}`,
        stage: 'registered',
        facts: {
          name: `Cement ${currency}`,
          'amounts.total_investment': { money: { currency, minor: '27663500000000' } },
        },
      });
    const { page } = await at().walk('/pipeline?lang=en&layout=board');
    const sums = page.locator('[data-column=registered] header p');
    await sums.filter({ hasText: 'KES' }).waitFor();
    const [needed, width] = await sums.evaluate((p) => [p.scrollWidth, p.clientWidth]);
    expect(needed).toBeLessThanOrEqual(width ?? 0);
  });

  // seen to fail: the ring ran through the tag below it
  test('the focus of a card stands clear of the tag below it', async () => {
    const { page } = await at().walk('/pipeline?lang=en&layout=board');
    const card = page.locator('[data-card=K-3]');
    await card.waitFor();
    // after a key the focus is drawn
    await page.keyboard.press('Tab');
    await card.focus();
    await card.and(page.locator(':focus-visible')).waitFor();
    const room = await card.evaluate((element) => {
      const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(element);
      const tag = [...(element.parentElement?.querySelectorAll('button') ?? [])].find(
        ({ textContent }) => textContent.startsWith('To complete'),
      );
      const ring = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
      const bottom = element.getBoundingClientRect().bottom + ring;
      return [outlineStyle, (tag?.getBoundingClientRect().top ?? Number.NaN) - bottom] as const;
    });
    expect(room[0]).toBe('solid');
    expect(room[1]).toBeGreaterThan(0);
  });

  // seen to fail: the mark touched the code, since the industry took the room of both
  test('on a phone the mark of an industry stands clear of the code and of its own words', async () => {
    const industry = 'Geothermal equipment, cold chain and other supplies of a port';
    await send('', { code: 'K-INDUSTRY-1', stage: 'lead', facts: { name: 'Depot', industry } });
    const { page } = await at().walk('/projects?lang=en&q=Depot', { width: 390, height: 844 });
    const row = page.getByRole('row', { name: /Depot/ });
    await row.getByText(industry).waitFor();
    const [code, mark, words] = await row.evaluate((element, name) => {
      const boxOf = (text: string): DOMRect => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() !== null)
          if (walker.currentNode.textContent?.includes(text) === true) break;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        return range.getBoundingClientRect();
      };
      const dot = element.querySelector('span > svg')?.getBoundingClientRect() ?? new DOMRect();
      return [boxOf('K-INDUSTRY-1').right, [dot.left, dot.right], boxOf(name).left] as const;
    }, industry);
    expect((mark[0] ?? 0) - code).toBeGreaterThanOrEqual(4);
    expect(words - (mark[1] ?? 0)).toBeGreaterThanOrEqual(4);
  });

  test('proof of a move from the page of a project is saved byte for byte', async () => {
    const { page, problems } = await at().walk('/projects/K-2?lang=en');
    await page.getByRole('button', { name: words.move, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Investor').fill('Hokuto');
    await dialog.getByLabel('Next step').fill('Visit on 3 June');
    await dialog.getByLabel(files.optional_file).setInputFiles(pdf);
    await dialog.getByRole('button', { name: words.do_move, exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: files.save_as({ file: pdf.name }) }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(pdf.name);
    expect(await readFile(await saved.path())).toEqual(pdf.buffer);
    expect(problems).toEqual([]);
  });

  test('Ctrl K opens a project by its code', async () => {
    const { page, problems } = await at().walk('/?lang=en');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: paletteLabels.en.go_to });
    await field.fill('K-2');
    await page.getByRole('option', { name: /Heat pumps K-2/ }).waitFor();
    expect.soft(await axeFindings(page)).toEqual([]);
    await field.press('Enter');
    await page.waitForURL(/\/projects\/K-2/);
    expect(problems).toEqual([]);
  });

  for (const [index, language] of languages.entries())
    test(`${language}: the board and a project with proof and problems are clean on a desktop and a phone, with a name of 300 characters`, async () => {
      const code = `L-${language}`;
      await send('', {
        code,
        stage: 'signed',
        facts: { name: long, 'milestones.start.plan': '2026-06-01' },
      });
      await send(`/${code}/issues`, { text: long, severity: 'high' });
      const paths = ['/pipeline?layout=board&', `/projects/${code}?`];
      for (const [place, path] of paths.entries()) {
        const widths = rotate([1440, 390], index + place);
        const { page, problems } = await at().walk(
          `${path}lang=${language}&theme=${widths[0] === 390 ? 'dark' : 'light'}`,
          { width: widths[0] ?? 0, height: 900 },
        );
        expect.soft(await axeFindings(page), `${path} ${widths[0]}`).toEqual([]);
        await checkWidths(page, widths, async (width) =>
          expect.soft(await layoutFaults(page), `${path} ${width}`).toEqual([]),
        );
        expect.soft(problems).toEqual([]);
      }
    });
});
