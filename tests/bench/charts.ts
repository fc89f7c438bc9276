import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { launch } from '../setup/pages/browser.ts';
import { startServer } from '../setup/processes/server.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { addExampleMonths } from '../setup/api/large-register.ts';
import { fillRegister } from './api.ts';
import { median, rounds, table } from './figures.ts';
import { buildBundle, compareServer, view, type View } from './first-view.ts';

const sizes = (process.env['HEADWAY_BENCH_PROJECTS'] ?? '27,1000,10000,100000')
  .split(',')
  .map(Number);
/** The folder with a store for each size. A missing store is made. Without it, each run makes all. */
const stores = process.env['HEADWAY_BENCH_STORES'];
const only = process.env['HEADWAY_BENCH_CHARTS']?.split(',');
const pages = [
  ['outlook page', '/outlook?lang=en'],
  // a filter is open from the start
  ['overview', '/?industry=material&lang=en'],
  ['projects', '/projects?lang=en'],
  ['pipeline', '/pipeline?industry=material&lang=en'],
  ['changes', '/changes?industry=material&lang=en'],
  ...analysisChartIds.map((id) => [id, `/charts?chart=${id}&lang=en`] as const),
] as const;
const cpuSlowdown = 4;
/** A page shows its new state when it has not changed for this long. */
const quietMs = 400;

/** Runs in the page first. Counts the answers for which it waits. */
function countRequests(): void {
  const page = globalThis as unknown as { waiting: number; fetch: typeof fetch };
  const { fetch: ask } = page;
  page.waiting = 0;
  page.fetch = async (...input) => {
    page.waiting += 1;
    try {
      return await ask(...input);
    } finally {
      page.waiting -= 1;
    }
  };
}

/**
 * Chooses industries in the filter of the page, as a reader does, and waits until the page changes
 * no more. Milliseconds from each choice to the frame that shows the last change; none where the
 * page has no such filter.
 */
async function filterIn(browser: Browser, url: string, filters: readonly string[]) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.addInitScript(countRequests);
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  await page.waitForTimeout(3000);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  const times: number[] = [];
  for (const filter of filters) {
    const ms = await page.evaluate(
      async ({ value, quiet }) => {
        const page = globalThis as unknown as { waiting: number };
        const select = [...document.querySelectorAll<HTMLSelectElement>('main select')].find(
          ({ options }) => [...options].some((one) => one.value === value),
        );
        if (select === undefined) return undefined;
        let last = 0;
        let pictureTime = 0;
        const watcher = new MutationObserver(() => {
          last = performance.now();
          requestAnimationFrame(() => setTimeout(() => (pictureTime = performance.now())));
        });
        watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
        const from = performance.now();
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(
          select,
          value,
        );
        select.dispatchEvent(new Event('change', { bubbles: true }));
        while (page.waiting > 0 || performance.now() - Math.max(from, last) < quiet * 2)
          await new Promise((resolve) => setTimeout(resolve, 20));
        watcher.disconnect();
        return Math.max(0, pictureTime - from);
      },
      { value: filter, quiet: quietMs },
    );
    if (ms === undefined) break;
    times.push(ms);
  }
  await context.close();
  return times;
}

const inMs = (times: readonly number[]): string =>
  times.length === 0 ? '–' : median(times).toFixed(0);

async function benchSize(browser: Browser, size: number): Promise<(string | number)[][]> {
  const data =
    stores === undefined
      ? mkdtempSync(join(tmpdir(), 'headway-bench-'))
      : join(stores, String(size));
  if (!existsSync(join(data, 'headway.db'))) {
    mkdirSync(data, { recursive: true });
    await fillRegister(join(data, 'headway.db'), size);
    const db = await openDatabase({ url: join(data, 'headway.db') });
    await addExampleMonths(db);
    await db.close();
  }
  const product = await startServer({ data });
  const { server, url: bundle } = await compareServer('', product.url);
  // the bundle is packed before it is measured
  await view(browser, bundle);
  const rows: (string | number)[][] = [];
  for (const [name, path] of pages) {
    if (only !== undefined && !only.includes(name)) continue;
    const from = performance.now();
    await (await fetch(product.url + path, { headers: { accept: 'text/html' } })).arrayBuffer();
    const first = performance.now() - from;
    const views: Record<'product' | 'bundle', View[]> = { product: [], bundle: [] };
    for (let round = 0; round < rounds; round += 1) {
      views.product.push(await view(browser, product.url + path));
      views.bundle.push(await view(browser, bundle + path));
    }
    const of = (who: keyof typeof views, key: keyof View): number =>
      median(views[who].map((one) => one[key]));
    // the first of each asks the server, the second comes from the browser
    const industries = ['eco', 'energy', 'ict'];
    const times = await filterIn(browser, product.url + path, [...industries, ...industries]);
    rows.push([
      size,
      name,
      (of('product', 'data') / 1000).toFixed(0),
      of('product', 'firstChart').toFixed(0),
      of('bundle', 'firstChart').toFixed(0),
      (of('product', 'firstChart') / of('bundle', 'firstChart')).toFixed(2),
      of('product', 'shift').toFixed(3),
      first.toFixed(0),
      inMs(times.slice(0, industries.length)),
      inMs(times.slice(industries.length)),
    ]);
  }
  server.close();
  await product.stop();
  if (stores === undefined) rmSync(data, { recursive: true, force: true });
  return rows;
}

/**
 * The outlook, each chart and the pages with a filter by size of the register: slow 4G and a four times slower processor,
 * against the same page in one bundle with Recharts.
 */
export async function benchCharts(): Promise<void> {
  await buildBundle();
  const browser = await launch();
  const rows: (string | number)[][] = [];
  for (const size of sizes) rows.push(...(await benchSize(browser, size)));
  await browser.close();
  table([
    [
      'projects',
      'chart',
      'data kB',
      'picture ms',
      'one bundle ms',
      'ratio',
      'shift',
      'server, first ms',
      'filter ms',
      'filter again ms',
    ],
    ...rows,
  ]);
  console.log(
    `  median of ${rounds}; aims: at most 300 kB of data, ratio at most 1.00, a filter in 100 ms at 10,000 projects`,
  );
}
