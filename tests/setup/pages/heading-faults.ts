import type { Page } from 'playwright-core';

/**
 * Finds headings more than one level below the heading before them, which a screen reader announces
 * as a missing part.
 *
 * @returns one line per fault
 */
export const headingFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((e) =>
      e.checkVisibility({ visibilityProperty: true }),
    );
    const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
    return headings.flatMap(({ textContent }, at) => {
      const [before, level] = [levels[at - 1] ?? 0, levels[at] ?? 0];
      return level > before + 1
        ? [`SKIP: h${before} to h${level} ${textContent.trim().slice(0, 30)}`]
        : [];
    });
  });
