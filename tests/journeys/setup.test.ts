import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  waitForIdle,
  viewports,
} from '../setup/pages/journey.ts';
import { layoutFaults } from '../setup/pages/overlap.ts';

const register = [
  '临港先进制造产业园重点项目台账（2026年10月）',
  '项目编号,项目名称,投资方,行业,当前进展,总投资,最近更新',
  ...Array.from({ length: 12 }, (_, at) =>
    [
      `P${at}`,
      `项目${at}`,
      `公司${at}`,
      at % 2 === 0 ? '生物工程' : '材料科学',
      ['在谈', '已签约', '开工在建'][at % 3],
      2000 + 100 * at,
      '2026-10-20',
    ].join(','),
  ),
].join('\r\n');
const t = setupLabels['zh-CN'];

/** Counts the actions of a person: presses, and fields that are filled in. */
function countInputs(page: Page) {
  const counts = { clicks: 0, fields: 0 };
  return {
    counts,
    async click(name: string | RegExp, role: 'button' | 'link' | 'checkbox' | 'radio' = 'button') {
      counts.clicks += 1;
      await page.getByRole(role, { name }).first().click();
    },
    /** The file: one press, and the choice of the system's own window. */
    async choose(button: string, name: string, text: string) {
      const chooser = page.waitForEvent('filechooser');
      counts.clicks += 1;
      await page.locator('main button', { hasText: button }).click();
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
      await (await chooser).setFiles(file);
    },
    async type(name: string, text: string) {
      counts.fields += 1;
      await page.getByRole('textbox', { name, exact: true }).fill(text);
    },
  };
}

journeys('a zone that sets itself up', (at) => {
  test('reaches an overview with its register and three targets in 9 clicks and 9 fields', async () => {
    const none = await fetch(`${at().server.url}/api/v1/samples`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: at().server.url },
      body: JSON.stringify({ sample: 'none' }),
    });
    expect(none.ok).toBe(true);
    const { page, problems } = await at().visit('/?lang=zh-CN');
    await page.getByRole('link', { name: '建立园区' }).click();
    await page.getByRole('heading', { name: t.title }).waitFor();
    await waitForIdle(page);
    const person = countInputs(page);
    await person.choose(importPageLabels['zh-CN'].choose, '重点项目台账202610.csv', register);
    await page
      .getByText(/待回答/)
      .first()
      .waitFor();
    // an answer is one press: the choice, then Enter
    for (const answer of [/^CNY/, /万/]) {
      const card = page.locator('main', { has: page.getByRole('radio', { name: answer }) });
      await card.waitFor();
      await person.click(answer, 'radio');
      await page.keyboard.press('Enter');
      await page.getByRole('radio', { name: answer }).first().waitFor({ state: 'detached' });
    }
    await person.click(/^导入\d+/);
    await page.getByText(t.register_done({ n: '12' })).waitFor();
    expect(await page.getByRole('textbox', { name: t.name_full, exact: true }).inputValue()).toBe(
      '临港先进制造产业园',
    );
    for (const name of ['固定资产投资', '实际使用外资', '就业人数'])
      await person.click(name, 'checkbox');
    const [year, end] = ['2026', '2030'];
    for (const [name, annual, final] of [
      ['固定资产投资', '32', '180'],
      ['实际使用外资', '3,900', '22,000'],
      ['就业人数', '9000', '20000'],
    ] as const) {
      await person.type(`${name}, ${t.annual_of({ year })}`, annual);
      await person.type(`${name}, ${t.final_of({ year: end })}`, final);
    }
    await person.click(t.targets_save);
    await page.getByText(/^已保存/).waitFor();
    const month = await page.getByRole('combobox', { name: t.month_of }).locator('option:checked');
    const head = (await month.textContent()) ?? '';
    for (const [name, value] of [
      ['固定资产投资', '21'],
      ['实际使用外资', '2,900'],
      ['就业人数', '8000'],
    ] as const)
      await person.type(`${name}, ${head}`, value);
    await person.click(t.finish);
    await page.waitForURL((url) => url.pathname === '/');
    await waitForIdle(page);
    await expect.poll(() => page.locator('main').innerText()).toMatch(/不少于\s*32/);
    const words = await page.locator('main').innerText();
    for (const word of ['固定资产投资', '实际使用外资', '就业人数', '32'])
      expect(words).toContain(word);
    expect(words).not.toContain('初始设置尚未完成');
    expect(await page.locator('aside').first().innerText()).toContain('临港先进制造产业园');
    expect(person.counts.clicks).toBeLessThanOrEqual(9);
    expect(person.counts.fields).toBeLessThanOrEqual(9);
    expect(problems).toEqual([]);
  });

  for (const [index, language] of languages.entries())
    test(`${language}, on each device: no text collides, nothing scrolls sideways, axe finds nothing`, async () => {
      const widths = rotate(
        Object.values(viewports).map(({ width }) => width),
        index,
      );
      const { page, problems } = await at().walk(`/setup?lang=${language}`, {
        width: widths[0] ?? 0,
        height: 900,
      });
      await page.getByRole('heading', { name: setupLabels[language].title }).waitFor();
      await waitForIdle(page);
      expect.soft(await axeFindings(page)).toEqual([]);
      // seen to fail: the browser drew "BOV BOV", since it does not name that unit of account
      const options = await page.locator('option').allTextContents();
      expect.soft(options.filter((text) => /^(\w+) \1$/.test(text))).toEqual([]);
      await checkWidths(page, widths, async (width) => {
        expect.soft(await layoutFaults(page), `${width}`).toEqual([]);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
      expect(problems).toEqual([]);
    });
});

/** A register without title, code, date, currency, unit or usual stage words. */
const bareRegister = [
  'Name,Investor,Project status,Cost',
  ...Array.from({ length: 12 }, (_, index) =>
    [
      `Works ${index}`,
      `Firm ${index}`,
      ['Closed', 'Terminated', 'Licensed'][index % 3],
      2_000_000 + 10_000 * index,
    ].join(','),
  ),
].join('\r\n');

journeys('a zone that begins with its file, over the example data', (at) => {
  // seen to fail: by mouse alone it took 15 presses, since the file's zone was asked as well
  test('reaches an overview with three targets in 12 presses of the mouse and 10 fields', async () => {
    const words = setupLabels.en;
    const { page, problems } = await at().visit('/?lang=en');
    const person = countInputs(page);
    await person.click('Enter yours', 'link');
    await page.getByRole('heading', { name: words.title }).waitFor();
    await waitForIdle(page);
    await person.choose(importPageLabels.en.choose, 'register.csv', bareRegister);
    // what the file means for truth stays a question: stages, data date, currency, unit
    await person.click(previewLabels.en.accept_all);
    await page.getByText(previewLabels.en.blocked({ n: 2 })).waitFor();
    for (const answer of [/^EUR/, /^1: the numbers/]) {
      await person.click(answer, 'radio');
      await person.click(/^Answer/);
      await page.getByRole('radio', { name: answer }).first().waitFor({ state: 'detached' });
      await page.locator('section[aria-busy=false]').waitFor();
    }
    await person.click(/^Import 12 projects/);
    await page.getByText(words.register_done({ n: '12' })).waitFor();
    for (const name of ['Fixed-asset investment', 'Tax revenue', 'Jobs'])
      await person.click(name, 'checkbox');
    for (const field of await page.getByRole('textbox', { name: /target/ }).all()) {
      person.counts.fields += 1;
      const label = (await field.getAttribute('aria-label')) ?? '';
      await field.fill(label.includes(words.annual_of({ year: '2026' })) ? '10' : '100');
    }
    await person.click(words.finish);
    await page.waitForURL((url) => url.pathname === '/');
    await expect.poll(() => page.locator('main').innerText()).toMatch(/at least 10/);
    expect(await page.locator('main').innerText()).not.toMatch(/Qingdao/);
    expect(person.counts).toEqual({ clicks: 12, fields: 6 });
    expect(problems).toEqual([]);
  });
});

const wordsOfStages = ['Wazo', 'Mazungumzo', 'Mkataba', 'Kusajiliwa', 'Ujenzi', 'Uzalishaji'];
/** A register without dates, currency and unit, in a language of which no stage word is known. */
const registerOfWords = [
  'Name,Investor,Project status,Cost',
  ...Array.from({ length: 18 }, (_, index) =>
    [
      `Works ${index}`,
      `Firm ${index}`,
      wordsOfStages[index % wordsOfStages.length],
      2_000_000 + 10_000 * index,
    ].join(','),
  ),
].join('\r\n');

journeys('a zone whose stage words are all unknown', (at) => {
  // seen to fail: each word took a list of 17 entries of its own, and no key chose
  test('reaches an overview with three targets in 12 clicks and 10 fields', async () => {
    const words = setupLabels.en;
    const { page, problems } = await at().visit('/?lang=en');
    const person = countInputs(page);
    await person.click('Enter yours', 'link');
    await page.getByRole('heading', { name: words.title }).waitFor();
    await waitForIdle(page);
    await person.choose(importPageLabels.en.choose, 'register.csv', registerOfWords);
    person.counts.fields += 1;
    await page.getByRole('searchbox', { name: previewLabels.en.search_currency }).fill('KES');
    for (const answer of [/^KES/, /^1: the numbers/]) {
      await person.click(answer, 'radio');
      await page.keyboard.press('Enter');
      await page.getByRole('radio', { name: answer }).first().waitFor({ state: 'detached' });
    }
    // without a date in the file, its day is confirmed
    await page.getByRole('heading', { name: /data date/ }).waitFor();
    await person.click(/^Answer/);
    await page.getByRole('heading', { name: /Which stage or status/ }).waitFor();
    expect.soft(await layoutFaults(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    // one key for each word, which also goes to the next one; by mouse it is one press each
    for (const number of wordsOfStages.keys()) {
      person.counts.fields += 1;
      await page.keyboard.press(String(number + 1));
    }
    for (const [word, stage] of [
      ['Wazo', 'Lead'],
      ['Uzalishaji', 'In operation'],
    ] as const) {
      const row = page.getByRole('group', { name: new RegExp(word) });
      expect(await row.getByRole('radio', { name: stage, exact: true }).isChecked()).toBe(true);
    }
    await person.click(/^Answer/);
    await person.click(/^Import 18 projects/);
    await page.getByText(words.register_done({ n: '18' })).waitFor();
    for (const name of ['Fixed-asset investment', 'Tax revenue', 'Jobs'])
      await person.click(name, 'checkbox');
    const ofYear = words.annual_of({ year: new Date().toISOString().slice(0, 4) });
    for (const name of ['Fixed-asset investment', 'Tax revenue', 'Jobs'])
      await person.type(`${name}, ${ofYear}`, '10');
    await person.click(words.finish);
    await page.waitForURL((url) => url.pathname === '/');
    await expect.poll(() => page.locator('main').innerText()).toMatch(/at least 10/);
    const summary = await fetch(`${at().server.url}/api/v1/summary?by=stage`);
    const { groups } = (await summary.json()) as { groups: { key: string; count: number }[] };
    expect(groups.map(({ count }) => count)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(person.counts.clicks).toBeLessThanOrEqual(12);
    expect(person.counts.fields).toBeLessThanOrEqual(10);
    expect(problems).toEqual([]);
  });
});

journeys('a register in set-up', (at) => {
  // seen to fail: the preview was as wide as its widest column
  test('the preview of a register is no wider than a phone', async () => {
    const { page, problems } = await at().walk('/setup?lang=zh-CN', viewports.phone);
    await page.locator('input[type=file]').setInputFiles({
      name: '重点项目台账202610.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(register.replaceAll(',项目', `,${'Structural adjustment '.repeat(4)}`)),
    });
    await page
      .getByText(/待回答|没有待回答/)
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
      viewports.phone.width,
    );
    // seen to fail: a name of several lines lay over the stage below it
    const lowCells = await page
      .locator('table[class*=dense] tbody :is(th, td)')
      .evaluateAll((cells) =>
        cells.flatMap(({ scrollHeight, clientHeight, textContent }) =>
          scrollHeight > clientHeight + 1 ? [textContent] : [],
        ),
      );
    expect(lowCells).toEqual([]);
    expect(problems).toEqual([]);
  });
});
