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

/**
 * Waits until the worker keeps the page without data and the given addresses, and has added no
 * other copy for a second: a page also reads what these addresses do not name.
 */
export async function waitForCopies(page: Page, ...addresses: readonly string[]): Promise<void> {
  await expect
    .poll(() => listCopies(page), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['/offline.html', ...addresses]));
  let count = 0;
  const addedCopies = async (): Promise<number> => {
    const before = count;
    count = (await listCopies(page)).length;
    return count - before;
  };
  await expect.poll(addedCopies, { timeout: 30_000, interval: 1000 }).toBe(0);
}
