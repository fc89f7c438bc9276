import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { explainLabels } from '#web/features/explain/labels/index.ts';
import {
  axeFindings,
  journeys,
  languages,
  viewports,
  waitForIdle,
} from '../setup/pages/journey.ts';
import { layoutFaults } from '../setup/pages/overlap.ts';
import { unexplainedFigures } from '../setup/pages/unexplained-figures.ts';

const paths = [
  '/?lang=en',
  '/?lang=zh-CN&tab.progress=table&tab.pipeline=table',
  '/?lang=en&industry=eco',
  '/outlook?lang=en',
  '/pipeline?lang=ja',
  '/changes?lang=en',
  '/changes?lang=zh-CN&tab.changes=table',
  '/month?lang=en&month=2021-03',
  '/projects/A05?lang=en',
  '/report?lang=en&period=2021-03',
  '/report?lang=zh-CN&period=2021Q1',
  '/outlook?lang=zh-CN&scenario=delay:12;rate:0.8',
  '/forecasts?lang=en',
  '/settings/targets?lang=en',
  '/charts?lang=ja&chart=breakdown&versus=2020-12-31&tab.breakdown=table',
];

/** Opens all details of a page. @returns its figures without a measure */
async function findUnexplained(page: Page): Promise<readonly string[]> {
  await page.locator('main button[data-measure]').first().waitFor();
  await page
    .locator('main details')
    .evaluateAll((all) => all.map((one) => one.setAttribute('open', '')));
  return unexplainedFigures(page);
}

journeys('what figures are made of', (at) => {
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(new URL(path, at().server.url).href);
    await waitForIdle(page);
  };

  test('on each page every figure has a measure', async () => {
    const { page, problems } = await at().walk('/copy?lang=en');
    // one page goes through them all: a new one compiles the product's code again
    for (const path of paths) {
      await open(page, path);
      expect.soft([path, await findUnexplained(page)]).toEqual([path, []]);
    }
    expect(problems).toEqual([]);
  });

  test.each(analysisChartIds)(
    'in %s every figure has a measure, and a mark opens its explanation by keyboard',
    async (id) => {
      const { page, problems } = await at().walk(`/charts?lang=en&chart=${id}&tab.${id}=table`);
      expect.soft(await findUnexplained(page)).toEqual([]);
      await open(page, `/charts?lang=en&chart=${id}`);
      expect.soft(await findUnexplained(page)).toEqual([]);
      const drawing = page.locator('.chart-drawing').first();
      await drawing.focus();
      await page.locator('.chart-live svg').first().waitFor({ state: 'attached' });
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog');
      await panel.first().waitFor();
      // a mark that is one project opens the project
      if (!page.url().includes('sel='))
        await panel.getByText(explainLabels.en.formula, { exact: true }).waitFor();
      expect(problems).toEqual([]);
    },
  );

  test('a number without a measure is found', async () => {
    const { page } = await at().walk('/pipeline?lang=en');
    await page.evaluate(() => {
      const planted = document.createElement('p');
      planted.textContent = 'On 16 April 2021 there were 12 more';
      document.querySelector('main')?.append(planted);
    });
    expect(await unexplainedFigures(page)).toEqual([expect.stringContaining('there were 12 more')]);
  });

  test('a saved chart on the overview opens its figures with its own projects', async () => {
    const { url } = at().server;
    const answer = await fetch(new URL('/api/v1/saved-charts', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({
        title: 'Energy saving by stage',
        is_pinned: true,
        is_shared: true,
        is_in_report: false,
        view: { chart: 'breakdown', table: true, by: 'stage', industry: 'eco' },
      }),
    });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const { page } = await at().walk('/?lang=en');
    const figure = page.locator('td button[data-measure*="industry=eco"]').last();
    await figure.waitFor();
    expect.soft(await unexplainedFigures(page)).toEqual([]);
    await figure.click();
    const panel = page.getByRole('dialog');
    await panel.getByText(explainLabels.en.formula, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    // seen to fail: the saved chart stood above the targets
    await page.setViewportSize(viewports.phone);
    const topOf = (parts: string): Promise<number> =>
      page
        .locator(parts)
        .first()
        .evaluate((e) => e.getBoundingClientRect().top);
    expect(await topOf('.targets-table_table')).toBeLessThan(await topOf('.charts_pinned'));
  });

  test('a cell of a chart opens its projects and links to their list', async () => {
    const { page, problems } = await at().walk(
      '/charts?lang=en&chart=breakdown&m=count&by=industry&tab.breakdown=table',
    );
    const cell = page.locator('td button[data-measure*="key=eco&part=signed"]').first();
    const text = (await cell.textContent()) ?? '';
    await cell.click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('heading', { name: `Based on ${text} project` }).waitFor();
    expect.soft(await axeFindings(page)).toEqual([]);
    await panel.getByRole('link', { name: explainLabels.en.all_in_list }).click();
    await waitForIdle(page);
    expect(new URL(page.url()).searchParams.get('stage')).toBe('signed');
    expect(problems).toEqual([]);
  });

  const chart = { id: 'breakdown', by: 'industry' };
  const shared: readonly LinkView[] = [
    { page: 'overview' },
    { page: 'pipeline' },
    { page: 'changes' },
    { page: 'projects' },
    { page: 'outlook' },
    { page: 'charts', chart },
    { page: 'charts', chart: { ...chart, measure: 'count', versus: '2020-12-31' } },
    ...analysisChartIds
      .filter((id) => !['outlook', 'breakdown', 'money_ladder', 'distribution'].includes(id))
      .map((id) => ({ page: 'charts' as const, chart: { id } })),
  ];
  for (const [nr, view] of shared.entries())
    for (const profile of ['totals', 'full'] as const)
      test(`a reader of a link of ${profile} opens every figure of ${view.chart?.id ?? view.page} ${nr}`, async () => {
        const { url } = at().server;
        const answer = await fetch(new URL('/api/v1/links', url), {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: new URL(url).origin },
          body: JSON.stringify({
            name: 'Ministry',
            view,
            profile: redactionProfiles[profile],
            frozen: false,
            language: 'en',
            exports: 'none',
          }),
        });
        const { link, address } = (await answer.json()) as MadeLink;
        const { page, problems } = await at().walk(new URL(address, url).href);
        await page.locator('main button[data-measure]').first().waitFor();
        const toTable = page.getByRole('button', { name: 'Table', exact: true });
        for (const one of await toTable.all()) await one.click();
        const figures = await page
          .locator('main button[data-measure]')
          .evaluateAll((all) => [
            ...new Set(all.map((one) => (one as HTMLElement).dataset['measure'] ?? '')),
          ]);
        const failed = await page.evaluate(
          async ({ id, names }) => {
            const measures: string[] = [];
            for (const name of names) {
              const reply = await fetch(`/api/v1/shared/${id}/explanations/${name}`);
              if (reply.status !== 200) measures.push(`${name}: ${reply.status}`);
            }
            return measures;
          },
          { id: link.id, names: figures },
        );
        expect.soft(failed).toEqual([]);
        await page.locator('main button[data-measure]').first().click();
        const panel = page.getByRole('dialog');
        await panel.getByText(explainLabels.en.formula, { exact: true }).waitFor();
        expect(await panel.getByRole('link').count()).toBe(0);
        expect.soft(await axeFindings(page)).toEqual([]);
        expect(problems).toEqual([]);
      });

  for (const language of languages)
    test(`a figure is opened by keyboard down to a project, ${language}`, async () => {
      const { page, problems } = await at().walk(`/pipeline?lang=${language}`, {
        width: language === 'ja' ? 390 : 1440,
        height: 844,
      });
      const figure = page
        .locator('button[data-measure="stage_investment?stage=negotiation"]')
        .last();
      await figure.focus();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog');
      await panel.getByText(explainLabels[language].formula, { exact: true }).waitFor();
      await panel.getByRole('link').first().waitFor();
      expect.soft(await axeFindings(page)).toEqual([]);
      expect.soft(await layoutFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
      await figure.click();
      await panel.getByRole('link').first().click();
      await waitForIdle(page);
      expect(page.url()).toContain('sel=');
      expect(problems).toEqual([]);
    });
});
