// Seen to fail: when forms take days from the reader's clock, their choices and values differ
// by a year.
import type { Browser, Page } from 'playwright-core';
import { hasBrowser, launch } from '../../setup/pages/browser.ts';
import { startServer } from '../../setup/processes/server.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const year = 365 * 24 * 60 * 60_000;
/** The text of a page, with the choices and values of its forms. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map(
      (one) => (one as HTMLInputElement).value,
    );
    return `${document.body.innerText} ${values.join(' ')}`.replace(/\s+/g, ' ');
  });

/** The same, once it is stable. */
async function restOf(page: Page): Promise<string> {
  let text = '';
  for (let n = 0; n < 40; n += 1) {
    const before = text;
    text = await textOf(page);
    if (text === before) break;
    await page.waitForTimeout(500);
  }
  return text;
}

/** Reads every page with a clock that is right, a year slow and a year fast. All must be equal. */
async function clocks(browser: Browser, url: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const path of '/ /month /months /settings/targets /projects /projects/A01 /pipeline /changes /zone /report /exports /links /audit'.split(
    ' ',
  )) {
    const texts: string[] = [];
    for (const off of [0, -year, year]) {
      const page = await browser.newPage({ locale: 'en-GB' });
      await page.clock.setFixedTime(Date.now() + off);
      await page.goto(`${url}${path}?lang=en`);
      await page.waitForLoadState('networkidle');
      texts.push(await restOf(page));
      await page.close();
    }
    const [right = '', ...wrong] = texts;
    for (const [i, text] of wrong.entries())
      if (text !== right) {
        const at = Array.from(`${text}.`, (_, n) => n).findIndex((n) => right[n] !== text[n]);
        faults.push(
          `${path} a year ${i === 0 ? 'slow' : 'fast'}: “${text.slice(Math.max(0, at - 30), at + 50)}” for “${right.slice(Math.max(0, at - 30), at + 50)}”`,
        );
      }
  }
  return faults;
}

export const clientClocks: ReliabilityTest = {
  id: 'R-56',
  title: 'pages under clocks a year off',
  async run() {
    if (!hasBrowser) return outcome('NOT RUN: no Chromium here', []);
    const [server, browser] = [await startServer(), await launch()];
    try {
      return outcome('12 pages under three clocks', await clocks(browser, server.url));
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
