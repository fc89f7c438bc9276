import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { wallLabels } from '#web/features/wall/labels/index.ts';
import { wall } from '../../reliability/load/wall.ts';
import { openPage } from '../../setup/pages/browser.ts';
import { axeFindings, journeys, languages } from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

const screen = { width: 1920, height: 1080 };

/** Texts that are smaller than 28 px, leave the screen or their box, or are cut. */
const wallFaults = (page: Page): Promise<readonly string[]> =>
  page.locator('#root').evaluate((wallElement) => {
    const walker = document.createTreeWalker(wallElement, NodeFilter.SHOW_TEXT);
    const faults: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const svg = element.closest('svg');
      const scale =
        svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < 27.9) faults.push(`${Math.round(size)} px: ${text}`);
      if (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight)
        faults.push(`outside: ${text}`);
      const holder = element.closest('svg, p, h1, h2, h3');
      if (
        holder !== null &&
        svg === null &&
        (holder.scrollWidth > holder.clientWidth + 1 ||
          holder.scrollHeight > holder.clientHeight + 6)
      )
        faults.push(`cut: ${text}`);
    }
    const main = wallElement.querySelector('main');
    if (main !== null && main.scrollHeight > main.clientHeight + 1) faults.push('main overflows');
    return faults;
  });

journeys('the screen on a wall', (at) => {
  test.each(languages)(
    'in %s headline, targets and every chart are complete on one screen, readable at four metres',
    async (language) => {
      const { page, problems } = await at().visit(`/?view=wall&lang=${language}`, {
        viewport: screen,
      });
      const chart = page.locator('section').getByRole('img');
      await page.getByRole('contentinfo').waitFor();
      expect(await page.getByRole('listitem').count()).toBe(4);
      expect(await page.locator('body').innerText()).toContain(wallLabels[language].example_title);
      expect(await page.locator(':is(button, a, select, input, table)').count()).toBe(0);
      const claims = new Set<string>();
      await page.clock.install();
      await page.reload();
      for (let turn = 0; turn < 4; turn += 1) {
        await chart.locator('text').first().waitFor();
        claims.add((await chart.getAttribute('aria-label')) ?? '');
        expect(await wallFaults(page)).toEqual([]);
        expect(await layoutFaults(page)).toEqual([]);
        await page.clock.runFor(30_000);
      }
      expect(claims.size).toBe(4);
      expect(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('navigation').first().waitFor();
    },
  );

  test('a shared link’s wall screen shows no more than the link, refreshes by itself, and reports a missing answer', async () => {
    const { url } = at().server;
    const send = (path: string, body: unknown) =>
      fetch(new URL(path, url), {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: url },
      });
    const linkResponse = await send('/api/v1/links', {
      name: 'Hall',
      view: { page: 'overview' },
      profile: redactionProfiles.totals,
      frozen: false,
      language: 'en',
      exports: 'none',
    });
    const { address, link } = (await linkResponse.json()) as MadeLink;
    const { page, close } = await openPage(at().browser, { viewport: screen });
    await page.clock.install();
    // the page counts its minutes from here on
    const started = page.waitForRequest((request) => request.url().endsWith('/events'));
    await page.goto(
      new URL(address.replace('#', `${address.includes('?') ? '&' : '?'}view=wall#`), url).href,
    );
    await page.getByRole('listitem').first().waitFor();
    await started;
    expect(page.url()).not.toContain('#');
    expect(await page.locator('body').innerText()).not.toMatch(/Project [A-D]\d\d|Needs action/);
    const path = `/api/v1/shared/${link.id}`;
    const again = page.waitForResponse((response) => response.url().endsWith(path));
    await page.clock.runFor(60_000);
    await again;
    await page.route(`**${path}`, (route) => route.abort());
    await page.clock.runFor(4 * 60_000);
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(4);
    await page.unroute(`**${path}`);
    // the probe comes at most 80 s after the previous one; answers take real time, in which the
    // page's clock hardly moves
    let seconds = 0;
    for (; seconds < 100 && (await page.getByRole('status').count()) > 0; seconds += 10) {
      await page.clock.runFor(10_000);
      await page.waitForTimeout(300);
    }
    expect(await page.getByRole('status').count(), `after ${seconds} s`).toBe(0);
    await close();
  });
});

test('a screen that is refreshed again and again uses no more memory than at the beginning, in small', {
  timeout: 120_000,
}, async () => {
  const { isMet, messages } = await wall.run({ seed: 1, share: 0.02 });
  expect(isMet, messages.join('\n')).toBe(true);
});
