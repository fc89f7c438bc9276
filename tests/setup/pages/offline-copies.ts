import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The addresses that the browser keeps for use offline, without their origin. */
export const listCopies = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        names.push(url.slice(location.origin.length));
    return names;
  });

/** Waits until the worker keeps the page without data and the given addresses. */
export const waitForCopies = (page: Page, ...addresses: readonly string[]): Promise<void> =>
  expect
    .poll(() => listCopies(page), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['/offline.html', ...addresses]));
