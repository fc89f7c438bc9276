import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { axeFindings, journeys, waitForIdle } from '../setup/pages/journey.ts';
import { layoutFaults } from '../setup/pages/overlap.ts';

const register = join(import.meta.dirname, '../fixtures/register-zh.csv');
const italian = join(import.meta.dirname, '../fixtures/registro-it.csv');
const t = importPageLabels.en;
const p = previewLabels.en;
const previewed = (page: Page) =>
  page
    .getByRole('heading', {
      level: 2,
      name: /read\. The register|of months read|Nothing to import/,
    })
    .waitFor();
const importIt = (page: Page) => page.getByRole('button', { name: /^Import \d/ }).click();
const reread = (page: Page) => page.getByText(t.rereading).waitFor({ state: 'detached' });
const answerIt = async (page: Page) => {
  await page.getByRole('button', { name: /^Answer/ }).click();
  await reread(page);
};
const card = (page: Page, text: RegExp) =>
  page.getByRole('heading', { level: 4, name: text }).waitFor();
const openPart = (page: Page, title: string) =>
  page.locator('summary', { hasText: title }).first().click();

journeys('importing the zone’s own register', (at) => {
  test('a GB18030 register is previewed, answered, imported, seen on the overview, and undone', async () => {
    const { page, problems } = await at().visit('/import?lang=en');
    const health = async () =>
      (await (await fetch(`${at().server.url}/api/v1/health`)).json()) as { revision: number };
    const before = await health();
    await page.locator('input[type=file]').setInputFiles(register);
    await previewed(page);
    expect(await health()).toEqual(before);
    expect
      .soft(await page.getByRole('heading', { level: 2 }).first().innerText())
      .toBe(p.begins({ read: 30, to: 28 }));
    expect.soft(await page.locator('main').innerText()).toMatch(/GB18030/i);
    // a new shape: one question, then the import
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.getByText(p.ready).waitFor();
    await importIt(page);
    await page.getByRole('heading', { name: t.done({ new: 30, changed: 0 }) }).waitFor();

    const overview = (await (await fetch(`${at().server.url}/api/v1/overview`)).json()) as {
      origin: string;
      projects_total: number;
      strip: { groups: { group: string; count: number }[] };
    };
    expect(overview.origin).toBe('own');
    expect(overview.projects_total).toBe(30);
    expect(Object.fromEntries(overview.strip.groups.map((g) => [g.group, g.count]))).toMatchObject({
      established: 7,
      pipeline: 20,
    });

    await page.getByRole('link', { name: /^See the overview/ }).click();
    await expect.poll(() => page.locator('main').innerText()).toMatch(/\b7 established/);
    await page.goBack();
    await page.goto(`${at().server.url}/import?lang=en`);
    await waitForIdle(page);
    await page
      .getByRole('button', { name: new RegExp(`^${t.undo} \\d+$`) })
      .first()
      .click();
    await page.getByText(t.undone).first().waitFor();
    const after = (await (await fetch(`${at().server.url}/api/v1/overview`)).json()) as {
      origin: string;
      projects_total: number;
    };
    expect(after).toMatchObject({ origin: 'sample', projects_total: 30 });
    expect(problems).toEqual([]);
  });

  test('a file that is no register is refused with a sentence, and nothing changes', async () => {
    const { page } = await at().visit('/import?lang=en');
    await page.locator('input[type=file]').setInputFiles({
      name: 'picture.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\x03\x04 not a workbook'),
    });
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().innerText()).not.toBe('');
  });

  for (const [name, viewport] of Object.entries({
    tablet: { width: 768, height: 1024 },
    phone: { width: 390, height: 844 },
  }))
    test(`a preview with its question is clean on a ${name}, with the Import button in view`, async () => {
      const { page, problems } = await at().visit('/import?lang=zh-CN', { viewport });
      await page.locator('input[type=file]').setInputFiles(register);
      await page.getByRole('radio').first().waitFor();
      const button = page.getByRole('button', { name: /^导入\d/ });
      for (const top of [0, 900]) {
        await page.evaluate((y) => scrollTo(0, y), top);
        const box = await button.boundingBox();
        expect.soft(box !== null && box.y >= 0 && box.y + box.height <= viewport.height).toBe(true);
      }
      await page.evaluate(() => scrollTo(0, 0));
      expect.soft(await layoutFaults(page)).toEqual([]);
      expect.soft(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
    });

  for (const [name, viewport] of Object.entries({
    desktop: { width: 1440, height: 900 },
    phone: { width: 390, height: 844 },
  }))
    test(`the page is clean on a ${name}`, async () => {
      const { page, problems } = await at().visit('/import?lang=ja', { viewport });
      expect.soft(await layoutFaults(page)).toEqual([]);
      expect.soft(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
    });

  test('a register in Italian is mapped in the page, survives a reload, is imported, and its next edition asks nothing', async () => {
    const { page, problems } = await at().visit('/import?lang=en');
    const give = async (name: string | RegExp, value: string) => {
      await page
        .getByRole('group')
        .getByRole('combobox', { name, exact: true })
        .selectOption(value);
      await reread(page);
    };
    await page.locator('input[type=file]').setInputFiles(italian);
    await previewed(page);
    await openPart(page, t.columns);
    for (const [column, field] of Object.entries({ Avanzamento: 'stage', Interno: 'ignore' }))
      await give(column, field);
    await openPart(page, t.stage_words);
    for (const [word, stage] of Object.entries({
      'in cantiere': 'construction',
      'firmata convenzione': 'signed',
      'a regime': 'operation',
    }))
      await give(word, stage);
    await page.reload();
    await previewed(page);
    await openPart(page, t.columns);
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Avanzamento', exact: true }).inputValue())
      .toBe('stage');
    await card(page, /What is this file/);
    await page.getByRole('radio', { name: /The register of Qingdao/ }).check();
    await page.keyboard.press('Enter');
    await card(page, /Which currency/);
    await page.getByLabel(p.search_currency).fill('euro');
    await page.getByRole('radio', { name: /EUR/ }).check();
    await answerIt(page);
    await card(page, /Which unit/);
    await page.getByText(p.would_be({ projects: 5, money: '€12.8mn' })).waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    // a file without dates: a person states its day
    await card(page, /data date/);
    await answerIt(page);
    await page.getByText(p.ready).waitFor();
    expect.soft(await layoutFaults(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    await importIt(page);
    await page.getByRole('heading', { name: t.done({ new: 5, changed: 0 }) }).waitFor();
    const { groups } = (await (
      await fetch(`${at().server.url}/api/v1/summary?by=stage`)
    ).json()) as {
      groups: { key: string; count: number }[];
    };
    expect(Object.fromEntries(groups.map((g) => [g.key, g.count]))).toEqual({
      construction: 2,
      signed: 2,
      operation: 1,
    });
    await page.getByRole('button', { name: t.another }).click();
    await page.locator('input[type=file]').setInputFiles(italian);
    await page.getByRole('heading', { name: p.nothing_changes }).waitFor();
    await page.getByText(p.ready).waitFor();
    // its answers are a recipe, which is changed and restored
    await page.getByRole('button', { name: `${p.show}: registro-it.csv` }).click();
    const recipe = page.getByRole('form', { name: p.recipe_answers });
    const unit = recipe.getByLabel(p.q_unit, { exact: true });
    await unit.fill('1000000');
    await page.getByRole('button', { name: p.save, exact: true }).click();
    await page.getByText(p.saved).waitFor();
    expect.soft(await layoutFaults(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    await page.getByRole('status').getByRole('button', { name: t.undo }).click();
    await expect.poll(() => recipe.getByLabel(p.q_unit, { exact: true }).inputValue()).toBe('1000');
    expect(problems).toEqual([]);
  });
});

journeys('importing a file of two tables', (at) => {
  test('a file with two tables is read table by table, and its texts follow the language', async () => {
    const { page, problems } = await at().visit('/import?lang=en');
    const text =
      '项目编号,项目名称,总投资\nT1,甲,5\n\n主要指标\n月份,企业数,就业人数\n2021-02,37,930\n2021-03,41,1010\n';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await previewed(page);
    await page
      .getByText(/Which unit are the amounts in\?/)
      .first()
      .waitFor();
    await page
      .getByRole('link', { name: '日本語' })
      .or(page.getByRole('button', { name: '日本語' }))
      .first()
      .click();
    await page
      .getByText(/金額の単位は何ですか/)
      .first()
      .waitFor();
    await page.goto(page.url().replace('lang=ja', 'lang=en'));
    await previewed(page);
    for (const [text, choice] of [
      [/What is this file/, /The register of/],
      [/Which currency/, /CNY/],
      [/Which unit/, /10 thousand/],
    ] as const) {
      await card(page, text);
      await page.getByRole('radio', { name: choice }).first().check();
      await answerIt(page);
    }
    await card(page, /data date/);
    await answerIt(page);
    await page.getByText(p.ready).waitFor();
    await importIt(page);
    await page.getByRole('heading', { name: t.done({ new: 1, changed: 0 }) }).waitFor();
    await page.getByRole('button', { name: /a series of months/ }).click();
    await page.getByRole('heading', { level: 2, name: /of months read/ }).waitFor();
    await reread(page);
    await importIt(page);
    await page.getByRole('heading', { name: t.done({ new: 2, changed: 0 }) }).waitFor();
    expect(problems).toEqual([]);
  });
});
