import { expect, test } from 'vitest';
import { analysisCharts } from '#charts/all-charts.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import {
  axeFindings,
  journeys,
  pressShortcut,
  waitForIdle,
  viewports,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

/** Codes of the sample's projects, which are part of their names too. */
const project = /\b(A0[1-7]|B(0[1-9]|1\d|20)|C01|D0[12])\b/;
const t = shareLabels.en;

journeys('links to charts and to the outlook', (at) => {
  const share = async (path: string): Promise<string> => {
    const { page } = await at().walk(path);
    await waitForIdle(page);
    await pressShortcut(page, 's');
    await page.getByRole('textbox', { name: t.name }).fill('Ministry');
    await page.getByRole('textbox', { name: t.name }).press('Enter');
    return page.getByRole('textbox', { name: t.address }).inputValue();
  };

  test('a manager shares a chart with its filter; a stranger on a phone reads it, and no project', async () => {
    const address = await share('/charts?chart=breakdown&by=stage&m=count&industry=eco&lang=en');
    const { page } = await at().visit(`about:blank`, {
      viewport: viewports.phone,
      locale: 'zh-CN',
    });
    const url = new URL(address);
    url.searchParams.set('lang', 'zh-CN');
    await page.goto(url.href);
    await page.getByRole('figure').waitFor();
    await waitForIdle(page);
    const name = analysisCharts.breakdown.name('zh-CN');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(name);
    const text = await page.innerText('main');
    expect(text).not.toMatch(project);
    expect(text).toContain('产业：');
    expect(await layoutFaults(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('a chart that would reveal amounts is refused with a reason', async () => {
    const { page } = await at().walk('/charts?chart=money_ladder&lang=en');
    await waitForIdle(page);
    await pressShortcut(page, 's');
    await page.getByRole('textbox', { name: t.name }).fill('Ministry');
    await page.getByText(chartLinkLabels.en.single_amounts).waitFor();
    expect(await page.getByRole('button', { name: t.make }).isDisabled()).toBe(true);
  });

  test('the outlook opens as a link with its scenario marked', async () => {
    const address = await share('/outlook?scenario=pace:6&lang=en');
    const { page } = await at().visit('about:blank');
    await page.goto(address);
    await page.getByRole('table', { name: outlookLabels.en.table }).waitFor();
    await waitForIdle(page);
    const text = await page.innerText('main');
    expect(text).toContain('Scenario: ');
    expect(text).toContain(chartLinkLabels.en.no_single);
    expect(text).not.toMatch(project);
    expect(await axeFindings(page)).toEqual([]);
  });
});
