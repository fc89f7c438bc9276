import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  waitForIdle,
  viewports,
} from '../../setup/pages/journey.ts';
import { firstScreen, layoutFaults, narrowTargets } from '../../setup/pages/overlap.ts';

/** The six main figures as each language writes them. */
const sixFigures = {
  'zh-CN': [
    /(^|\D)7\s*个?/,
    /28(\.0)?\s*亿/,
    /(^|\D)20(\D|$)/,
    /200/,
    /350\s*亿/,
    /35,000|3\.5\s*万/,
  ],
  ja: [/(^|\D)7\s*件?/, /28(\.0)?\s*億/, /(^|\D)20(\D|$)/, /200/, /350\s*億/, /35,000|3\.5\s*万/],
  en: [
    /(^|\D)7(\D|$)/,
    /2\.8\s*(bn|billion)/,
    /(^|\D)20(\D|$)/,
    /200/,
    /35(\.0)?\s*(bn|billion)/,
    /35,000/,
  ],
} as const;

/** Tables that have to be scrolled sideways, by how many px. */
const cutTables = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role=region]:has(> table)')]
      .map((e) => e.scrollWidth - e.clientWidth)
      .filter((px) => px > 0),
  );

journeys('a first visit', (at) => {
  for (const [index, language] of languages.entries())
    for (const [place, [name, viewport]] of Object.entries(viewports).entries())
      for (const theme of rotate(['light', 'dark'] as const, index + place).slice(0, 1))
        test(`${language}, ${name}, ${theme}: the six figures are on the first screen, no text collides, touch targets are large enough, axe finds nothing, no request follows the page`, async () => {
          const hasTouch = name !== 'desktop';
          const { page, problems, calls } = await at().visit(`/?lang=${language}&theme=${theme}`, {
            viewport,
            colorScheme: theme,
            hasTouch,
          });
          const screenText = await firstScreen(page);
          for (const figure of sixFigures[language]) expect.soft(screenText).toMatch(figure);
          expect.soft(await layoutFaults(page)).toEqual([]);
          expect.soft(await cutTables(page)).toEqual([]);
          if (hasTouch) expect.soft(await narrowTargets(page)).toEqual([]);
          expect.soft(await axeFindings(page)).toEqual([]);
          // the one stream of changes begins once the page is at rest
          expect.soft(calls.filter((call) => call !== `GET ${endpoints.events.path}`)).toEqual([]);
          expect.soft(calls.length).toBeLessThanOrEqual(1);
          expect.soft(problems).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        });

  test('at 320, 600, 744 and 1024 px no text collides and nothing scrolls sideways', async () => {
    const { page, problems } = await at().visit('/?lang=en', {
      viewport: { width: 320, height: 900 },
    });
    await checkWidths(page, [320, 600, 744, 1024], async (width) => {
      expect.soft(await layoutFaults(page), `${width}`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
    expect(problems).toEqual([]);
  });

  test('the served page holds words, figures, charts and its data, and nothing that the policy forbids', async () => {
    const response = await fetch(`${at().server.url}/?lang=en`);
    const html = await response.text();
    expect(html).toMatch(/2\.8/);
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/<[^>]+\sstyle="/);
    expect(html.match(/<script(?![^>]*type="application\/json")(?![^>]*src=)/g)).toBeNull();
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types headway-offline',
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe-inline');
  });

  test('the address pasted into another browser shows the same view, and Back returns', async () => {
    const first = await at().visit('/?lang=en');
    await first.page
      .getByRole('button', { name: '日本語' })
      .or(first.page.getByRole('radio', { name: '日本語' }))
      .first()
      .click();
    await expect.poll(() => first.page.evaluate(() => document.documentElement.lang)).toBe('ja');
    await waitForIdle(first.page);
    const address = first.page.url();
    const second = await at().visit(address);
    const words = async (page: Page) =>
      (await page.locator('main').innerText()).replaceAll(/\s+/g, '');
    expect(await words(second.page)).toBe(await words(first.page));
    await first.page.goBack();
    await expect.poll(() => first.page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect([...first.problems, ...second.problems]).toEqual([]);
  });
});
