// Seen to fail: without the refusal of reads in http/request-checks.ts and
// `cross-origin-resource-policy` in http/security-headers.ts, pictures load in another site's page;
// without frame-ancestors and x-frame-options, pages do.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hasBrowser, launch, openPage } from '../../setup/pages/browser.ts';
import { startServer } from '../../setup/processes/server.ts';
import { addressOf, walk } from './contract-walk.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

/** Addresses that answer to GET, as another site would try them. */
const addresses = (): readonly string[] => [
  ...walk()
    .filter(({ method, id }) => method === 'GET' && id !== 'events' && id !== 'sharedEvents')
    .map((one) => addressOf(one, one.needs)),
  '/',
  '/projects',
  '/s',
  '/e',
  '/api/openapi.json',
  '/api/v1/charts/targets.png',
  '/api/v1/charts/targets.svg',
  '/api/v1/charts/targets.csv',
];

/**
 * What a page of another site can read, draw, run or show in a frame from an address.
 */
async function listGains(at: string): Promise<readonly string[]> {
  const leaks: string[] = [];
  for (const mode of ['cors', 'no-cors'] as const) {
    const text = await fetch(at, { mode, credentials: 'include' })
      .then((answer) => answer.text())
      .catch(() => '');
    if (text !== '') leaks.push(`fetch ${mode} reads ${text.length} characters`);
  }
  const loads = (name: 'img' | 'script' | 'link' | 'video'): Promise<boolean> =>
    new Promise((resolve) => {
      const element = document.createElement(name);
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      if (element instanceof HTMLLinkElement)
        Object.assign(element, { rel: 'stylesheet', href: at });
      else (element as HTMLImageElement).src = at;
      document.body.append(element);
      setTimeout(() => resolve(false), 1500);
    });
  for (const name of ['img', 'script', 'link'] as const)
    if (await loads(name)) leaks.push(`<${name}> loads it`);
  const own = Object.keys(window).filter((key) => /^(headway|overview|items|data)$/.test(key));
  if (own.length > 0) leaks.push(`it ran and left ${own.join(' ')}`);
  return leaks;
}

export const wrongContext: ReliabilityTest = {
  id: 'R-19',
  title: 'answers in pages of another site: read, drawn, run or framed',
  async run() {
    if (!hasBrowser) return outcome('NOT RUN: no Chromium here', []);
    const evil = createServer((_, response) =>
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><title>elsewhere</title><body>'),
    );
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    const [server, browser] = [await startServer(), await launch()];
    const faults: string[] = [];
    const all = addresses();
    try {
      const { page } = await openPage(browser);
      await page.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`);
      for (const path of all) {
        const at = `${server.url}${path}`;
        faults.push(...(await page.evaluate(listGains, at)).map((what) => `${path}: ${what}`));
        await page.evaluate((src) => {
          const frame = document.createElement('iframe');
          frame.src = src;
          document.body.replaceChildren(frame);
        }, at);
        await page.waitForTimeout(60);
        const framed = page.frames().filter((frame) => frame !== page.mainFrame());
        for (const frame of framed) {
          const text = await Promise.race([
            frame.evaluate(() => document.body?.textContent ?? '').catch(() => ''),
            new Promise<string>((resolve) => setTimeout(resolve, 1500, '')),
          ]);
          if (frame.url().startsWith(server.url) && text !== '')
            faults.push(`${path}: a frame shows ${text.slice(0, 40)}`);
        }
      }
      await page.context().close();
    } finally {
      await browser.close();
      await server.stop();
      evil.close();
    }
    return outcome(`${all.length} addresses in a page of another site`, faults);
  },
};
