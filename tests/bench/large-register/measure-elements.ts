import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { RunningServer } from '../../setup/processes/server.ts';
import { hasBrowser, launch } from '../../setup/pages/browser.ts';
import { pages } from './addresses.ts';
import type { Figure } from './aims.ts';

const paths = [...Object.values(pages), '/figures', '/outlook', '/report', '/zone'];
/** How long a page may take to load, and to draw what it shows then. */
const [loadMs, drawMs] = [300_000, 2500];

async function countElements(browser: Browser, url: string, path: string): Promise<Figure> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const figure = { aim: 'elements', what: path, unit: 'elements', limit: 3000 } as const;
  try {
    await page.goto(`${url}${path}`, { waitUntil: 'load', timeout: loadMs });
    await sleep(drawMs);
    return { ...figure, value: await page.locator('*').count(), group: 'pages' };
  } catch (error) {
    return { ...figure, value: Number.NaN, note: String(error).slice(0, 100) };
  } finally {
    await page.close();
  }
}

/** Counts the elements of pages in a browser, 1440 px wide. */
export async function measureElements({ url }: RunningServer): Promise<Figure[]> {
  if (!hasBrowser) {
    console.log('  elements of pages: NOT RUN, there is no Chromium');
    return [];
  }
  const browser = await launch();
  try {
    const figures: Figure[] = [];
    for (const path of paths) figures.push(await countElements(browser, url, path));
    return figures;
  } finally {
    await browser.close();
  }
}
