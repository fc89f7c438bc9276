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
const quietMs = 800;

/** Runs in the page first. Counts the requests that were sent, and those for which it waits. */
function countRequests(): void {
  const page = globalThis as unknown as { waiting: number; sent: number; fetch: typeof fetch };
  const { fetch: ask } = page;
  page.waiting = 0;
  page.sent = 0;
  page.fetch = async (...input) => {
    page.waiting += 1;
    page.sent += 1;
    try {
      return await ask(...input);
    } finally {
      page.waiting -= 1;
    }
  };
}

interface Choice {
  /** Requests that were sent after the choice. */
  readonly sent: number;
  /** Milliseconds to the frame with the last change of what can be seen in the window. */
  readonly window: number;
  /** Milliseconds to the frame with the last change of the page. */
  readonly whole: number;
}

/**
 * Runs in the page: opens the list with this value as a reader does, waits until the page reads no
 * more, chooses the value, and waits until the page changes no more.
 * @returns undefined where the page has no such list
 */
async function chooseFilter({
  value,
  quiet,
}: {
  readonly value: string;
  readonly quiet: number;
}): Promise<Choice | undefined> {
  const page = globalThis as unknown as { waiting: number; sent: number };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
  const select = [...document.querySelectorAll<HTMLSelectElement>('main select')].find(
    ({ options }) => [...options].some((one) => one.value === value),
  );
  if (select === undefined) return undefined;
  select.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  select.focus();
  for (let idle = 0; idle < quiet; idle = page.waiting > 0 ? 0 : idle + 20) await pause();
  const frames: { readonly records: MutationRecord[]; shownAt: number }[] = [];
  let last = 0;
  const watcher = new MutationObserver((records) => {
    last = performance.now();
    const frame = { records, shownAt: 0 };
    frames.push(frame);
    requestAnimationFrame(() => setTimeout(() => (frame.shownAt = performance.now())));
  });
  const what = { subtree: true, childList: true, attributes: true, characterData: true };
  watcher.observe(document.body, what);
  const before = page.sent;
  const from = performance.now();
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  while (page.waiting > 0 || performance.now() - Math.max(from, last) < quiet) await pause();
  watcher.disconnect();
  // addresses and names of fields are not seen
  const invisible = ['href', 'name', 'type', 'aria-label', 'data-measure'];
  const isSeen = (node: Node): boolean => {
    const range = document.createRange();
    if (!node.isConnected) return false;
    range.selectNode(node);
    const { top, bottom, width } = range.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  };
  const changesWindow = ({ type, target, attributeName, addedNodes }: MutationRecord): boolean =>
    type === 'childList'
      ? [...addedNodes].some(isSeen)
      : !invisible.includes(attributeName ?? '') && isSeen(target);
  const time = (of: typeof frames): number =>
    Math.max(0, ...of.map(({ shownAt }) => shownAt - from));
  return {
    sent: page.sent - before,
    window: time(frames.filter(({ records }) => records.some(changesWindow))),
    whole: time(frames),
  };
}

/** Chooses industries in the filter of the page, the list open before each choice. */
async function filterIn(
  browser: Browser,
  url: string,
  filters: readonly string[],
): Promise<readonly Choice[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.addInitScript(countRequests);
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  await page.waitForTimeout(3000);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  const choices: Choice[] = [];
  for (const value of filters) {
    const choice = await page.evaluate(chooseFilter, { value, quiet: quietMs });
    if (choice === undefined) break;
    choices.push(choice);
  }
  await context.close();
  return choices;
}

/** The cells of the filter: requests, and times of the first choice and of repeated ones. */
function filterCells(choices: readonly Choice[], firstCount: number): readonly string[] {
  const [first, again] = [choices.slice(0, firstCount), choices.slice(firstCount)];
  const of = (list: readonly Choice[], key: keyof Choice): number =>
    median(list.map((one) => one[key]));
  if (again.length === 0) return ['–', '–', '–', '–', '–', '–'];
  return [
    of(first, 'sent').toFixed(0),
    of(first, 'window').toFixed(0),
    of(first, 'whole').toFixed(0),
    of(again, 'window').toFixed(0),
    of(again, 'whole').toFixed(0),
    (of(first, 'window') / of(again, 'window')).toFixed(2),
  ];
}

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
    // each industry first, and again
    const industries = ['eco', 'energy', 'ict'];
    const choices = await filterIn(browser, product.url + path, [...industries, ...industries]);
    rows.push([
      size,
      name,
      (of('product', 'data') / 1000).toFixed(0),
      of('product', 'firstChart').toFixed(0),
      of('bundle', 'firstChart').toFixed(0),
      (of('product', 'firstChart') / of('bundle', 'firstChart')).toFixed(2),
      of('product', 'shift').toFixed(3),
      first.toFixed(0),
      ...filterCells(choices, industries.length),
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
      'requests after a choice',
      'filter, window ms',
      'whole ms',
      'again, window ms',
      'whole ms',
      'first ÷ again',
    ],
    ...rows,
  ]);
  console.log(
    `  median of ${rounds}; aims: at most 300 kB of data, ratio at most 1.00, no request after a choice in an open list, its figures in the window in 100 ms at 10,000 projects`,
  );
}
