import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from '../setup/pages/browser.ts';
import { startServer } from '../setup/processes/server.ts';
import { median, rounds, table } from './figures.ts';
import { buildObservablePage } from './observable-page.ts';

const root = join(import.meta.dirname, '../..');
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
};
const cpuSlowdown = 4;
export interface View {
  readonly bytes: number;
  /** Bytes of the document and of the page's API responses. */
  readonly data: number;
  readonly firstPaint: number;
  readonly firstChart: number;
  /** The first frame with a chart at a second visit. */
  readonly warmChart: number;
  readonly shift: number;
}

/**
 * The same content without scripts or preloads and with one picture per chart, as a careful person
 * would write it by hand.
 */
const staticPage = (html: string): string =>
  html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link[^>]*(?:modulepreload|manifest)[^>]*>/g, '')
    .replaceAll(/<svg class="chart-(?:340|440|560)"[\s\S]*?<\/svg>/g, '');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const observablePath = '/observable/';

/**
 * Serves the static page, the one-bundle build and the page of Observable Framework, and passes API
 * requests on to the product.
 */
export async function compareServer(
  page: string,
  api: string,
  observable = '',
): Promise<{ server: Server; url: string }> {
  const bundle = join(root, 'dist/bundle');
  // a file is packed once, as a server would: packing 1.3 MB takes seconds
  const packs = new Map<string, Buffer>();
  const pack = (name: string, body: Buffer): Buffer => {
    const content = packs.get(name) ?? brotliCompressSync(body);
    packs.set(name, content);
    return content;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const send = (body: Buffer, type: string): void => {
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' });
      response.end(body);
    };
    const answer = async (): Promise<void> => {
      if (path === '/static')
        return send(pack(path, Buffer.from(page)), 'text/html; charset=utf-8');
      if (path.startsWith('/api/')) {
        const real = await fetch(`${api}${request.url}`);
        return send(
          brotliCompressSync(Buffer.from(await real.arrayBuffer()), quick),
          real.headers.get('content-type') ?? 'application/json',
        );
      }
      const isObservable = path.startsWith(observablePath);
      const name = isObservable ? path.slice(observablePath.length) : path;
      // every page of the app is its one document
      const file = join(
        isObservable ? observable : bundle,
        extname(name) === '' ? 'index.html' : name,
      );
      send(pack(file, await readFile(file)), types[extname(file)] ?? 'application/octet-stream');
    };
    answer().catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    server,
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
  };
}

/**
 * Runs in the page first. Records paints, layout shifts, and the first frame that shows a chart.
 */
function watch(): void {
  const times = { firstPaint: 0, firstChart: 0, shift: 0 };
  (globalThis as unknown as { seen: typeof times }).seen = times;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'first-contentful-paint') times.firstPaint = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as {
      value: number;
      hadRecentInput: boolean;
    }[])
      if (!entry.hadRecentInput) times.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = (): void => {
    for (const svg of document.querySelectorAll('svg')) {
      if (
        svg.getBoundingClientRect().width >= 250 &&
        svg.querySelectorAll('path,rect,circle,line').length >= 5
      ) {
        times.firstChart = performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

type Times = Pick<View, 'firstPaint' | 'firstChart' | 'shift'>;
const readTimes = (page: Page): Promise<Times> =>
  page.evaluate(() => (globalThis as unknown as { seen: Times }).seen);

/** Opens a page of a browser on slow 4G with a slow processor. */
async function visit(context: BrowserContext, url: string): Promise<Omit<View, 'warmChart'>> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  let bytes = 0;
  let data = 0;
  const ofData = new Set<string>();
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Document' || response.url.includes('/api/')) ofData.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (ofData.has(requestId)) data += encodedDataLength;
  });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  let times = await readTimes(page);
  for (let tries = 0; tries < 100 && times.firstChart === 0; tries += 1) {
    await page.waitForTimeout(100);
    times = await readTimes(page);
  }
  await page.waitForTimeout(1500);
  times = await readTimes(page);
  await page.close();
  return { bytes, data, ...times };
}

/** Opens a page in a browser without a cache, and again with what the browser kept. */
export async function view(browser: Browser, url: string): Promise<View> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  const cold = await visit(context, url);
  const { firstChart: warmChart } = await visit(context, url);
  await context.close();
  return { ...cold, warmChart };
}

/** Builds the app as one file, for comparison with pages. */
export async function buildBundle(): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--mode', 'bundle', '--logLevel', 'error'],
    { cwd: root },
  );
}

/**
 * The first view, compared with a static page of the same content, with the same app in one bundle,
 * and with a page of Observable Framework: slow 4G, 4× slower CPU.
 */
export async function benchFirstView(): Promise<void> {
  await buildBundle();
  const product = await startServer();
  const html = await (
    await fetch(`${product.url}/?lang=en`, { headers: { accept: 'text/html' } })
  ).text();
  const observable = await buildObservablePage(product.url);
  const peerFolder = 'folder' in observable ? observable.folder : '';
  if ('reason' in observable) console.log(`  NOT RUN: Observable Framework: ${observable.reason}`);
  const { server, url } = await compareServer(staticPage(html), product.url, peerFolder);
  const browser = await launch();
  const pages = {
    static: `${url}/static`,
    product: `${product.url}/?lang=en`,
    'one bundle': `${url}/?lang=en`,
    ...(peerFolder === '' ? {} : { 'Observable Framework': `${url}${observablePath}` }),
  };
  const views: Record<string, View[]> = {};
  for (let i = 0; i < rounds; i += 1)
    for (const [name, address] of Object.entries(pages))
      (views[name] ??= []).push(await view(browser, address));
  await browser.close();
  server.close();
  await product.stop();
  const of = (name: string, key: keyof View): number =>
    median((views[name] ?? []).map((v) => v[key]));
  const ratio = (name: string, key: keyof View): string =>
    (of(name, key) / of('static', key)).toFixed(2);
  table([
    [
      `median of ${rounds}`,
      'kB',
      'first paint ms',
      'ratio',
      'charts drawn ms',
      'ratio',
      'warm ms',
      'ratio',
      'shift',
    ],
    ...Object.keys(pages).map((name) => [
      name,
      (of(name, 'bytes') / 1000).toFixed(1),
      of(name, 'firstPaint').toFixed(0),
      ratio(name, 'firstPaint'),
      of(name, 'firstChart').toFixed(0),
      ratio(name, 'firstChart'),
      of(name, 'warmChart').toFixed(0),
      ratio(name, 'warmChart'),
      of(name, 'shift').toFixed(3),
    ]),
  ]);
  console.log(
    `  the page alone: ${(gzipSync(html).length / 1024).toFixed(1)} KiB gzip; aim: charts drawn at most 1.30 of static (1.50 at a second visit) and a sixth of the best product peer, shift 0`,
  );
}
