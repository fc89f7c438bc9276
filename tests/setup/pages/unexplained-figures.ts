import type { Page } from 'playwright-core';

/**
 * Names of the days and other numbers that are no figures: years, months, codes, the band label.
 */
const notFigures = [
  String.raw`\d{1,2}(?:–\d{1,2})? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{4})?(?:,? \d{1,2}:\d{2})?`,
  String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}`,
  String.raw`\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?末?`,
  String.raw`\d{1,2}月(?:\d{1,2}日)?末?`,
  String.raw`(?:19|20)\d\d-\d\d(?:-\d\d)?`,
  String.raw`(?:19|20)\d\d(?:–(?:19|20)?\d\d)?(?![\d.,])`,
  String.raw`\b[A-Z]{1,3}\d{2,}\b`,
  'GB/T 4754',
  '10–90%',
  '(?:last 12 months|近12个月|直近12か月)',
];

/**
 * Elements whose numbers are no figures: fields, names of projects, words of a rule or a source
 * (`data-words`), and the length of a list or of its remainder (`data-listed`).
 */
const apart = [
  'input, select, textarea, option, label, legend, nav, time, code',
  'a[href*="sel="], a[href*="/projects/"]',
  'button:not([data-measure])',
  '[data-words], [data-listed], details.lists_definitions, caption, th[scope="col"]',
].join(', ');

/**
 * Walks the text of a page and finds numbers without a measure. A sentence that repeats figures
 * names them in `data-says`; each must have an explanation somewhere on the page.
 */
export const unexplainedFigures = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([patterns, apartFrom]) => {
      const texts: string[] = [];
      const dates = new RegExp(patterns.join('|'), 'gu');
      const root = document.querySelector('main') ?? document.body;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        const text = (node.textContent ?? '').trim();
        if (parent === null || !/\d/.test(text.replaceAll(dates, ''))) continue;
        if (!parent.checkVisibility({ visibilityProperty: true })) continue;
        if (parent.closest('[data-measure], [data-says]') !== null) continue;
        if (parent.closest(apartFrom) !== null) continue;
        // a drawing is explained by its title, and mark by mark in its table
        const figure = parent.closest('.chart')?.closest('[data-figure]');
        if (figure?.querySelector('[data-measure]') != null) continue;
        texts.push(`${parent.closest('[class]')?.className ?? parent.tagName}: ${text}`);
      }
      for (const element of root.querySelectorAll<HTMLElement>('[data-says]')) {
        if (!/\d/.test(element.innerText)) continue;
        for (const measure of (element.dataset['says'] ?? '').split(' '))
          if (root.querySelector(`button[data-measure^="${measure}"]`) !== null) break;
          else if (measure === (element.dataset['says'] ?? '').split(' ').at(-1))
            texts.push(`nothing opens ${measure}: ${element.innerText.slice(0, 80)}`);
      }
      return texts;
    },
    [notFigures, apart] as const,
  );
