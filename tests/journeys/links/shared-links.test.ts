import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MadeLink, NewLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { linkListLabels, shareLabels } from '#web/features/links/labels/index.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import {
  axeFindings,
  journeys,
  languages,
  pressShortcut,
  waitForIdle,
  viewports,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

/** Codes of the sample's projects, which are part of their names too. */
const project = /\b(A0[1-7]|B(0[1-9]|1\d|20)|C01|D0[12])\b/;

interface Received {
  readonly bodies: string[];
  readonly urls: string[];
  readonly referers: string[];
}
/** All data that a page receives except its code, and the answers to its requests. */
async function receivedBy(page: Page): Promise<Received> {
  const received: Received = { bodies: [], urls: [], referers: [] };
  await page.route('**/*', async (route) => {
    const request = route.request();
    received.urls.push(request.url());
    received.referers.push(request.headers()['referer'] ?? '');
    // a page may close while its code is on its way
    if (request.url().includes('/assets/')) return route.continue().catch(() => undefined);
    // a page that loads again disposes of answers on their way
    const response = await route.fetch().catch(() => undefined);
    const body = (await response?.text().catch(() => undefined)) ?? '';
    received.bodies.push(body);
    return route.fulfill(response === undefined ? {} : { response, body }).catch(() => undefined);
  });
  return received;
}

journeys('shared links', (at) => {
  const asManager = (method: string, path: string, body: object): Promise<Response> => {
    const address = new URL(path, at().server.url);
    const headers = { 'content-type': 'application/json', origin: address.origin };
    return fetch(address, { method, headers, body: JSON.stringify(body) });
  };
  const make = async (more: Partial<NewLink> = {}): Promise<MadeLink> => {
    const body: NewLink = {
      name: 'Test',
      view: { page: 'overview' },
      profile: redactionProfiles.totals,
      frozen: true,
      language: 'en',
      exports: 'data',
      ...more,
    };
    const response = await asManager('POST', '/api/v1/links', body);
    expect(response.status).toBe(201);
    return (await response.json()) as MadeLink;
  };
  const change = async (id: string, patch: object): Promise<void> => {
    const address = new URL(`/api/v1/links/${id}`, at().server.url);
    const etag = (await fetch(address)).headers.get('etag') ?? '';
    const headers = {
      'content-type': 'application/json',
      origin: address.origin,
      'if-match': etag,
    };
    expect(
      (await fetch(address, { method: 'PATCH', headers, body: JSON.stringify(patch) })).status,
    ).toBe(200);
  };

  test('a manager makes a link in under 30 seconds; a stranger on a phone reads totals in Japanese and no name in any byte; after its end the page states it', async () => {
    const t = shareLabels.en;
    const started = Date.now();
    const manager = await at().visit('/overview?lang=en');
    await pressShortcut(manager.page, 's');
    await manager.page.getByRole('textbox', { name: t.name }).fill('JETRO 青島');
    await manager.page.getByRole('combobox', { name: t.language }).selectOption('ja');
    await manager.page.getByRole('textbox', { name: t.name }).press('Enter');
    const address = await manager.page.getByRole('textbox', { name: t.address }).inputValue();
    expect(Date.now() - started).toBeLessThan(30_000);
    await manager.page.getByRole('img', { name: t.qr }).waitFor();

    const stranger = await at().visit('about:blank', {
      viewport: viewports.phone,
      locale: 'ja-JP',
    });
    const received = await receivedBy(stranger.page);
    await stranger.page.goto(address);
    await stranger.page.getByText(readerLabels.ja.limits_names, { exact: false }).waitFor();
    await waitForIdle(stranger.page);
    const text = await stranger.page.locator('main').innerText();
    expect(text).toContain('立地済み案件は7件');
    expect(text).toContain('28億元');
    expect(text).toContain(readerLabels.ja.frozen);
    expect(stranger.page.url()).toBe(new URL(new URL(address).pathname, address).href);
    const bytes = received.bodies.join('\n');
    expect(bytes).toContain('"negotiation"');
    const html = await stranger.page.evaluate(() => document.documentElement.outerHTML);
    expect(project.exec(`${bytes}${html}`)?.[0]).toBeUndefined();
    const secret = new URL(address).hash.slice(1);
    expect(
      [...received.urls.map((url) => url.split('#')[0]), ...received.referers].filter((line) =>
        line?.includes(secret),
      ),
    ).toEqual([]);
    expect(received.urls.filter((url) => !url.startsWith(new URL('/', address).href))).toEqual([]);
    expect.soft(await layoutFaults(stranger.page)).toEqual([]);
    expect.soft(await axeFindings(stranger.page)).toEqual([]);
    await stranger.page.reload();
    await stranger.page.getByText(readerLabels.ja.limits_names, { exact: false }).waitFor();
    expect(stranger.problems).toEqual([]);

    const words = linkListLabels.en;
    await manager.page.goto(`${at().server.url}/links?lang=en`);
    await manager.page.getByRole('button', { name: words.end, exact: true }).first().click();
    await manager.page
      .getByRole('dialog')
      .getByRole('button', { name: words.end, exact: true })
      .click();
    await manager.page
      .getByText(words.none)
      .or(manager.page.getByRole('checkbox', { name: words.show_ended }))
      .first()
      .waitFor();
    await manager.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(manager.problems).toEqual([]);
    const late = await at().visit('about:blank', { locale: 'en-GB' });
    await late.page.goto(address);
    await late.page.getByRole('heading', { name: /^This link ended on \d+ \w+ \d{4}$/ }).waitFor();
    expect(await late.page.locator('body').innerText()).not.toMatch(/Qingdao|2021/);
    expect(late.problems).toEqual([]);
  });

  test('a link with a password requests it; a paused one shows that it is paused; without its end the code can be pasted', async () => {
    const t = readerLabels.en;
    const link = await make({ password: 'correct horse' });
    const { page, problems } = await at().visit('/s');
    await page.getByRole('heading', { name: t.paste_title }).waitFor();
    await page
      .getByRole('textbox', { name: t.paste_label })
      .fill(`${at().server.url}${link.address}`);
    await page.getByRole('button', { name: t.open }).click();
    await page.getByLabel(t.password, { exact: true }).fill('wrong battery');
    await page.getByRole('button', { name: t.open }).click();
    await page.getByText(t.password_wrong).waitFor();
    expect.soft(await axeFindings(page)).toEqual([]);
    await page.getByLabel(t.password, { exact: true }).fill('correct horse');
    await page.getByRole('button', { name: t.open }).click();
    await page.getByText(t.limits_names, { exact: false }).waitFor();
    await change(link.link.id, { state: 'paused' });
    const other = await at().visit('about:blank');
    await other.page.goto(`${at().server.url}${link.address}`);
    await other.page.getByRole('heading', { name: t.paused_title }).waitFor();
    // the open page learns it too: its next request is refused, which browsers log as an error
    await page
      .getByRole('heading', { name: t.paused_title })
      .or(page.getByRole('heading', { name: t.over_title }))
      .waitFor();
    const refusedOnce = problems.filter((problem) => !problem.includes('status of 401'));
    expect([...refusedOnce, ...other.problems]).toEqual([]);
  });

  test('without an answer the data stay with a notice until there is one; a link that ends while it is open names the time', async () => {
    const t = readerLabels.en;
    const link = await make({ frozen: false });
    const { page } = await at().visit('about:blank');
    const nextStream = () =>
      page.waitForRequest((request) => request.url().endsWith('/events'), { timeout: 30_000 });
    const firstStream = nextStream();
    await page.goto(`${at().server.url}${link.address}`);
    await page.getByText(t.limits_names, { exact: false }).waitFor();
    await firstStream;
    // the code of the page opens a stream of its own
    const ownStream = nextStream();
    await page.mouse.move(20, 20);
    await ownStream;
    await page.context().setOffline(true);
    const mark = page.getByText(/^No connection. Showing the data of \d\d:\d\d;/);
    await mark.waitFor();
    expect(await page.getByText(t.foot).count()).toBe(1);
    expect(await page.getByText(/^Data to/).count()).toBeGreaterThan(0);
    expect.soft(await layoutFaults(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    await page.context().setOffline(false);
    await mark.waitFor({ state: 'detached' });
    await change(link.link.id, { state: 'ended' });
    await page.getByRole('heading', { name: /^This link ended on \d+ \w+ \d{4}$/ }).waitFor();
    expect(await page.getByText(t.foot).count()).toBe(0);
  });

  test('a live link states what has changed since this browser last opened it', async () => {
    const t = readerLabels.en;
    const link = await make({ frozen: false });
    const { page, problems } = await at().visit('about:blank');
    await page.goto(`${at().server.url}${link.address}`);
    await page.getByText(t.limits_names, { exact: false }).waitFor();
    expect(await page.getByRole('heading', { name: t.seen_title }).count()).toBe(0);
    await page.evaluate((key) => {
      const visit = JSON.parse(localStorage.getItem(key) ?? '{}');
      const figures = { ...visit.figures, pipeline: { value: '18', unit: 'projects' } };
      localStorage.setItem(key, JSON.stringify({ day: '2021-03-01', figures }));
    }, `headway.seen.${link.link.id}`);
    await page.reload();
    await page.getByRole('heading', { name: t.seen_title }).waitFor();
    expect(await page.getByRole('region', { name: t.seen_title }).innerText()).toContain(
      '18 projects → 20 projects',
    );
    for (const view of [
      { page: 'pipeline' },
      { page: 'projects' },
      { page: 'changes', compare: '2020-04-30' },
    ] as const) {
      const other = await make({ frozen: false, view });
      const key = `headway.seen.${other.link.id}`;
      await page.goto(`${at().server.url}${other.address}`);
      await page.getByText(t.foot).waitFor();
      await page.evaluate((name) => {
        const visit = JSON.parse(localStorage.getItem(name) ?? '{}');
        localStorage.setItem(
          name,
          JSON.stringify({
            day: '2021-03-01',
            figures: { ...visit.figures, as_of: { value: '2021-02-08', unit: 'date' } },
          }),
        );
      }, key);
      await page.reload();
      await page.getByText(`${t.seen_data}`, { exact: true }).waitFor();
    }
    expect(problems).toEqual([]);
  });

  for (const language of languages)
    for (const width of language === 'ja' ? [390] : language === 'en' ? [390, 1440] : [390, 820])
      test(`${language}: the whole view, the list and the dialog are clean at ${width}`, async () => {
        const link = await make({ profile: redactionProfiles.full, frozen: false, language });
        const options = {
          viewport: { width, height: 900 },
          locale: language,
          colorScheme: width === 820 ? ('dark' as const) : ('light' as const),
        };
        const reader = await at().visit('about:blank', options);
        await reader.page.goto(`${at().server.url}${link.address}`);
        await reader.page.getByText(readerLabels[language].foot).waitFor();
        await waitForIdle(reader.page);
        expect.soft(await layoutFaults(reader.page)).toEqual([]);
        expect.soft(await axeFindings(reader.page)).toEqual([]);
        const manager = await at().visit(`/links?lang=${language}`, options);
        await manager.page
          .getByRole('checkbox', { name: linkListLabels[language].show_ended })
          .waitFor();
        expect.soft(await layoutFaults(manager.page)).toEqual([]);
        expect.soft(await axeFindings(manager.page)).toEqual([]);
        await pressShortcut(manager.page, 's');
        await manager.page.getByRole('textbox', { name: shareLabels[language].name }).waitFor();
        await manager.page.getByText(shareLabels[language].more, { exact: true }).click();
        expect.soft(await axeFindings(manager.page)).toEqual([]);
        expect([...reader.problems, ...manager.problems]).toEqual([]);
      });

  const days = { as_of: '2021-04-16', compare: '2020-04-30' };
  const views = [
    ['zh-CN', 'pipeline', days],
    ['ja', 'changes', days],
    ['en', 'projects', { as_of: days.as_of, filters: { stage: ['negotiation', 'registered'] } }],
  ] as const;
  for (const [language, page, view] of views)
    test(`${language}: the page ${page} is shared from its own page, and is clean on a phone`, async () => {
      const query =
        page === 'projects'
          ? 'as_of=2021-04-16&stage=negotiation,registered'
          : 'as_of=2021-04-16&cmp=2020-04-30';
      const manager = await at().visit(`/${page}?${query}&lang=${language}`);
      await pressShortcut(manager.page, 's');
      await manager.page.getByRole('textbox', { name: shareLabels[language].name }).fill('Partner');
      await manager.page.getByRole('textbox', { name: shareLabels[language].name }).press('Enter');
      const address = await manager.page
        .getByRole('textbox', { name: shareLabels[language].address })
        .inputValue();
      const reader = await at().visit('about:blank', {
        viewport: viewports.phone,
        locale: language,
      });
      await reader.page.goto(address);
      await reader.page.getByText(readerLabels[language].foot).waitFor();
      await waitForIdle(reader.page);
      expect.soft(await layoutFaults(reader.page)).toEqual([]);
      expect.soft(await axeFindings(reader.page)).toEqual([]);
      const bootText = await reader.page.locator('#boot').textContent();
      expect(bootText).not.toMatch(project);
      expect(JSON.parse(bootText ?? '')).toMatchObject({ payload: { view: { page, ...view } } });
      expect(reader.problems).toEqual([]);
      expect(manager.problems).toEqual([]);
    });
});
