// Seen to fail: with full jitter up to a minute and no limit in web/data/reachability.ts, a
// page sends 24 to 29 requests in ten minutes; with `back` of http/events/revision-streams.ts
// always false, pages don't learn that the store is back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import pg from 'pg';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { en } from '#web/i18n/labels/en.ts';
import { hasBrowser, launch } from '../../setup/pages/browser.ts';
import { freePort, type RunningServer, startServer } from '../../setup/processes/server.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const tenMinutes = 600;
const mostRequests = 12;
/** Seconds in which a page must recover. */
const backWithin = 10;
const tryNow = en.try_now;
const mark = /No (new )?answer from Headway/;

interface PageWatch {
  readonly page: Page;
  /** The page's text while all is well. */
  before: string;
  /** API requests, and those without an answer yet. Streams don't count. */
  requestCount: number;
  open: number;
  /** Streams with an answer. */
  streams: number;
}
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
const marked = async ({ page }: PageWatch): Promise<boolean> => mark.test(await textOf(page));

/** Opens a page with its own clock, waits until it is idle, and follows its state. */
async function open(browser: Browser, address: string): Promise<PageWatch> {
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.clock.install();
  const watch: PageWatch = { page, before: '', requestCount: 0, open: 0, streams: 0 };
  const count = (change: number) => (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && !pathname.endsWith('/events')) watch.open += change;
  };
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) watch.requestCount += 1;
  });
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  page.on('response', (response) => {
    if (response.url().endsWith('/events') && response.ok()) watch.streams += 1;
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  // From here on only `pass` moves the page's clock.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await listening(watch, 0);
  while (watch.before !== (watch.before = await textOf(page))) await pass(watch, 1);
  watch.requestCount = 0;
  return watch;
}
/** Moves the page's clock second by second, and waits for the answers in between. */
async function pass(watch: PageWatch, seconds: number): Promise<void> {
  for (let n = 0; n < seconds; n += 1) {
    await watch.page.clock.runFor(1000);
    for (let waited = 0; waited < 1000 && watch.open > 0; waited += 5)
      await watch.page.waitForTimeout(5);
  }
}
/** Waits until the page has opened more streams than this. */
async function listening(watch: PageWatch, streams: number): Promise<void> {
  for (let n = 0; n < 200 && watch.streams <= streams; n += 1) await pass(watch, 1);
  // its first message
  await watch.page.waitForTimeout(200);
}
/** The reader returns to the page. */
const look = (page: Page) =>
  page.evaluate(
    () => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  );

/** Seconds of the page's clock until it has recovered. */
async function untilBack(watch: PageWatch, most: number): Promise<number> {
  for (let waited = 0; waited <= most; waited += 1) {
    if ((await textOf(watch.page)) === watch.before) return waited;
    await pass(watch, 1);
  }
  return Number.POSITIVE_INFINITY;
}
/** Ten minutes without an answer, in which the reader returns to the page this often. */
async function tenMinutesOf(
  watch: PageWatch,
  looks: number,
  faults: string[],
  what: string,
): Promise<number> {
  const headline = await watch.page.locator('h1').first().innerText();
  for (let n = 0; n < looks; n += 1) {
    await look(watch.page);
    await pass(watch, tenMinutes / looks);
    if (n === 1 && !(await marked(watch)))
      faults.push(`${what}: nothing says that the values are of before`);
  }
  if (!(await textOf(watch.page)).includes(headline))
    faults.push(`${what}: the values did not stay`);
  if (watch.requestCount > mostRequests)
    faults.push(`${what}: ${watch.requestCount} requests in ten minutes`);
  return watch.requestCount;
}

/** Every API answer is a 500, as from a proxy. The retry button sends a request at once. */
async function failing(
  browser: Browser,
  address: string,
  what: string,
  faults: string[],
): Promise<string> {
  const watch = await open(browser, address);
  const { page } = watch;
  let isBroken = true;
  const body = '{"code":"internal","status":500,"title":"x","detail":"x","type":"urn:x"}';
  await page.route('**/api/**', (route) =>
    isBroken
      ? route.fulfill({ status: 500, contentType: 'application/problem+json', body })
      : route.fallback(),
  );
  const requests = await tenMinutesOf(watch, 10, faults, what);
  isBroken = false;
  await page.getByRole('button', { name: tryNow }).first().click();
  const back = await untilBack(watch, backWithin);
  if (back > backWithin) faults.push(`${what}: not back after the button was pressed`);
  await page.close();
  return `${what}: ${requests} requests in ten minutes of 500, back ${back} s after the button`;
}

/** The process has ended: for ten minutes, and for the seconds of a restart. */
async function killTest(browser: Browser, faults: string[]): Promise<string> {
  const [port, data] = [await freePort(), mkdtempSync(join(tmpdir(), 'headway-away-'))];
  const start = () => startServer({ port, data });
  let server = await start();
  try {
    const watch = await open(browser, `${server.url}/?lang=en`);
    const { page } = watch;
    let streams = watch.streams;
    await server.stop('SIGKILL');
    const requests = await tenMinutesOf(watch, 1, faults, 'killed');
    server = await start();
    await page.getByRole('button', { name: tryNow }).first().click();
    if ((await untilBack(watch, backWithin)) > backWithin)
      faults.push('killed: not back after the button was pressed');
    const returns: number[] = [];
    for (const away of [3, 15, 25]) {
      await listening(watch, streams);
      streams = watch.streams;
      await server.stop('SIGKILL');
      await pass(watch, away);
      if (!(await marked(watch))) faults.push(`away for ${away} s: nothing says so`);
      server = await start();
      const back = await untilBack(watch, 2 * tenMinutes);
      returns.push(back);
      if (back > backWithin) faults.push(`away for ${away} s: back only ${back} s after`);
    }
    await page.close();
    return `process killed: ${requests} requests in ten minutes; away for 3, 15, 25 s: back after ${returns.join(', ')} s`;
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * The store is away for ten minutes while the process runs. Open streams report that it is back.
 */
async function storeAway(browser: Browser, admin: string, faults: string[]): Promise<string> {
  const name = `headway_away_${process.pid}`;
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(`create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const server = await startServer({ env: { DATABASE_URL: url.href } });
  try {
    const pages = [
      await open(browser, `${server.url}/projects?lang=en`),
      await open(browser, await makeLink(server)),
    ];
    await client.query(`alter database ${name} allow_connections false`);
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
      [name],
    );
    const requests: number[] = [];
    for (const watch of pages) requests.push(await tenMinutesOf(watch, 2, faults, 'store away'));
    await client.query(`alter database ${name} allow_connections true`);
    const at = Date.now();
    const back: number[] = [];
    for (const { page, before } of pages) {
      while (Date.now() - at < backWithin * 1000 && (await textOf(page)) !== before) {
        await page.clock.runFor(100);
        await page.waitForTimeout(50);
      }
      if ((await textOf(page)) !== before)
        faults.push('store away: not back although the server is');
      back.push(Date.now() - at);
      await page.close();
    }
    return `store away: ${requests.join(' and ')} requests in ten minutes, back ${back.join(' and ')} ms after it`;
  } finally {
    await server.stop();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  }
}

async function makeLink({ url }: RunningServer): Promise<string> {
  const response = await fetch(`${url}/api/v1/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({
      name: 'Reader',
      view: { page: 'overview' },
      profile: redactionProfiles.totals,
      frozen: false,
      language: 'en',
      exports: 'none',
    }),
  });
  return new URL(((await response.json()) as MadeLink).address, url).href;
}

export const stalePages: ReliabilityTest = {
  id: 'R-49',
  title: 'pages while the API fails, the process is gone or the store is away',
  async run() {
    if (!hasBrowser) return outcome('NOT RUN: no Chromium here', []);
    const browser = await launch();
    const faults: string[] = [];
    const lines: string[] = [];
    try {
      const server = await startServer();
      try {
        lines.push(await failing(browser, `${server.url}/?lang=en`, 'overview', faults));
        lines.push(await failing(browser, `${server.url}/projects/A01?lang=en`, 'project', faults));
        lines.push(await failing(browser, await makeLink(server), 'shared link', faults));
      } finally {
        await server.stop();
      }
      lines.push(await killTest(browser, faults));
      const admin = process.env['TEST_DATABASE_URL'];
      lines.push(
        admin === undefined
          ? 'NOT RUN without TEST_DATABASE_URL: store away'
          : await storeAway(browser, admin, faults),
      );
      return outcome(lines.join('; '), faults);
    } finally {
      await browser.close();
    }
  },
};
