import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import type { Report } from '#domain/report/report.ts';
import { hasBrowser, launch, openPage } from '../setup/pages/browser.ts';
import { type RunningServer, startServer } from '../setup/processes/server.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const formats = ['json', 'csv', 'xlsx', 'pptx', 'svg', 'png', 'pdf'] as const;

let copy = '';
/** A line in a file of `src/charts`, before the first place of `before`. */
interface AddedLine {
  readonly file: string;
  readonly before: string;
  readonly line: string;
}
interface AddedChart {
  readonly folder: string;
  readonly definition: string;
  /** The file that puts a chart of the page of charts together. */
  readonly analysis?: string;
  /** All that changes outside the folder. */
  readonly lines: readonly [AddedLine, AddedLine];
}
const ofOverview: AddedChart = {
  folder: 'added',
  definition: 'definition.ts',
  lines: [
    {
      file: 'registry.ts',
      before: 'import ',
      line: "import { addition } from '#charts/added/definition.ts';\n",
    },
    { file: 'registry.ts', before: 'targets, progress,', line: 'added: addition, ' },
  ],
};
const ofAnalysis: AddedChart = {
  folder: 'added-analysis',
  definition: 'analysis-definition.ts',
  analysis: "export { addedAnalysis as chart } from './definition.ts';\n",
  lines: [
    {
      file: 'labels/analysis-names.ts',
      before: '  outlook:',
      line: "  added_analysis: { 'zh-CN': '各产业项目', ja: '産業別の案件', en: 'Projects by industry' },\n",
    },
    {
      file: 'analysis-charts.ts',
      before: 'export ',
      line: "export { chart as added_analysis } from '#charts/added-analysis/analysis-chart.ts';\n",
    },
  ],
};
/** Adds the folder of a chart to the copy, and its two lines. */
function addChart({ folder, definition, analysis, lines }: AddedChart): void {
  const charts = join(copy, 'src/charts');
  mkdirSync(join(charts, folder));
  for (const [from, to] of [
    [definition, 'definition.ts'],
    ['View.tsx', 'View.tsx'],
    ['bars.ts', 'bars.ts'],
  ] as const)
    cpSync(join(root, 'tests/fixtures/new-chart', from), join(charts, folder, to));
  if (analysis !== undefined) writeFileSync(join(charts, folder, 'analysis-chart.ts'), analysis);
  for (const { file, before, line } of lines) {
    const path = join(charts, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(before);
    writeFileSync(path, text.replace(before, line + before));
  }
}
/** The compiler's messages about the charts, one line each; empty where they compile. */
const compileCharts = async (): Promise<string> => {
  const tsc = join(root, 'node_modules/.bin/tsc');
  return run(tsc, ['-b', 'src/charts'], { cwd: copy }).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );
};

describe.skipIf(!hasBrowser)('a chart that is one folder and two lines outside it', () => {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  const address = (path: string): URL => new URL(path, server?.url);
  const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(address(path), { headers });
  const post = (path: string, body: object): Promise<Response> =>
    fetch(address(path), {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: address('/').origin },
    });

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'headway-chart-'));
    for (const name of [
      'src',
      'public',
      'scripts',
      'index.html',
      'package.json',
      'package-lock.json',
      'vite.config.ts',
    ])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const chart of [ofOverview, ofAnalysis]) addChart(chart);
    await run(process.execPath, ['scripts/build.mjs', '--now'], { cwd: copy });
    [server, browser] = await Promise.all([startServer({ root: copy }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(copy, { recursive: true, force: true });
  });

  test('compiles, and does not without a field of its definition or without its View', async () => {
    expect(await compileCharts()).toBe('');
    const paths = [ofOverview, ofAnalysis].map(({ folder }) =>
      join(copy, 'src/charts', folder, 'definition.ts'),
    );
    const texts = paths.map((path) => readFileSync(path, 'utf8'));
    const changeEach = (change: (text: string) => string): void =>
      paths.forEach((path, index) => {
        writeFileSync(path, change(texts[index] ?? ''));
      });
    changeEach((text) => text.replace(/^ {2}(needs|page|loadView|showsProjects): .*$/gm, ''));
    const missing = (await compileCharts()).match(/missing.*page, needs, showsProjects, loadView/g);
    expect(missing).toHaveLength(2);
    changeEach((text) => text.replace('./View.tsx', './bars.ts'));
    expect((await compileCharts()).match(/'View' is missing/g)).toHaveLength(2);
    changeEach((text) => text);
  });

  test('is in the page that the server sends, and is drawn on screen', async () => {
    const html = await (await get('/figures?lang=en', { accept: 'text/html' })).text();
    const figure = /<figure[^>]*data-figure="added".*?<\/figure>/s.exec(html)?.[0] ?? '';
    expect(figure).toContain('Projects by group');
    expect(figure).toMatch(/<svg class="chart-340"[^>]*>.*?<rect/s);
    if (browser === undefined) throw new Error('There is no browser.');
    const { page, problems, close } = await openPage(browser);
    await page.goto(address('/figures?lang=en').href);
    const drawing = page
      .getByRole('figure', { name: 'Projects by group' })
      .getByRole('img')
      .first();
    await drawing.hover();
    await drawing.locator('.chart-live svg rect').first().waitFor();
    await drawing.press('ArrowDown');
    await expect
      .poll(() =>
        page.getByRole('figure', { name: 'Projects by group' }).getByRole('status').textContent(),
      )
      .toMatch(/\d/);
    expect(problems).toEqual([]);
    await close();
  });

  test('of the page of charts is in its list and is drawn', async () => {
    if (browser === undefined) throw new Error('There is no browser.');
    const { page, problems, close } = await openPage(browser);
    await page.goto(address('/charts?lang=en').href);
    await page.getByRole('link', { name: 'Projects by industry' }).click();
    // a click before the page is hydrated loads the next page, whose picture waits for the pointer
    const drawing = page.locator('figure[data-figure="added_analysis"] .chart-drawing').first();
    await drawing.hover();
    await drawing.locator('.chart-live svg rect').first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test.each([
    ['added', '/figures?lang=en'],
    ['added_analysis', '/charts?lang=en&chart=added_analysis'],
  ])('%s is exported in each of the nine forms', async (id, path) => {
    for (const format of formats) {
      const response = await get(`/api/v1/charts/${id}.${format}?lang=en`);
      expect([format, response.status]).toEqual([format, 200]);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(40);
    }
    if (browser === undefined) throw new Error('There is no browser.');
    const { page, close } = await openPage(browser, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(address(path).href);
    await page.waitForLoadState('networkidle');
    await page
      .locator(`figure[data-figure="${id}"]`)
      .getByRole('button', { name: /^Export/ })
      .click();
    await page.getByRole('button', { name: /^Copy table/ }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^group\tprojects\n/);
    await page.getByRole('button', { name: /^Copy image To/ }).click();
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.clipboard.read())[0]?.types.join() ?? ''),
      )
      .toBe('image/png');
    await close();
  });

  test('is on its own slide of the report, and in the report for which it is saved', async () => {
    const saved = await post('/api/v1/saved-charts', {
      title: 'Ours',
      view: { chart: 'added_analysis' },
      is_shared: true,
      is_pinned: false,
      is_in_report: true,
    });
    expect(saved.status).toBe(201);
    const { report } = (await (await get('/api/v1/report?lang=en')).json()) as { report: Report };
    const figures = report.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'figure' ? [block.chart] : []));
    expect(figures).toContain('added_analysis');
    const answer = await get('/api/v1/documents/report.pptx?lang=en');
    const deck = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const slides = Object.entries(deck).filter(([name]) => name.startsWith('ppt/slides/slide'));
    const text = slides.map(([, bytes]) => strFromU8(bytes)).join('');
    expect(text).toContain('Projects by group');
    expect((await get('/api/v1/documents/report.pdf?lang=en')).status).toBe(200);
  });

  test('is drawn by a shared link that holds its needs, and by no other', async () => {
    const draft = {
      name: 'Ministry',
      view: { page: 'overview' },
      frozen: false,
      language: 'en',
      exports: 'data',
    };
    const filesOf = async (sections: readonly string[]): Promise<readonly number[]> => {
      const profile = { ...redactionProfiles.totals, sections };
      const link = (await (await post('/api/v1/links', { ...draft, profile })).json()) as MadeLink;
      const response = await post('/api/v1/shared/open', { secret: link.secret });
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
      return Promise.all(
        formats.map(
          async (format) =>
            (await get(`/api/v1/shared/${link.link.id}/charts/added.${format}`, { cookie })).status,
        ),
      );
    };
    expect(await filesOf(['strip'])).toEqual(formats.map(() => 200));
    expect(await filesOf(['targets'])).toEqual(formats.map(() => 404));
  });

  test('works alone in another website', async () => {
    const response = await post('/api/v1/links', {
      name: 'Ministry',
      view: {
        page: 'overview',
        embed: { figure: 'added', origins: ['https://zone.example.org'] },
      },
      profile: redactionProfiles.totals,
      frozen: false,
      language: 'en',
      exports: 'none',
    });
    expect(response.status).toBe(201);
    const link = (await response.json()) as MadeLink;
    if (browser === undefined) throw new Error('There is no browser.');
    const { page, close } = await openPage(browser);
    await page.goto(address(link.address).href);
    await page.locator('figure[data-figure="added"] svg rect').first().waitFor();
    await close();
  });
});
