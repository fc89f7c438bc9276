import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { logicalWidths } from '#charts/kit/definition.ts';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { pagePaths } from '#contract/core/pages.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { journeys } from '../../setup/pages/journey.ts';

/** The addresses of all pages, and of all charts of the page of charts. */
const addresses = [
  ...Object.values(pagePaths).map((path) => path.replace(':code', 'A01')),
  ...analysisChartIds.map((chart) => `/charts?chart=${chart}`),
];

/**
 * Counts the drawings in a page before any script runs: those of each chart, which are made for
 * widths, and all others by their name, or by their place where they have none.
 */
const countDrawings = (page: Page) =>
  page.evaluate(() => {
    const count = (names: readonly string[]): Readonly<Record<string, number>> =>
      Object.fromEntries(
        [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]),
      );
    const pictures = [...document.querySelectorAll('.chart-picture')].map(
      (picture) => picture.querySelectorAll(':scope > svg').length,
    );
    const others = [...document.querySelectorAll('svg')].filter(
      (svg) => svg.closest('.chart') === null && svg.parentElement?.closest('svg') === null,
    );
    const named = others.flatMap((svg) => svg.getAttribute('aria-label') ?? []);
    const heads = [...document.querySelectorAll('[role="columnheader"]')].map(
      (head) => head.querySelectorAll('svg').length,
    );
    return { pictures, named: count(named), mostInHead: Math.max(0, ...heads) };
  });

// Seen to fail: each bar of the targets was four drawings, and each of their heads three.
journeys('drawings in a page', (at) => {
  test.each(addresses)('%s has no drawing twice, and a chart once for each width', async (path) => {
    const { page } = await at().visit(`${path}${path.includes('?') ? '&' : '?'}lang=en`, {
      javaScriptEnabled: false,
    });
    const { pictures, named, mostInHead } = await countDrawings(page);
    for (const count of pictures) expect(count).toBe(logicalWidths.length);
    expect(Object.entries(named).filter(([, count]) => count > 1)).toEqual([]);
    expect(mostInHead).toBeLessThanOrEqual(1);
    if (path === '/' || path.startsWith('/charts')) expect(pictures).not.toEqual([]);
    if (path === '/') expect(Object.keys(named).length).toBeGreaterThan(3);
  });

  test('a shared link has no drawing twice, and a chart once for each width', async () => {
    const { url } = at().server;
    const response = await fetch(new URL('/api/v1/links', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({
        name: 'Drawings',
        view: { page: 'overview' },
        profile: redactionProfiles.totals,
        frozen: true,
        language: 'en',
        exports: 'none',
      }),
    });
    const { address } = (await response.json()) as MadeLink;
    const { page } = await at().visit(address);
    await page.getByRole('table', { name: 'Targets', exact: true }).waitFor();
    const { pictures, named, mostInHead } = await countDrawings(page);
    expect(pictures).not.toEqual([]);
    for (const count of pictures) expect(count).toBe(logicalWidths.length);
    expect(Object.entries(named).filter(([, count]) => count > 1)).toEqual([]);
    expect(Object.keys(named).length).toBeGreaterThan(3);
    expect(mostInHead).toBe(1);
  });
});
