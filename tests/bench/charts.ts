import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { analysisChartIds } from '#charts/analysis-charts.ts';
import { launch } from '../setup/pages/browser.ts';
import { startServer } from '../setup/processes/server.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { exampleZoneData } from '#server/samples/service.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { putObservations } from '#server/targets/observation-store.ts';
import { fillRegister } from './api.ts';
import { median, rounds, table } from './figures.ts';
import { buildBundle, compareServer, view, type View } from './first-view.ts';

const sizes = (process.env['HEADWAY_BENCH_PROJECTS'] ?? '27,1000,10000,100000')
  .split(',')
  .map(Number);
/** A folder with a store for each size, made where it is missing; else stores are made anew. */
const stores = process.env['HEADWAY_BENCH_STORES'];
const only = process.env['HEADWAY_BENCH_CHARTS']?.split(',');
const pages = [
  ['outlook page', '/outlook?lang=en'],
  ...analysisChartIds.map((id) => [id, `/charts?chart=${id}&lang=en`] as const),
] as const;
const cpuSlowdown = 4;
/** A page shows its new state when it has not changed for this long. */
const quietMs = 400;

/** Adds the months of the Example Zone: without a value of today a target has no outlook. */
async function addMonths(data: string): Promise<void> {
  const db = await openDatabase({ url: join(data, 'headway.db') });
  const observations = exampleZoneData().observations.map((one) => ({
    ...one,
    origin: 'own' as const,
  }));
  await writeRevision(
    db,
    { author: 'bench', kind: 'import', reason: 'months', origin: 'own' },
    (trx, revision) => putObservations(trx, revision, observations),
  );
  await db.close();
}

/** Runs in the page first. Counts the answers for which it waits. */
function countRequests(): void {
  const page = globalThis as unknown as { waiting: number; fetch: typeof fetch };
  const { fetch: ask } = page;
  page.waiting = 0;
  page.fetch = async (...given) => {
    page.waiting += 1;
    try {
      return await ask(...given);
    } finally {
      page.waiting -= 1;
    }
  };
}

/**
 * Filters the page as its list does, and waits until it does not change any more. Returns
 * milliseconds.
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
  for (const filter of filters)
    times.push(
      await page.evaluate(
        async ({ to, quiet }) => {
          const main = document.querySelector('main') ?? document.body;
          let last = performance.now();
          const watcher = new MutationObserver(() => (last = performance.now()));
          watcher.observe(main, { subtree: true, childList: true, attributes: true });
          const from = performance.now();
          history.pushState(null, '', to);
          dispatchEvent(new PopStateEvent('popstate'));
          const page = globalThis as unknown as { waiting: number };
          while (
            page.waiting > 0 ||
            performance.now() - last < quiet ||
            performance.now() - from < quiet * 2
          )
            await new Promise((done) => setTimeout(done, 20));
          watcher.disconnect();
          return Math.max(0, last - from);
        },
        { to: `${url}&industry=${filter}`, quiet: quietMs },
      ),
    );
  await context.close();
  return times;
}

async function benchSize(browser: Browser, size: number): Promise<(string | number)[][]> {
  const data =
    stores === undefined
      ? mkdtempSync(join(tmpdir(), 'headway-bench-'))
      : join(stores, String(size));
  if (!existsSync(join(data, 'headway.db'))) {
    mkdirSync(data, { recursive: true });
    await fillRegister(data, size);
    await addMonths(data);
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
    const filtered = await filterIn(browser, product.url + path, [
      'eco',
      'energy',
      'eco',
      'energy',
    ]);
    rows.push([
      size,
      name,
      (of('product', 'data') / 1000).toFixed(0),
      of('product', 'drawn').toFixed(0),
      of('bundle', 'drawn').toFixed(0),
      (of('product', 'drawn') / of('bundle', 'drawn')).toFixed(2),
      of('product', 'shift').toFixed(3),
      first.toFixed(0),
      median(filtered.slice(0, 2)).toFixed(0),
      median(filtered.slice(2)).toFixed(0),
    ]);
  }
  server.close();
  await product.stop();
  if (stores === undefined) rmSync(data, { recursive: true, force: true });
  return rows;
}

/**
 * The outlook and each chart by size of the register: slow 4G and a four times slower processor,
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
