// Seen to fail: with the choices of forms counted, since those of months and days begin at the reader's own day.
import type { Browser, Page } from 'playwright-core';
import { hasBrowser, launch } from '../setup/browser.ts';
import { startServer } from '../setup/server.ts';
import { outcome, type HardTest } from './hard-test.ts';

const year = 365 * 24 * 60 * 60_000;
/** What a page says, without what may be chosen in its forms. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const chosen = [...document.querySelectorAll('select')].map((one) => one.innerText);
    return chosen.reduce((text, options) => text.replace(options, ''), document.body.innerText).replace(/\s+/g, ' ');
  });

/** What every page says under a clock that is right, a year slow and a year fast: the same. */
async function clocks(browser: Browser, url: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const path of '/ /targets /projects /projects/A01 /pipeline /changes /zone /report /exports /links /audit'.split(' ')) {
    const said: string[] = [];
    for (const off of [0, -year, year]) {
      const page = await browser.newPage({ locale: 'en-GB' });
      await page.clock.setFixedTime(Date.now() + off);
      await page.goto(`${url}${path}?lang=en`);
      await page.waitForLoadState('networkidle');
      said.push(await textOf(page));
      await page.close();
    }
    const [right = '', ...wrong] = said;
    for (const [i, text] of wrong.entries())
      if (text !== right) {
        const at = [...right].findIndex((c, n) => c !== text[n]);
        faults.push(
          `${path} a year ${i === 0 ? 'slow' : 'fast'}: “${text.slice(Math.max(0, at - 30), at + 50)}” for “${right.slice(Math.max(0, at - 30), at + 50)}”`,
        );
      }
  }
  return faults;
}

export const clientClocks: HardTest = {
  id: 'R-56',
  what: 'pages under clocks a year off',
  async run() {
    if (!hasBrowser) return outcome('NOT RUN: no Chromium here', []);
    const [server, browser] = [await startServer(), await launch()];
    try {
      return outcome('11 pages under three clocks', await clocks(browser, server.url));
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
