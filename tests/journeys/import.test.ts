import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importText } from '#web/i18n/import/text.ts';
import { axeFindings, journeys, settled } from '../setup/journey.ts';
import { layoutFaults } from '../setup/overlap.ts';

const register = join(import.meta.dirname, '../fixtures/register-zh.csv');
const italian = join(import.meta.dirname, '../fixtures/registro-it.csv');
const t = importText.en;

journeys('importing the zone’s own register', (at) => {
  test('a GB18030 register is previewed, answered, imported, seen on the overview, and undone', async () => {
    const { page, problems } = await at().visit('/import?lang=en');
    const health = async () => (await (await fetch(`${at().server.url}/api/v1/health`)).json()) as { revision: number };
    const before = await health();
    await page.locator('input[type=file]').setInputFiles(register);
    await page.getByRole('heading', { name: t.preview({ file: 'register-zh.csv' }) }).waitFor();
    expect(await health()).toEqual(before);
    expect.soft(await page.locator('.icounts').innerText()).toMatch(/30/);
    expect.soft(await page.locator('main').innerText()).toMatch(/GB18030/i);
    const questions = page.locator('.iq.open input[type=radio]');
    if ((await questions.count()) > 0) await questions.first().check();
    await page.getByRole('button', { name: t.commit, exact: true }).click();
    await page.getByRole('heading', { name: t.done({ new: 30, changed: 0 }) }).waitFor();

    const overview = (await (await fetch(`${at().server.url}/api/v1/overview`)).json()) as {
      origin: string;
      projects_total: number;
      strip: { groups: { group: string; count: number }[] };
    };
    expect(overview.origin).toBe('own');
    expect(overview.projects_total).toBe(30);
    expect(Object.fromEntries(overview.strip.groups.map((g) => [g.group, g.count]))).toMatchObject({ established: 7, pipeline: 20 });

    await page.locator('.iresult a.pri').click();
    await expect.poll(() => page.locator('main').innerText(), { timeout: 10_000 }).toMatch(/\b7 established/);
    await page.goBack();
    await page.goto(`${at().server.url}/import?lang=en`);
    await settled(page);
    await page
      .getByRole('button', { name: new RegExp(`^${t.undo} \\d+$`) })
      .first()
      .click();
    await page.getByText(t.undone).first().waitFor();
    const after = (await (await fetch(`${at().server.url}/api/v1/overview`)).json()) as { origin: string; projects_total: number };
    expect(after).toMatchObject({ origin: 'sample', projects_total: 30 });
    expect(problems).toEqual([]);
  });

  test('a register in Italian is mapped in the page, survives a reload, is imported, and its next edition asks nothing', async () => {
    const { page, problems } = await at().visit('/import?lang=en');
    const read = () => page.getByText(t.rereading).waitFor({ state: 'detached' });
    const give = async (name: string | RegExp, value: string) => {
      await page.getByRole('combobox', { name, exact: true }).selectOption(value);
      await read();
    };
    await page.locator('input[type=file]').setInputFiles(italian);
    await page.getByRole('heading', { name: t.preview({ file: 'registro-it.csv' }) }).waitFor();
    for (const [column, field] of Object.entries({ Avanzamento: 'stage', Interno: 'ignore' })) await give(column, field);
    for (const [word, stage] of Object.entries({ 'in cantiere': 'construction', 'firmata convenzione': 'signed', 'a regime': 'operation' }))
      await give(word, stage);
    await page.reload();
    await page.getByRole('heading', { name: t.preview({ file: 'registro-it.csv' }) }).waitFor();
    await expect.poll(() => page.getByRole('combobox', { name: 'Avanzamento', exact: true }).inputValue()).toBe('stage');
    await give(/currency/, 'EUR');
    await give(/unit/, '1000');
    await page.locator('.iq input[type=radio]').first().check();
    await read();
    expect.soft(await layoutFaults(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: t.commit, exact: true }).click();
    await page.getByRole('heading', { name: t.done({ new: 5, changed: 0 }) }).waitFor();
    const { groups } = (await (await fetch(`${at().server.url}/api/v1/summary?by=stage`)).json()) as {
      groups: { key: string; count: number }[];
    };
    expect(Object.fromEntries(groups.map((g) => [g.key, g.count]))).toEqual({ construction: 2, signed: 2, operation: 1 });
    await page.getByRole('button', { name: t.another }).click();
    await page.locator('input[type=file]').setInputFiles(italian);
    await page.getByRole('heading', { name: t.preview({ file: 'registro-it.csv' }) }).waitFor();
    expect(await page.getByRole('button', { name: t.commit, exact: true }).isEnabled()).toBe(true);
    expect(problems).toEqual([]);
  });

  test('a file with two tables is read table by table, and what is said of it follows the language', async () => {
    const { page, problems } = await at().visit('/import?lang=en');
    const text = '项目编号,项目名称,总投资\nT1,甲,5\n\n主要指标\n月份,企业数,就业人数\n2021-02,37,930\n2021-03,41,1010\n';
    await page.locator('input[type=file]').setInputFiles({ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('heading', { name: t.preview({ file: 'two.csv' }) }).waitFor();
    await page.getByText('Which unit are the amounts in?').waitFor();
    await page
      .getByRole('link', { name: '日本語' })
      .or(page.getByRole('button', { name: '日本語' }))
      .first()
      .click();
    await page.getByText('金額の単位は何ですか').waitFor();
    await page.goto(page.url().replace('lang=ja', 'lang=en'));
    const give = async (name: RegExp, value: string) => {
      await page.getByRole('combobox', { name }).selectOption(value);
      await page.getByText(t.rereading).waitFor({ state: 'detached' });
    };
    await give(/currency/, 'CNY');
    await give(/unit/, '10000');
    const whatItIs = page.locator('.iq.open input[type=radio]');
    if ((await whatItIs.count()) > 0) await whatItIs.first().check();
    await page.getByRole('button', { name: t.commit, exact: true }).click();
    await page.getByRole('heading', { name: t.done({ new: 1, changed: 0 }) }).waitFor();
    await page.getByRole('button', { name: /a series of months/ }).click();
    await page.getByRole('button', { name: t.commit, exact: true }).click();
    await page.getByRole('heading', { name: t.done({ new: 2, changed: 0 }) }).waitFor();
    expect(problems).toEqual([]);
  });

  test('a file that is no register is refused with a sentence, and nothing changes', async () => {
    const { page } = await at().visit('/import?lang=en');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'picture.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\x03\x04 not a workbook') });
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().innerText()).not.toBe('');
  });

  for (const [name, viewport] of Object.entries({ desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }))
    test(`the page is clean on a ${name}`, async () => {
      const { page, problems } = await at().visit('/import?lang=ja', { viewport });
      expect.soft(await layoutFaults(page)).toEqual([]);
      expect.soft(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
    });
});
