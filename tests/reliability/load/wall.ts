// Seen to fail: when wall-screen.tsx keeps every overview in a list (heap), or adds a keydown
// listener at each refresh (listeners).
import type { CDPSession, Page } from 'playwright-core';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { hasBrowser, launch, openPage } from '../../setup/pages/browser.ts';
import { startServer } from '../../setup/processes/server.ts';
import { countOf, type ReliabilityTest, outcome } from '../setup/reliability-test.ts';

/** Two days and nights with a refresh every minute. */
const fullReads = 2880;
/** Refreshes until the engine has compiled its code. */
const warmUp = (reads: number): number => Math.max(40, Math.round(reads / 5));
const everyMs = 60_000;

interface MemoryUse {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Heap, nodes and listeners of the page after a garbage collection. */
async function heldBy(session: CDPSession): Promise<MemoryUse> {
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = (await session.send('Performance.getMetrics')) as {
    readonly metrics: readonly { readonly name: string; readonly value: number }[];
  };
  const of = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/**
 * Stops the page's clock just before its next refresh: from then on each minute ends with one. In
 * the middle of a minute the rest would pass at once, and the page would time the refresh out.
 */
async function alignTo(page: Page, path: string): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  let isAsked = false;
  page.on('request', (request) => {
    isAsked ||= request.url().endsWith(path);
  });
  const answer = page.waitForResponse((response) => response.url().endsWith(path));
  for (let second = 0; second < everyMs / 1000 && !isAsked; second += 1) {
    await page.clock.runFor(1000);
    await page.evaluate(() => undefined);
  }
  await (await answer).finished();
}

/** Lets this many refreshes pass, and waits for the answer of each. */
async function read(page: Page, path: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const answer = page.waitForResponse(
      (response) => response.url().endsWith(path) && response.status() < 400,
    );
    await page.clock.runFor(everyMs);
    // Read it to the end: a request that is open while a minute passes at once would time out.
    await (await answer).finished();
    await page.evaluate(() => undefined);
  }
}

/** Refreshes a wall screen repeatedly: heap, nodes and listeners don't grow. */
async function faultsOfWall(reads: number): Promise<readonly string[]> {
  const [server, browser] = await Promise.all([startServer(), launch()]);
  try {
    const response = await fetch(new URL('/api/v1/links', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({
        name: 'Wall',
        view: { page: 'overview' },
        profile: redactionProfiles.names,
        frozen: false,
        language: 'en',
        exports: 'none',
      }),
    });
    const { link, address } = (await response.json()) as MadeLink;
    const { page, problems } = await openPage(browser, { viewport: { width: 1920, height: 1080 } });
    await page.clock.install();
    const whole = new URL(address, server.url);
    whole.searchParams.set('view', 'wall');
    // the page counts its minutes from here on
    const started = page.waitForRequest((request) => request.url().endsWith('/events'));
    await page.goto(whole.href);
    await page.locator('.wall-targets_targets').waitFor();
    await started;
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const path = `/api/v1/shared/${link.id}`;
    await alignTo(page, path);
    await read(page, path, warmUp(reads));
    const before = await heldBy(session);
    await read(page, path, reads);
    const after = await heldBy(session);
    const describeGrowth = (name: keyof MemoryUse): string =>
      `${name} went from ${before[name]} to ${after[name]}`;
    const more = after.heap - before.heap;
    return [
      ...(more > before.heap * 0.1 || more > 10 * 1024 * 1024 ? [describeGrowth('heap')] : []),
      ...(Math.abs(after.nodes - before.nodes) > before.nodes * 0.05
        ? [describeGrowth('nodes')]
        : []),
      ...(after.listeners === before.listeners ? [] : [describeGrowth('listeners')]),
      ...problems,
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

export const wall: ReliabilityTest = {
  id: 'R-54',
  title: 'a wall screen refreshes for two days',
  run: async (runOptions) => {
    if (!hasBrowser)
      return { isMet: true, messages: ['NOT RUN: there is no Chromium on this machine'] };
    const reads = countOf(fullReads, runOptions);
    return outcome(`${reads} readings`, await faultsOfWall(reads));
  },
};
