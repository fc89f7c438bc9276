import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { openPage } from '../../setup/pages/browser.ts';
import { journeys, viewports } from '../../setup/pages/journey.ts';
import { importLongWords } from '../../setup/pages/foreign-register.ts';
import { freePort } from '../../setup/processes/server.ts';

const t = shareLabels.en;
const widths = [320, 620, 1200];
/** Each figure with the page whose dialog embeds it. */
const figures = [
  ['targets', 'overview'],
  ['progress', 'overview'],
  ['pipeline', 'overview'],
  ['changes', 'changes'],
] as const;

/** The visible part of a figure in its frame, and whether anything must be scrolled. */
const readFrame = (page: Page) =>
  page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => {
      const inView = (selector: string) => {
        const box = body.querySelector(selector)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight + 1;
      };
      const root = document.documentElement;
      return {
        wide: root.scrollWidth - root.clientWidth,
        tall: root.scrollHeight - root.clientHeight,
        spare: root.clientHeight - Math.ceil(body.getBoundingClientRect().height),
        source: inView('figcaption'),
        foot: inView('[data-foot]'),
      };
    });

journeys('a figure in a page of another site', (at) => {
  let site: Server | undefined;
  afterEach(() => site?.close());
  /** Makes the code of a figure in the dialog, for a frame that adjusts itself and for each width. */
  const makeCodes = async (
    figure: string,
    route: string,
    origin: string,
  ): Promise<readonly string[]> => {
    const { page, problems, close } = await openPage(at().browser, {
      viewport: viewports.desktop,
    });
    await page.goto(`${at().server.url}/${route}?lang=en`);
    await page.getByRole('button', { name: 'Share' }).first().click();
    await page.getByLabel(t.name, { exact: true }).fill('Zone site');
    await page.getByLabel(t.place).selectOption(figure);
    await page.getByLabel(t.sites).fill(origin);
    await page.getByRole('button', { name: t.make }).click();
    const code = page.getByLabel(t.code, { exact: true });
    const codes: string[] = [];
    for (const width of ['', ...widths.map(String)]) {
      await page.getByLabel(t.code_width).selectOption(width);
      // it is offered once the hidden frame has been measured
      await expect.poll(() => code.inputValue()).toContain(`width="${width || '100%'}"`);
      codes.push(await code.inputValue());
    }
    expect(problems).toEqual([]);
    await close();
    return codes;
  };
  /** Serves a page that holds one piece of HTML under a policy that allows nothing inline. */
  const serveSite = async (port: number, html: () => string): Promise<void> => {
    const { origin: home } = new URL(at().server.url);
    site = createServer((_request, response) => {
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${home}; frame-src ${home}; style-src-attr 'unsafe-inline'`,
      );
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>site</title>${html()}`);
    });
    await new Promise<void>((listening) => site?.listen(port, '127.0.0.1', listening));
  };

  test.each(figures)('%s needs no scroll bar at 320, 620 and 1,200 px', async (figure, route) => {
    const port = await freePort();
    // another host than the server's: a page of another site
    const origin = `http://localhost:${port}`;
    const [adjusting = '', ...fixed] = await makeCodes(figure, route, origin);
    let html = '';
    await serveSite(port, () => html);
    const context = await at().browser.newContext({ viewport: { width: 1300, height: 1000 } });
    const page = await context.newPage();
    const show = async (code: string, width: number) => {
      html = `<div style="width:${width}px">${code}</div>`;
      await page.goto(origin);
      await page.frameLocator('iframe').getByRole('figure').waitFor();
    };
    const fits = { wide: 0, tall: 0, spare: 0, source: true, foot: true };
    // the frame follows its width, and gets lower and higher again; a server limits openings
    await show(adjusting, 620);
    for (const width of [...widths, 620]) {
      await page.locator('div').evaluate((place, px) => {
        place.style.width = `${px}px`;
      }, width);
      await expect.poll(() => readFrame(page)).toEqual(fits);
    }
    for (const [index, width] of widths.entries()) {
      await show(fixed[index] ?? '', width);
      expect(fixed[index]).not.toContain('<script');
      const read = async () => {
        const { spare, ...frame } = await readFrame(page);
        return { ...frame, width, isFull: spare < 60 };
      };
      const whole = { wide: 0, tall: 0, source: true, foot: true };
      await expect.poll(read).toEqual({ ...whole, width, isFull: true });
    }
    // in a frame that is too low, source and status stay visible
    await show((fixed[0] ?? '').replace(/ height="\d+"/, ' height="240"'), 320);
    await expect.poll(() => readFrame(page)).toMatchObject({ wide: 0, source: true, foot: true });
    await context.close();
  });

  // the last test, since its register replaces the sample of the server; seen to fail: industries without a blank stood 87 px beyond the frame
  test('a key with long words needs no scroll bar at 320 px', async () => {
    await importLongWords(at().server.url);
    const port = await freePort();
    const [adjusting = ''] = await makeCodes('pipeline', 'overview', `http://localhost:${port}`);
    await serveSite(port, () => `<div style="width:320px">${adjusting}</div>`);
    const context = await at().browser.newContext({ viewport: { width: 400, height: 1000 } });
    const page = await context.newPage();
    await page.goto(`http://localhost:${port}`);
    await page.frameLocator('iframe').getByRole('figure').waitFor();
    await expect
      .poll(() => readFrame(page))
      .toMatchObject({ wide: 0, tall: 0, source: true, foot: true });
    await context.close();
  });
});
