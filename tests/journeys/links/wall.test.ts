import { expect, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { wallLabels } from '#web/features/wall/labels/index.ts';
import { wall } from '../../reliability/load/wall.ts';
import { openPage } from '../../setup/pages/browser.ts';
import { axeFindings, journeys, languages } from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

const screen = { width: 1920, height: 1080 };

journeys('the screen on a wall', (at) => {
  test.each(languages)(
    'in %s all targets, the day, the example status and what needs action stand on one screen, and nothing can be pressed',
    async (language) => {
      const { page, problems } = await at().visit(`/?view=wall&lang=${language}`, {
        viewport: screen,
      });
      await page.locator('.wall_wall .lists_list li').nth(3).waitFor();
      const cut = await page
        .locator(
          '.wall_wall :is(h2, h3, .targets-table_row, .lists_list li, .wall_dates span, .status-line_statusLine)',
        )
        .evaluateAll((all) =>
          all
            .filter(
              (one) =>
                one.getBoundingClientRect().bottom > innerHeight ||
                one.getBoundingClientRect().right > innerWidth,
            )
            .map((one) => one.textContent),
        );
      expect(cut).toEqual([]);
      expect(await page.locator('.wall_wall .targets-table_row.targets-table_direct').count()).toBe(
        3,
      );
      expect(await page.locator('.wall_wall').innerText()).toContain(
        wallLabels[language].example_title,
      );
      expect(await page.locator('.wall_wall :is(button, a, select, input):visible').count()).toBe(
        0,
      );
      expect(await layoutFaults(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.frame_rail').waitFor();
    },
  );

  test('a shared link’s wall shows no more than the link, reads again by itself, and says when nothing answers', async () => {
    const { url } = at().server;
    const send = (path: string, body: unknown) =>
      fetch(new URL(path, url), {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: url },
      });
    const made = await send('/api/v1/links', {
      name: 'Hall',
      view: { page: 'overview' },
      profile: redactionProfiles.totals,
      frozen: false,
      language: 'en',
      exports: 'none',
    });
    const { address, link } = (await made.json()) as MadeLink;
    const { page, close } = await openPage(at().browser, { viewport: screen });
    await page.clock.install();
    await page.goto(
      new URL(address.replace('#', `${address.includes('?') ? '&' : '?'}view=wall#`), url).href,
    );
    await page.locator('.wall_wall .targets-table_table').waitFor();
    expect(page.url()).not.toContain('#');
    expect(await page.locator('.wall_wall').innerText()).not.toMatch(
      /Project [A-D]\d\d|Needs action/,
    );
    const path = `/api/v1/shared/${link.id}`;
    const again = page.waitForResponse((response) => response.url().endsWith(path));
    await page.clock.runFor(60_000);
    await again;
    await page.route(`**${path}`, (route) => route.abort());
    await page.clock.runFor(4 * 60_000);
    await page.locator('.wall_lost').waitFor();
    expect(await page.locator('.wall_wall .targets-table_row.targets-table_direct').count()).toBe(
      3,
    );
    await page.unroute(`**${path}`);
    // the probe comes 80 s after the one before at the latest; answers take real time, in which the
    // page's clock hardly moves
    let passed = 0;
    for (; passed < 100 && (await page.locator('.wall_lost').count()) > 0; passed += 10) {
      await page.clock.runFor(10_000);
      await page.waitForTimeout(300);
    }
    expect(await page.locator('.wall_lost').count(), `after ${passed} s`).toBe(0);
    await close();
  });
});

test('a screen that is read again and again holds no more than at the beginning, in small', {
  timeout: 120_000,
}, async () => {
  const { held, messages } = await wall.run({ seed: 1, share: 0.02 });
  expect(held, messages.join('\n')).toBe(true);
});
