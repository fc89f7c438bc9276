// R-18, F1. Seen to fail: without the escaping of the title, the policy stops a script in the title
// of a link's page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chartIds } from '#charts/registry.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { hasBrowser, launch } from '../../setup/pages/browser.ts';
import { hostile } from '../../setup/documents/hostile-texts.ts';
import { draft } from '../../setup/api/links.ts';
import { startServer } from '../../setup/processes/server.ts';
import {
  countOf,
  outcome,
  type RunOptions,
  type ReliabilityTest,
} from '../setup/reliability-test.ts';

type Send = (
  method: string,
  path: string,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;
/**
 * An own register with markup in every text field: a project, an issue and a link for each recipe,
 * and the names of the zone.
 */
async function fill(
  send: Send,
  url: string,
  recipes: readonly string[],
): Promise<{ readonly links: readonly MadeLink[]; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const links: MadeLink[] = [];
  const expectSuccess = async (what: string, answer: Response): Promise<unknown> => {
    if (!answer.ok)
      faults.push(
        `${what} was answered ${answer.status} ${(await answer.clone().text()).slice(0, 200)}`,
      );
    return answer.json();
  };
  for (const [i, text] of recipes.entries()) {
    const code = `X${i + 1}`;
    const named = `${text} ${i}`;
    const facts = {
      name: named,
      investor: text,
      owner: text,
      unit: text,
      next_step: text,
      remark: text,
      progress_text: text,
    };
    await expectSuccess(
      `project ${i}`,
      await send('POST', '/api/v1/projects', { code, stage: 'signed', facts, reason: text }),
    );
    await expectSuccess(
      `problem ${i}`,
      await send('POST', `/api/v1/projects/${code}/issues`, {
        text,
        severity: 'high',
        owner: text,
      }),
    );
    links.push(
      (await expectSuccess(
        `link ${i}`,
        await send('POST', '/api/v1/links', {
          ...draft,
          name: text,
          title: text,
          note: text,
          exports: 'data',
          publish_title: true,
        }),
      )) as MadeLink,
    );
  }
  const zone = await fetch(`${url}/api/v1/zone`);
  const { name, short_name } = (await zone.json()) as {
    name: Record<string, string>;
    short_name: Record<string, string>;
  };
  const all = (of: Record<string, string>) =>
    Object.fromEntries(Object.keys(of).map((language) => [language, recipes[0] ?? '']));
  await expectSuccess(
    'zone',
    await send(
      'PATCH',
      '/api/v1/zone',
      { name: all(name), short_name: all(short_name) },
      { 'if-match': zone.headers.get('etag') ?? '' },
    ),
  );
  const value = {
    period: '2021-03',
    value: '41',
    confirm: true,
    source: recipes[1] ?? recipes[0],
    note: recipes[0],
  };
  await expectSuccess(
    'value',
    await send('POST', '/api/v1/indicators/companies/observations', value),
  );
  return { links, faults };
}

/** Scripts that ran or that the policy stopped in a page since it was opened. */
async function ran(page: Page, what: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const frame of page.frames()) {
    const { xss, violations } = await frame
      .evaluate(() => ({
        xss: '__xss' in window,
        violations: (window as { __violations?: string[] }).__violations ?? [],
      }))
      .catch(() => ({ xss: false, violations: [] as string[] }));
    if (xss) faults.push(`${what}: markup of a field ran`);
    faults.push(...violations.map((one) => `${what}: against the policy: ${one}`));
  }
  return faults;
}

async function run(runOptions: RunOptions) {
  if (!hasBrowser) return outcome('NOT RUN: no Chromium here', []);
  const recipes = hostile.markup.slice(0, countOf(hostile.markup.length, runOptions));
  const [server, browser] = [await startServer(), await launch()];
  const folder = mkdtempSync(join(tmpdir(), 'headway-markup-'));
  const faults: string[] = [];
  let walked = 0;
  try {
    const send: Send = (method, path, body, headers = {}) =>
      fetch(`${server.url}${path}`, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      });
    const { links, faults: unfilled } = await fill(send, server.url, recipes);
    faults.push(...unfilled);
    const context = await browser.newContext({ locale: 'en-GB' });
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const frameWindow = window as { __violations?: string[] };
        (frameWindow.__violations ??= []).push(
          `${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
        );
      });
    });
    const page = await context.newPage();
    const outside: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).hostname.endsWith('evil.example')) outside.push(request.url());
    });
    page.on('dialog', (dialog) => void dialog.dismiss());
    const look = async (address: string): Promise<void> => {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      walked += 1;
      faults.push(...(await ran(page, address.slice(server.url.length, server.url.length + 100))));
    };
    const paths =
      '/ /overview /month /targets /projects /pipeline /changes /zone /import /links /copy /exports /report /people /account /audit /wall /join'.split(
        ' ',
      );
    for (const path of paths)
      await look(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=en`);
    for (const [i, text] of recipes.entries()) {
      await look(`${server.url}/projects/X${i + 1}?lang=en`);
      const pageText = await page.locator('body').innerText();
      if (!pageText.includes(text.slice(0, 12).replace(/[\u2028\u2029].*/, '')))
        faults.push(`/projects/X${i + 1}: ${text} is not shown letter for letter`);
      for (const name of ['q', 'as_of', 'lang', 'cmp', 'measure'])
        await look(`${server.url}/projects?${new URLSearchParams({ [name]: text }).toString()}`);
      await look(`${server.url}/${encodeURIComponent(text)}`);
      const link = links[i];
      if (link !== undefined) await look(`${server.url}${link.address}`);
    }
    // exported files, opened alone, without a policy
    for (const chart of chartIds)
      for (const lang of ['en', 'zh-CN', 'ja']) {
        const answer = await fetch(`${server.url}/api/v1/charts/${chart}.svg?lang=${lang}`);
        if (!answer.ok) continue;
        const file = join(folder, `${chart}-${lang}.svg`);
        const svg = await answer.text();
        writeFileSync(file, svg);
        // its tags, without the texts between them and the values of attributes
        const tags = svg.replaceAll(/>[^<]*</g, '><').replaceAll(/aria-label="[^"]*"/g, '');
        if (/<script|<foreignObject|\son[a-z]+\s*=|(?:href|src)\s*=\s*["'](?!#|data:)/i.test(tags))
          faults.push(`${chart}.svg holds what could run or lead out`);
        await page.goto(`file://${file}`);
        walked += 1;
        faults.push(...(await ran(page, `${chart}.svg alone`)));
      }
    await page.goto(`${server.url}/copy?lang=en`);
    await page.waitForLoadState('networkidle');
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.copy button').first().click(),
    ]);
    const file = join(folder, 'copy.html');
    await copy.saveAs(file);
    await page.goto(`file://${file}`);
    walked += 1;
    faults.push(...(await ran(page, 'the copy alone')));
    if (outside.length > 0) faults.push(`another site was asked: ${outside[0]}`);
    await context.close();
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return outcome(
    `${recipes.length} recipes of markup in every field, ${walked} pages and files looked at`,
    faults,
  );
}

export const markupWalk: ReliabilityTest = {
  id: 'R-18 F1',
  title: 'markup in every text field, on every page and in every export',
  run,
};
