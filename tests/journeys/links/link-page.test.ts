import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { openPage } from '../../setup/pages/browser.ts';
import { journeys, viewports } from '../../setup/pages/journey.ts';
import { freePort } from '../../setup/processes/server.ts';

const draft = {
  view: { page: 'overview' },
  profile: redactionProfiles.names,
  frozen: false,
  language: 'en',
  exports: 'data',
} as const;

journeys('the door of shared links', (at) => {
  const asManager = async <T>(path: string, body: unknown): Promise<T> => {
    const { url } = at().server;
    const headers = { 'content-type': 'application/json', origin: new URL(url).origin };
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const make = (more: object = {}) =>
    asManager<MadeLink>('/api/v1/links', { name: 'Ministry', ...draft, ...more });
  const whole = ({ address }: MadeLink): string => new URL(address, at().server.url).href;

  test('the secret leaves the address, is sent once in a body, and is in no address, Referer or log', async () => {
    const link = await make({ title: 'Progress in April' });
    const bare = link.secret.slice('hws_'.length);
    const { page, close } = await openPage(at().browser, { viewport: viewports.phone });
    const addresses: string[] = [];
    page.on('request', (request) =>
      addresses.push(`${request.url()} ${request.headers()['referer'] ?? ''}`),
    );
    await page.goto(whole(link));
    await page.getByText('Progress in April').first().waitFor();
    expect(page.url()).not.toContain(bare);
    for (const href of await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))) {
      await page.goto(href).catch(() => undefined);
      await page.goBack().catch(() => undefined);
    }
    const home = new URL(at().server.url).host;
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((line) => line.includes(bare))).toEqual([]);
    expect(addresses.filter((line) => new URL(line.split(' ')[0] ?? '').host !== home)).toEqual([]);
    expect(at().server.output()).not.toContain(bare);
    await close();
  });

  test('a paused link returns to an open page once it is resumed', async () => {
    const link = await make();
    const change = async (state: string) => {
      const address = new URL(`/api/v1/links/${link.link.id}`, at().server.url);
      const tag = (await fetch(address)).headers.get('etag') ?? '';
      const { origin } = address;
      const headers = { 'content-type': 'application/json', origin, 'if-match': tag };
      const options = { method: 'PATCH', headers, body: JSON.stringify({ state }) };
      expect((await fetch(address, options)).status).toBe(200);
    };
    const { page, close } = await openPage(at().browser, { viewport: viewports.phone });
    await page.goto(whole(link));
    await page.locator('main h1').first().waitFor();
    await change('paused');
    await page.getByRole('heading', { name: 'This link is paused' }).waitFor();
    expect(await page.locator('figure').count()).toBe(0);
    await change('live');
    await page.locator('figure').first().waitFor();
    await close();
  });

  test('the page has the language of its reader, unless the sender fixed it', async () => {
    const readLanguage = async (more: object, locale: string) => {
      const context = await at().browser.newContext({ locale });
      const page = await context.newPage();
      await page.goto(whole(await make(more)));
      await page.locator('main figure').first().waitFor();
      const language = await page.locator('html').getAttribute('lang');
      await context.close();
      return language;
    };
    expect(await readLanguage({}, 'ja-JP')).toBe('ja');
    expect(await readLanguage({}, 'fr-FR')).toBe('en');
    expect(await readLanguage({ fixed_language: true }, 'ja-JP')).toBe('en');
  });

  test('the server draws the page: figures and pictures are there before its code, and a press waits for it', async () => {
    const link = await make();
    const { page, calls, problems, close } = await openPage(at().browser);
    let pass = (): void => undefined;
    const isPassed = new Promise<void>((resolve) => {
      pass = resolve;
    });
    await page.route('**/assets/link-page-*.js', async (route) => {
      await isPassed;
      await route.continue();
    });
    await page.goto(whole(link));
    await page.getByText('7 established projects').first().waitFor();
    await page.locator('figure .chart-picture path').first().waitFor({ state: 'attached' });
    expect(page.url()).toBe(new URL(`/s/${link.link.id}`, at().server.url).href);
    expect(calls.filter((call) => !call.endsWith('/events'))).toEqual(['POST /api/v1/shared/open']);
    await page.getByRole('button', { name: '日本語' }).click();
    pass();
    await page.getByText('立地済み案件は7件').first().waitFor();
    expect(calls.filter((call) => !call.endsWith('/events'))).toEqual(['POST /api/v1/shared/open']);
    expect(problems).toEqual([]);
    await close();
  });

  test('the code of the page waits for its reader, and the first key works on a chart', async () => {
    const { page, calls, problems, close } = await openPage(at().browser);
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (/\/assets\/.*\.js$/.test(response.url())) scripts.push(response.url());
    });
    await page.goto(whole(await make()));
    await page.locator('figure .chart-picture path').first().waitFor({ state: 'attached' });
    await expect.poll(() => calls.filter((call) => call.endsWith('/events')).length).toBe(1);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    // the page loads again when it has opened the link, and the browser forgets the first bodies
    const bodies = await Promise.all(scripts.map(async (url) => (await fetch(url)).arrayBuffer()));
    const scriptBytes = bodies.reduce((sum, body) => sum + body.byteLength, 0);
    // not compressed: the code that opens the link, twice from the server or the cache
    expect(scriptBytes).toBeGreaterThan(0);
    expect(scriptBytes).toBeLessThan(30_000);
    await page.locator('figure .chart-drawing').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowRight');
        return page.locator('figure .chart-said').first().textContent();
      })
      .not.toBe('');
    expect(problems).toEqual([]);
    await close();
  });

  test.each([
    ['/s', ''],
    ['/s?t=ID', ''],
    ['/s?lang=ja', '?lang=ja'],
  ])('the former address %s opens the page of its link', async (former, query) => {
    const link = await make();
    const { page, problems, close } = await openPage(at().browser);
    const address = `${former.replace('ID', link.link.id)}#${link.secret}`;
    await page.goto(new URL(address, at().server.url).href);
    await page.locator('main figure').first().waitFor();
    expect(page.url()).toBe(new URL(`/s/${link.link.id}${query}`, at().server.url).href);
    expect(problems).toEqual([]);
    await close();
  });

  test('a browser that keeps no cookie gets an explanation, and does not load again and again', async () => {
    const link = await make();
    const { page, close } = await openPage(at().browser);
    const documents: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) documents.push(request.url());
    });
    await page.route('**/shared/open', async (route) => {
      const response = await route.fetch();
      const { 'set-cookie': _, ...headers } = response.headers();
      await page.context().clearCookies();
      await route.fulfill({ response, headers });
    });
    await page.goto(whole(link));
    await page.getByRole('heading', { name: readerLabels.en.over_title }).waitFor();
    expect(documents).toHaveLength(2);
    await close();
  });

  test('without JavaScript the page explains the remedy in three languages', async () => {
    const context = await at().browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(whole(await make()));
    for (const [language, words] of [
      ['zh-CN', '单页副本'],
      ['ja', 'ページの写し'],
      ['en', 'Copy of the page'],
    ] as const)
      expect(await page.locator(`p[lang="${language}"]`).textContent()).toContain(words);
    await context.close();
  });

  test('an entry is on the reader’s page within seconds, and an ended link closes there at once', async () => {
    const link = await make();
    const { page, calls, problems, close } = await openPage(at().browser, {
      viewport: viewports.desktop,
    });
    await page.goto(whole(link));
    await page.locator('main h1').first().waitFor();
    await expect.poll(() => calls.filter((call) => call.endsWith('/events')).length).toBe(1);
    const reads = () =>
      calls.filter((call) => call === `GET /api/v1/shared/${link.link.id}`).length;
    const before = reads();
    await asManager('/api/v1/indicators/companies/observations', {
      period: '2021-04',
      value: '44',
    });
    await expect.poll(reads).toBeGreaterThan(before);
    await asManager('/api/v1/links/end', { all: true });
    await expect.poll(() => page.getByText(/This link ended/).count()).toBe(1);
    expect(await page.locator('figure').count()).toBe(0);
    // a page that was reading is refused, which browsers log as an error
    expect(problems.filter((problem) => !problem.includes('status of 401'))).toEqual([]);
    await close();
  });

  test('a figure is shown in a page of the site that its link names, without a cookie, and in no other site', async () => {
    let html = '';
    const site = createServer((_, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html),
    );
    const port = await freePort();
    await new Promise<void>((listening) => site.listen(port, '127.0.0.1', listening));
    const embed = (origins: readonly string[]) =>
      make({ view: { page: 'overview', embed: { figure: 'targets', origins } }, exports: 'none' });
    const frame = ({ address }: MadeLink, id: string) =>
      `<iframe id="${id}" width="560" height="100" src="${new URL(address, at().server.url).href}"></iframe>`;
    // another host than the server's: a page of another site
    const origin = `http://localhost:${port}`;
    const [allowed, other] = [await embed([origin]), await embed(['https://other.example'])];
    html = `<!doctype html><title>site</title>${frame(allowed, 'a')}${frame(other, 'b')}<script>
      addEventListener('message', ({ data, source }) => { for (const f of document.querySelectorAll('iframe')) if (f.contentWindow === source) f.height = data.height; });
    </script>`;
    const context = await at().browser.newContext({
      locale: 'en-GB',
      viewport: { width: 900, height: 1200 },
    });
    try {
      const page = await context.newPage();
      await page.goto(origin);
      const figure = page.frameLocator('#a');
      await figure.getByRole('figure').waitFor();
      await expect
        .poll(() => page.locator('#a').getAttribute('height').then(Number))
        .toBeGreaterThan(300);
      await figure
        .getByText(/^(Qingdao area|Our zone) · data to \d+ Apr 2021 · Headway$/)
        .waitFor();
      expect(await figure.getByText('Source:').count()).toBe(1);
      expect(await page.frameLocator('#b').getByRole('figure').count()).toBe(0);
      expect(await context.cookies()).toEqual([]);
      await asManager('/api/v1/links/end', { all: true });
      await page.reload();
      await expect.poll(() => page.frameLocator('#a').getByRole('figure').count()).toBe(0);
    } finally {
      await context.close();
      site.close();
    }
  });
});
