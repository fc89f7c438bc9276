import { compact } from '#domain/values/compact.ts';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { watchTraffic } from './traffic.ts';

const executablePath = [
  process.env['HEADWAY_CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));
/** Whether journeys can run. Otherwise npm test prints NOT RUN. */
export const hasBrowser = executablePath !== undefined;

/** @param hinting - `full` as on many desktops, where widths of letters are rounded to pixels */
export const launch = (hinting: 'none' | 'full' = 'none'): Promise<Browser> =>
  chromium.launch({
    ...compact({ executablePath }),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--font-render-hinting=${hinting}`,
    ],
  });

export interface WatchedPage {
  readonly page: Page;
  /**
   * Console errors and warnings, exceptions, policy violations, failed requests, and responses with
   * status 500 or more.
   */
  readonly problems: readonly string[];
  /** Requests to the API, in order. */
  readonly calls: readonly string[];
  /** Forgets the problems and requests so far. */
  forget(): void;
  close(): Promise<void>;
}

/** Opens a page without cookies and storage, and records its problems from the first request on. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  watchTraffic(page);
  const problems: string[] = [];
  const calls: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!reason.includes('ERR_ABORTED'))
      problems.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) calls.push(`${request.method()} ${pathname}${search}`);
  });
  const forget = (): void => {
    problems.length = 0;
    calls.length = 0;
  };
  return { page, problems, calls, forget, close: () => context.close() };
}
