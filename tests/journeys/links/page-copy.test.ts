import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MadeLink, NewLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import type { Language } from '#domain/values/language.ts';
import { viewCopyLabels } from '#web/features/links/labels/copy/index.ts';
import { openPage } from '../../setup/pages/browser.ts';
import { journeys, languages, viewports } from '../../setup/pages/journey.ts';

const views = [
  { page: 'overview' },
  { page: 'pipeline' },
  { page: 'outlook' },
] as const satisfies readonly NewLink['view'][];

/**
 * Finds lines without a colour, and bars of a phone that are not beside their percentage: both have
 * lost a style of their page.
 */
const findPlacedApart = (copy: Page): Promise<readonly string[]> =>
  copy.evaluate(() => {
    const isDrawn = (path: Element): boolean => {
      const { stroke, fill } = getComputedStyle(path);
      return stroke !== 'none' || fill !== 'none';
    };
    const lines = [...document.querySelectorAll('.answers_lines path')].filter(
      (one) => !isDrawn(one),
    );
    const shares = [...document.querySelectorAll('.bullet-rows_lane b')].filter((share) => {
      const [own, bar] = [share, share.parentElement?.querySelector('svg')].map((one) =>
        one?.getBoundingClientRect(),
      );
      return own !== undefined && bar !== undefined && own.height > 0 && own.bottom <= bar.top;
    });
    return [...lines, ...shares].map((element) => element.outerHTML);
  });

journeys('a copy of a shared page', (at) => {
  const make = async (more: Partial<NewLink>): Promise<string> => {
    const { url } = at().server;
    const response = await fetch(new URL('/api/v1/links', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({
        name: 'Copy',
        profile: redactionProfiles.totals,
        frozen: true,
        exports: 'data',
        ...more,
      }),
    });
    expect(response.status, await response.clone().text()).toBe(201);
    return ((await response.json()) as MadeLink).address;
  };

  const save = async (address: string, language: Language): Promise<string> => {
    const { page, problems } = await at().visit(address, { locale: language });
    await page.mouse.move(40, 40);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: viewCopyLabels[language].copy }).click(),
    ]);
    const path = join(mkdtempSync(join(tmpdir(), 'headway-copy-')), 'copy.html');
    await saved.saveAs(path);
    expect(problems).toEqual([]);
    return path;
  };

  // seen to fail: a copy showed the drawings for phone, tablet and desk one over the other, and the
  // empty room of charts that nobody had pointed at; the small lines of its outlook were invisible,
  // and on a phone the percentages stood above their bars
  for (const [place, view] of views.entries())
    test(`${view.page}: without scripts and network it has each chart once, in its place`, async () => {
      const language = languages[place] ?? 'en';
      const path = await save(await make({ view, language }), language);
      for (const viewport of [viewports.desktop, viewports.phone]) {
        const { page: copy, close } = await openPage(at().browser, {
          viewport,
          javaScriptEnabled: false,
          offline: true,
        });
        const requests: string[] = [];
        copy.on('request', (request) => requests.push(request.url()));
        await copy.goto(pathToFileURL(path).href);
        const charts = await copy.locator('.copied-chart').all();
        expect(charts.length).toBeGreaterThan(0);
        for (const chart of charts) {
          const drawings = chart.locator(':scope > svg:visible');
          expect(await drawings.count()).toBe(1);
          expect(await drawings.locator('text').count()).toBeGreaterThan(1);
          const [own, drawing] = [await chart.boundingBox(), await drawings.boundingBox()];
          expect(own).not.toBeNull();
          expect(Math.abs((own?.height ?? 0) - (drawing?.height ?? 0))).toBeLessThan(1);
          expect(Math.abs((own?.width ?? 0) - (drawing?.width ?? 0))).toBeLessThan(1);
        }
        expect(await findPlacedApart(copy)).toEqual([]);
        expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
        await close();
      }
    });

  // seen to fail: a phone showed dashes without a heading
  test('lists each named project, on a phone with headings, and on paper', async () => {
    const profile = redactionProfiles.full;
    const path = await save(
      await make({ view: { page: 'overview' }, profile, language: 'en' }),
      'en',
    );
    const { page: copy, close } = await openPage(at().browser, { viewport: viewports.phone });
    await copy.goto(pathToFileURL(path).href);
    const rows = copy.locator('.reader_names tbody tr');
    expect(await rows.count()).toBeGreaterThan(5);
    for (const cell of await copy.locator('.reader_names td:visible').all()) {
      expect(await cell.innerText()).not.toBe('—');
      expect(await cell.getAttribute('data-label')).not.toBeNull();
    }
    await copy.emulateMedia({ media: 'print' });
    expect(await rows.filter({ visible: true }).count()).toBe(await rows.count());
    await close();
  });
});
