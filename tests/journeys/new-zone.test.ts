import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page, ViewportSize } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OpenRequest } from '#contract/requests/schemas.ts';
import type { Revision } from '#contract/revisions/schemas.ts';
import { addMonths } from '#domain/values/date.ts';
import { formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { answerLabels, manageLabels } from '#web/features/requests/labels/index.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { sendLaterDigests } from '../setup/api/later-digests.ts';
import { withoutPostgres } from '../setup/api/store-engines.ts';
import { servedStores, type ServedStore } from '../setup/api/stores.ts';
import { hasBrowser, openPage, type WatchedPage } from '../setup/pages/browser.ts';
import { languages, waitForIdle, viewports } from '../setup/pages/journey.ts';
import { layoutFaults } from '../setup/pages/overlap.ts';
import { textFaults } from '../setup/pages/text-faults.ts';
import { walkingTab, workerBrowser, workerServer } from '../setup/pages/worker-browser.ts';
import type { RunningServer } from '../setup/processes/server.ts';

const zone = '临港先进制造产业园';
const companies = Array.from({ length: 10 }, (_, at) => `港联制造${at + 1}号有限公司`);
const thisMonth = new Date().toISOString().slice(0, 7);
/** The month collected by links, and the one before it, which is typed and closed. */
const [collected, closedMonth] = [addMonths(thisMonth, -1), addMonths(thisMonth, -2)];
const [year, month] = closedMonth.split('-').map(Number);
const register = [
  `${zone}重点项目台账（${year}年${month}月）`,
  '项目编号,项目名称,投资方,行业,当前进展,总投资,最近更新',
  ...companies.map((company, at) =>
    [
      `LG-${at + 1}`,
      company,
      `港联投资${at + 1}`,
      at % 2 === 0 ? '生物工程' : '材料科学',
      ['在谈', '已签约', '开工在建'][at % 3],
      2000 + 100 * at,
      `${closedMonth}-20`,
    ].join(','),
  ),
].join('\r\n');
/** The indicators of the zone, each with its annual target and its value of the closed month. */
const indicators = [
  ['固定资产投资', '32', '21'],
  ['实际使用外资', '3,900', '2,900'],
  ['就业人数', '9000', '8000'],
  ['税收收入', '12', '9'],
  ['新增注册企业数', '60', '41'],
] as const;
/** Words of another zone, and internal keys. */
const foreign = /qingdao|青岛|青島|チンタオ|基础设施和配套设施|supportive facilities|入居企業数/i;
const key = /\b(?!data_)[a-z]{2,}(_[a-z]{2,})+\b|\bundefined\b|\bNaN\b|\[object /;

const sealingKey = new Uint8Array(32).fill(7);

if (withoutPostgres !== undefined)
  test(withoutPostgres, (context) => context.skip(withoutPostgres));

describe.skipIf(!hasBrowser).each(servedStores)(
  'a new manager of another zone on $name',
  (store) => {
    const data = mkdtempSync(join(tmpdir(), 'headway-zone-'));
    const open: WatchedPage[] = [];
    let server: RunningServer;
    let browser: Browser;
    let database: Awaited<ReturnType<ServedStore['create']>>;
    beforeAll(async () => {
      database = await store.create(data);
      const env = {
        HEADWAY_KEY: Buffer.from(sealingKey).toString('base64url'),
        ...(store.name === 'SQLite' ? {} : { DATABASE_URL: database.url }),
      };
      [server, browser] = await Promise.all([workerServer({ data, env }), workerBrowser()]);
    });
    afterEach(async () => {
      await Promise.all(open.splice(0).map((page) => page.close()));
    });
    afterAll(async () => {
      await walkingTab.leave(browser, server.url);
      await server.stop();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    });
    const walk = (path: string, viewport: ViewportSize = viewports.desktop) =>
      walkingTab.walk(browser, new URL(path, server.url).href, viewport);
    /** Opens a link on another device. */
    const openOnPhone = async (address: string): Promise<WatchedPage> => {
      const phone = await openPage(browser, { viewport: viewports.phone });
      open.push(phone);
      await phone.page.goto(address);
      await waitForIdle(phone.page);
      return phone;
    };
    const call = async (method: string, path: string, body?: object, headers = {}) => {
      const response = await fetch(new URL(path, server.url), {
        method,
        headers: { 'content-type': 'application/json', origin: server.url, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response;
    };

    test('sets up its register and five indicators with annual targets', async () => {
      await call('POST', '/api/v1/samples', { sample: 'none' });
      const t = setupLabels['zh-CN'];
      const { page, problems } = await walk('/setup?lang=zh-CN');
      const chooser = page.waitForEvent('filechooser');
      await page.locator('main button', { hasText: importPageLabels['zh-CN'].choose }).click();
      await (await chooser).setFiles({
        name: '重点项目台账.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(register),
      });
      for (const answer of [/^CNY/, /万/]) {
        await page.getByRole('radio', { name: answer }).first().click();
        await page.keyboard.press('Enter');
        await page.getByRole('radio', { name: answer }).first().waitFor({ state: 'detached' });
      }
      await page.getByRole('button', { name: /^导入\d+/ }).click();
      await page.getByText(t.register_done({ n: '10' })).waitFor();
      for (const [name] of indicators) await page.getByRole('checkbox', { name }).first().click();
      const ofYear = t.annual_of({ year: thisMonth.slice(0, 4) });
      for (const [name, target] of indicators)
        await page.getByRole('textbox', { name: `${name}, ${ofYear}`, exact: true }).fill(target);
      await page.getByRole('button', { name: t.targets_save }).click();
      await page.getByText(/^已保存/).waitFor();
      await page.getByRole('button', { name: t.finish }).click();
      await page.waitForURL((url) => url.pathname === '/');
      expect(problems).toEqual([]);
    });

    test('types a month by keyboard and closes it', async () => {
      const t = monthLabels['zh-CN'];
      const { page, problems } = await walk(`/month?lang=zh-CN&month=${closedMonth}`);
      for (const [name, , value] of indicators)
        await page.getByRole('textbox', { name, exact: false }).first().fill(value);
      await page.keyboard.press('Enter');
      await page
        .getByText(/^\d\d:\d\d已保存|^已保存/)
        .first()
        .waitFor();
      const name = formatMonth(closedMonth, 'zh-CN', 'long');
      await page.getByRole('button', { name: t.close_month({ month: name }) }).click();
      await page.getByText(t.as_closed).waitFor();
      expect(problems).toEqual([]);
    });

    /** Answers a request as a program: opens the link, reads the cells and sends a number. */
    const answerByApi = async (address: string, value: string) => {
      const response = await call('POST', '/api/v1/open-requests/open', {
        secret: address.slice(address.indexOf('#') + 1),
      });
      const { request } = (await response.json()) as { request: string };
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
      const path = `/api/v1/open-requests/${request}`;
      const openRequest = (await (
        await call('GET', path, undefined, { cookie })
      ).json()) as OpenRequest;
      const answers = openRequest.cells.map((cell) => ({ key: cell.key, value }));
      await call('POST', `${path}/answers`, { answers }, { cookie });
    };
    /** Answers on a phone, in a language. */
    const answerOnPhone = async (address: string, language: Language, value: string) => {
      const { page, problems } = await openOnPhone(address);
      const words = answerLabels[language];
      await page.getByText(words.only_yours).waitFor();
      await page.getByRole('textbox').first().fill(value);
      expect(await layoutFaults(page)).toEqual([]);
      expect(foreign.test(await page.locator('body').innerText())).toBe(false);
      await page.getByRole('button', { name: words.send, exact: true }).click();
      await page.getByText(words.used_after).waitFor();
      expect(problems).toEqual([]);
    };

    test('sends requests to ten companies in one form, two answer on a phone, and one batch is one revision', async () => {
      const t = manageLabels['zh-CN'];
      const { page, problems } = await walk(`/requests?lang=zh-CN&month=${collected}`);
      await page.getByRole('button', { name: t.several }).click();
      await page.getByRole('textbox', { name: t.several_paste }).fill(companies.join('\n'));
      await page.getByRole('button', { name: t.several_add({ n: 10 }) }).click();
      await page.getByRole('checkbox', { name: '累计完成投资' }).uncheck();
      await page.getByRole('button', { name: t.several_send({ n: 10 }) }).click();
      await page.getByText(t.secret_once).waitFor();
      const texts = await page
        .getByRole('textbox')
        .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
      const addresses = texts.flatMap((text) => /http\S+#hwr_\S+/.exec(text)?.[0] ?? []);
      expect(new Set(addresses).size).toBe(10);
      const [first = '', second = '', ...others] = addresses;
      await answerOnPhone(first, 'zh-CN', '120');
      await answerOnPhone(second, 'zh-CN', '95');
      for (const [at, address] of others.entries()) await answerByApi(address, `${60 + at}`);
      await page.reload();
      await page.getByRole('button', { name: t.accept_all({ n: 10 }) }).click();
      await page.getByText(t.accepted({ n: 10 })).waitFor();
      const { items } = (await (await call('GET', '/api/v1/revisions')).json()) as {
        items: Revision[];
      };
      expect(items.filter(({ kind }) => kind === 'proposal')).toHaveLength(1);
      expect(problems).toEqual([]);
    });

    // texts do not depend on the store: one language checks what only its answers can break
    const checkedLanguages = store.name === 'SQLite' ? languages : (['zh-CN'] as const);
    const pages = [
      '/',
      '/outlook',
      '/projects',
      '/projects/LG-1',
      '/pipeline',
      '/changes',
      '/charts',
      '/exports',
      '/figures',
      `/month?month=${closedMonth}`,
      `/requests?month=${collected}`,
      '/zone',
      '/settings/zone',
      '/settings/targets',
      '/settings/rates',
      '/import',
      '/links',
      '/audit',
      '/report',
      '/wall',
    ] as const;
    const faultsOf = async (page: Page): Promise<readonly string[]> => {
      const text = await page.locator('body').innerText();
      return [
        ...text.split('\n').filter((line) => foreign.test(line)),
        ...(await textFaults(page)).filter((fault) => !fault.startsWith('CUT')),
      ];
    };
    for (const language of checkedLanguages)
      test(`${language}: no page names another zone, its indicators or an internal key`, async () => {
        const { page } = await walk(`/?lang=${language}`);
        for (const path of pages) {
          const address = new URL(path, server.url);
          address.searchParams.set('lang', language);
          await page.goto(address.href);
          await waitForIdle(page);
          expect.soft([path, await faultsOf(page)]).toEqual([path, []]);
        }
      });

    for (const language of checkedLanguages)
      test(`${language}: the overview of another zone fits a phone`, async () => {
        const { page, problems } = await walk(`/?lang=${language}`, viewports.phone);
        expect(await layoutFaults(page)).toEqual([]);
        expect(problems).toEqual([]);
      });

    /** The text of a file, of all parts of a zip. */
    const readTexts = async (path: string): Promise<string> => {
      const bytes = new Uint8Array(await (await call('GET', path)).arrayBuffer());
      if (!/\.(xlsx|pptx|zip)/.test(path)) return strFromU8(bytes);
      return Object.entries(unzipSync(bytes))
        .filter(([name]) => /\.(xml|md|csv|json|svg)$/.test(name))
        .map(([, part]) => strFromU8(part))
        .join('\n')
        .replaceAll(/<[^>]*>/g, '\n');
    };
    for (const language of checkedLanguages)
      test(`${language}: no picture or file names another zone or an internal key`, async () => {
        const { items } = (await (await call('GET', '/api/v1/charts')).json()) as {
          items: { id: string }[];
        };
        expect(items.length).toBeGreaterThan(5);
        const documents = ['documents/workbook.xlsx', 'documents/report.pptx'];
        for (const file of [...documents, ...items.map(({ id }) => `charts/${id}.svg`)]) {
          const text = await readTexts(`/api/v1/${file}?lang=${language}`);
          expect.soft([file, text.match(foreign)?.[0]]).toEqual([file, undefined]);
          if (file.endsWith('.svg'))
            expect
              .soft([file, text.replaceAll(/<[^>]*>/g, '\n').match(key)?.[0]])
              .toEqual([file, undefined]);
        }
      });

    test('sends its digest by mail and by webhook', async () => {
      await server.stop();
      const { sent, mails, posts } = await sendLaterDigests(database.url, sealingKey);
      expect(sent.filter(({ fault }) => fault !== undefined)).toEqual([]);
      expect([mails.length, posts.length]).toEqual([1, 1]);
      expect(posts[0]).toContain(zone);
      expect([...mails, ...posts].filter((text) => foreign.test(text))).toEqual([]);
    });
  },
);
