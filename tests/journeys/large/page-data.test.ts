import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { pagePaths } from '#contract/core/pages.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { addExampleMonths, fillLargeRegister } from '../../setup/api/large-register.ts';
import { hasBrowser, launch } from '../../setup/pages/browser.ts';
import { type RunningServer, startServer } from '../../setup/processes/server.ts';

// the bench counts the same at 100,000
const projects = 10_000;
const mostBytes = 300_000;
const mostElements = 3000;
/** All figures have each chart in six widths, of which the reader's is laid out. */
const mostOfFigures = 4200;
const addresses = [
  ...Object.values(pagePaths).map((path) => path.replace(':code', 'P0001')),
  ...analysisChartIds.map((id) => `/charts?chart=${id}`),
];

/**
 * Opens a page. Adds up the bytes of its document and of what it asks the API for, and counts its
 * elements.
 */
async function measurePage(browser: Browser, url: string) {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const ofData = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Document' || response.url.includes('/api/')) ofData.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ofData.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
  const elements = await page.locator('*').count();
  await context.close();
  return { bytes, elements };
}

describe.skipIf(!hasBrowser)(`with ${projects} projects`, () => {
  const data = mkdtempSync(join(tmpdir(), 'headway-large-'));
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const db = await openDatabase({ url: join(data, 'headway.db') });
    await fillLargeRegister(db, projects);
    await addExampleMonths(db);
    await db.close();
    [server, browser] = await Promise.all([startServer({ data }), launch()]);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  // seen to fail: past forecasts had 7,656 elements
  test.each(addresses)(
    'the page %s reads at most 300 kB of data, and has few elements',
    async (address) => {
      const { bytes, elements } = await measurePage(browser, server.url + address);
      expect(bytes).toBeGreaterThan(1000);
      expect.soft(bytes).toBeLessThanOrEqual(mostBytes);
      const most = address === pagePaths.figures ? mostOfFigures : mostElements;
      expect(elements).toBeLessThanOrEqual(most);
    },
    300_000,
  );
});
