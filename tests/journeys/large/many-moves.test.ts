import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { writeEdition } from '../../bench/large-register/register-rows.ts';
import { hasBrowser, launch, openPage, type WatchedPage } from '../../setup/pages/browser.ts';
import { json } from '../../setup/pages/foreign-register.ts';
import { viewports, waitForIdle } from '../../setup/pages/journey.ts';
import { runCommand } from '../../setup/processes/command.ts';
import { type RunningServer, startServer } from '../../setup/processes/server.ts';

/** The second edition changes the amount of each project; the server lists 500 of them. */
const projects = 600;
const mostElements = 3000;
const [atOnce, listed] = [100, 500];
const address = '/changes?as_of=2026-10-31&cmp=2026-09-30&lang=en';

const countElements = (page: Page): Promise<number> => page.locator('*').count();
const countRows = (page: Page): Promise<number> => rowsOf(page).count();
const rowsOf = (page: Page) =>
  page.getByRole('table', { name: `Moves: ${projects} projects` }).locator('tbody tr');

describe.skipIf(!hasBrowser)(`a comparison with ${projects} moves`, () => {
  const data = mkdtempSync(join(tmpdir(), 'headway-moves-'));
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const file = join(data, 'register.csv');
    for (const [at, day] of ['2026-09-30', '2026-10-31'].entries()) {
      await writeEdition(file, projects, at + 1);
      const { code, err } = await runCommand(
        ['import', file, '--yes', '--as-of', day, '--accept-changes', '--json'],
        { HEADWAY_DATA: data },
      );
      expect(code, err).toBe(0);
    }
    [server, browser] = await Promise.all([startServer({ data }), launch()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const open = async (
    path: string,
    options: Parameters<typeof openPage>[1] = {},
  ): Promise<WatchedPage> => {
    const watchedPage = await openPage(browser, options);
    onTestFinished(() => watchedPage.close());
    await watchedPage.page.goto(new URL(path, server.url).href);
    if (options.javaScriptEnabled !== false) await waitForIdle(watchedPage.page);
    return watchedPage;
  };

  const widths = [viewports.desktop, viewports.phone];
  // seen to fail: the page had ten elements for each of 500 moves
  test.each(widths)(
    'the page has at most 3,000 elements, before and in use, %o',
    async (viewport) => {
      const first = await open(address, { viewport, javaScriptEnabled: false });
      expect(await countRows(first.page)).toBe(atOnce);
      expect(await countElements(first.page)).toBeLessThanOrEqual(mostElements);
      const { page } = await open(address, { viewport });
      await page.mouse.move(40, 40);
      await waitForIdle(page);
      expect(await countElements(page)).toBeLessThanOrEqual(mostElements);
    },
  );

  test('a key lists the next moves, and the reader goes on at the first of them', async () => {
    const { page, problems } = await open(address);
    for (let rows: number = atOnce; rows < listed; rows += atOnce) {
      await page.getByText(`The newest ${rows} of ${projects} are listed.`).waitFor();
      await page.getByRole('button', { name: 'Show more' }).press('Enter');
      expect(await countRows(page)).toBe(rows + atOnce);
      const isNext = await rowsOf(page)
        .nth(rows)
        .evaluate((row) => row === document.activeElement);
      expect(isNext).toBe(true);
    }
    await page.getByText(`The newest ${listed} of ${projects} are listed.`).waitFor();
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('paper lists all moves that the server lists', async () => {
    const { page } = await open(address);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await countRows(page)).toBe(listed);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => countRows(page)).toBe(atOnce);
  });

  test('a shared link lists the first moves, and its copy all of them', async () => {
    const response = await fetch(
      new URL('/api/v1/links', server.url),
      json(server.url, {
        name: 'Moves',
        view: { page: 'changes', as_of: '2026-10-31', compare: '2026-09-30' },
        profile: { ...redactionProfiles.full, names: 'shown' },
        frozen: true,
        language: 'en',
        exports: 'data',
      }),
    );
    expect(response.status, await response.clone().text()).toBe(201);
    const { page, problems } = await open(((await response.json()) as MadeLink).address);
    expect(await countRows(page)).toBe(atOnce);
    expect(await countElements(page)).toBeLessThanOrEqual(mostElements);
    await page.mouse.move(40, 40);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Copy of the page' }).click(),
    ]);
    const copy = readFileSync(await saved.path(), 'utf8');
    const table = copy.match(/<caption[^>]*>Moves: .*?<\/table>/s)?.[0] ?? '';
    // a link holds a move back where it would tell an amount
    const named = Number(/(\d+) of 600 are named/.exec(copy)?.[1]);
    expect(named).toBeGreaterThan(listed - 10);
    expect(table.match(/<th [^>]*scope="row"/g)).toHaveLength(named);
    expect(copy).not.toContain('Show more');
    expect(await countRows(page)).toBe(atOnce);
    expect(problems).toEqual([]);
  });
});
