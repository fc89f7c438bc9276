import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { wallLabels } from '#web/features/wall/labels/index.ts';
import { wall } from '../../reliability/load/wall.ts';
import { openPage } from '../../setup/pages/browser.ts';
import {
  axeFindings,
  journeys,
  languages,
  pressShortcut,
  viewports,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';
import { watchTraffic } from '../../setup/pages/traffic.ts';

const screen = { width: 1920, height: 1080 };

/** Texts that are smaller than `least` px, leave the screen or their box, or are cut. */
const wallFaults = (page: Page, least = 28): Promise<readonly string[]> =>
  page.locator('#root').evaluate((wallElement, leastPx) => {
    const walker = document.createTreeWalker(wallElement, NodeFilter.SHOW_TEXT);
    const faults: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || !element.checkVisibility()) continue;
      if (element.closest('[aria-live]') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const svg = element.closest('svg');
      const scale =
        svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < leastPx - 0.1) faults.push(`${Math.round(size)} px: ${text}`);
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
  }, least);

/** Makes a link to the overview. @returns its id, and its address for a wall screen */
async function makeWallLink(
  url: string,
): Promise<{ readonly id: string; readonly address: string }> {
  const response = await fetch(new URL('/api/v1/links', url), {
    method: 'POST',
    body: JSON.stringify({
      name: 'Hall',
      view: { page: 'overview' },
      profile: redactionProfiles.totals,
      frozen: false,
      language: 'en',
      exports: 'none',
    }),
    headers: { 'content-type': 'application/json', origin: url },
  });
  const { address, link } = (await response.json()) as MadeLink;
  const whole = new URL(address, url);
  whole.searchParams.set('view', 'wall');
  return { id: link.id, address: whole.href };
}

/** Swipes with a finger, from a point of the screen over `across` px. */
async function swipe(page: Page, across: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: 400 }],
    });
  await touch('touchStart', 200);
  await touch('touchMove', 200 + across / 2);
  await touch('touchMove', 200 + across);
  await touch('touchEnd');
  await session.detach();
}

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

  test.each(languages)(
    'in %s a narrow window shows one chart with its claim, its days and its position',
    async (language) => {
      for (const viewport of [viewports.phone, viewports.tablet]) {
        const { page, problems } = await at().walk(`/?view=wall&lang=${language}`, viewport);
        const chart = page.locator('section').getByRole('img');
        for (const n of [1, 2, 3, 4]) {
          await chart.locator('text').first().waitFor();
          const position = new RegExp(`^${n}\\D+4\\D`);
          await page.getByRole('contentinfo').getByText(position).waitFor();
          expect(await wallFaults(page, 14)).toEqual([]);
          expect(await layoutFaults(page)).toEqual([]);
          const widest = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(widest).toBe(viewport.width);
          await pressShortcut(page, 'ArrowRight');
        }
        expect(await axeFindings(page)).toEqual([]);
        expect(problems).toEqual([]);
      }
    },
  );

  test('a person presents a link by keys and swipes without a connection, and leaves with Escape', async () => {
    const { address } = await makeWallLink(at().server.url);
    const { page, close } = await openPage(at().browser, {
      viewport: viewports.phone,
      hasTouch: true,
    });
    await page.goto(address);
    const note = page.getByRole('contentinfo');
    await note.waitFor();
    const isAt = (n: number) => note.getByText(`${n} of 4`).waitFor();
    await pressShortcut(page, 'ArrowRight');
    await isAt(2);
    await page.context().setOffline(true);
    await page.keyboard.press('Home');
    await isAt(1);
    await page.keyboard.press('PageDown');
    await isAt(2);
    await note.getByText(wallLabels.en.stopped).waitFor();
    await swipe(page, -120);
    await isAt(3);
    await swipe(page, 120);
    await isAt(2);
    await page.keyboard.press('End');
    await isAt(4);
    await page.touchscreen.tap(200, 400);
    await note.getByText(wallLabels.en.stopped).waitFor({ state: 'detached' });
    await page.context().setOffline(false);
    await page.keyboard.press('Escape');
    await page.locator('main h1').first().waitFor();
    expect(new URL(page.url()).search).not.toContain('wall');
    await close();
  });

  test('a shared link’s wall screen shows no more than the link, refreshes automatically, and reports a missing answer', async () => {
    const { url } = at().server;
    const { id, address } = await makeWallLink(url);
    const { page, close } = await openPage(at().browser, { viewport: screen });
    await page.clock.install();
    // the page counts its minutes from here on
    const started = page.waitForRequest((request) => request.url().endsWith('/events'));
    await page.goto(address);
    await page.getByRole('listitem').first().waitFor();
    await started;
    expect(page.url()).not.toContain('#');
    expect(await page.locator('body').innerText()).not.toMatch(/Project [A-D]\d\d|Needs action/);
    const path = `/api/v1/shared/${id}`;
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
    const { open } = watchTraffic(page);
    let seconds = 0;
    for (; seconds < 100 && (await page.getByRole('status').count()) > 0; seconds += 10) {
      await page.clock.runFor(10_000);
      await page.waitForTimeout(300);
      await expect.poll(() => open.size).toBe(0);
    }
    expect(await page.getByRole('status').count(), `after ${seconds} s`).toBe(0);
    await close();
  });
});

test('a screen that is refreshed again and again uses no more memory than at the beginning, in small', async () => {
  const { isMet, messages } = await wall.run({ seed: 1, share: 0.02 });
  expect(isMet, messages.join('\n')).toBe(true);
});
