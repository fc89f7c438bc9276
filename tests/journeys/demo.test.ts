import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { hasBrowser, launch, openPage } from '../setup/pages/browser.ts';
import { freePort } from '../setup/processes/server.ts';

const root = join(import.meta.dirname, '../..');
const hasDemo = existsSync(join(root, 'dist-demo/index.html'));

describe.skipIf(!hasBrowser || !hasDemo)(
  'the demo, with no server behind it (npm run demo builds it)',
  () => {
    let browser: Browser;
    let server: ChildProcess;
    let url = '';
    beforeAll(async () => {
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      server = spawn(process.execPath, ['scripts/demo-server.mjs'], {
        cwd: root,
        env: { ...process.env, PORT: String(port) },
        stdio: 'ignore',
      });
      browser = await launch();
      const responds = async () => (await fetch(url).catch(() => undefined))?.ok;
      await vi.waitUntil(responds, { timeout: 60_000 });
    });
    afterAll(async () => {
      await browser?.close();
      server?.kill();
    });
    const ready = (page: Page) =>
      page
        .locator('main')
        .getByText(/2\.8\s*(bn|billion)/)
        .first()
        .waitFor();
    const api = (page: Page, path: string, body?: unknown): Promise<unknown> =>
      page.evaluate(
        async ([at, body]) => {
          const response = await fetch(
            at,
            body === undefined
              ? {}
              : {
                  method: 'POST',
                  headers: { 'content-type': 'application/json' },
                  body: JSON.stringify(body),
                },
          );
          return response.json();
        },
        [path, body] as const,
      );

    test('shows the overview, keeps an entered month over a reload and in another tab, and imports a register', async () => {
      const { page, problems } = await openPage(browser, {
        viewport: { width: 1440, height: 900 },
      });
      await page.goto(`${url}/?lang=en`);
      await ready(page);
      await api(page, '/api/v1/indicators/companies/observations', {
        period: '2021-04',
        value: '44',
      });
      await page.reload();
      await page.locator('main h1, main h2').first().waitFor();
      const series = (await api(page, '/api/v1/indicators/companies/observations')) as {
        items: { period: string; value?: string }[];
      };
      expect(series.items.at(-1)).toMatchObject({ period: '2021-04', value: '44' });

      const other = await page.context().newPage();
      await other.goto(`${url}/import?lang=en`);
      await other
        .locator('input[type=file]')
        .setInputFiles(join(root, 'tests/fixtures/register-zh.csv'));
      await other
        .getByRole('heading', { name: previewLabels.en.begins({ read: 30, to: 28 }) })
        .waitFor();
      expect(problems).toEqual([]);
    });

    test('a chart is exported as a picture that the page draws', async () => {
      const { page, problems } = await openPage(browser, {
        viewport: { width: 1440, height: 900 },
      });
      await page.goto(`${url}/?lang=zh-CN`);
      await page.locator('main svg').first().waitFor();
      const size = await page.evaluate(
        async () =>
          (await (await fetch('/api/v1/charts/targets.png?lang=zh-CN')).arrayBuffer()).byteLength,
      );
      expect(size).toBeGreaterThan(20_000);
      expect(problems).toEqual([]);
    });
  },
);
