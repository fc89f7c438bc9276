import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import {
  checkWidths,
  axeFindings,
  journeys,
  languages,
  rotate,
  viewports,
} from '../../setup/pages/journey.ts';

const columns = 5;

/** What a screen reader finds in the table of targets. */
async function readTable(page: Page, name: string) {
  const table = page.getByRole('table', { name, exact: true });
  await table.waitFor();
  const rows = await table.getByRole('row').all();
  const cells = await Promise.all(
    rows.map(async (row) => {
      const spans = await row
        .getByRole('cell')
        .evaluateAll((all) => all.map((cell) => Number(cell.ariaColSpan ?? 1)));
      const heads = await row.getByRole('columnheader').count();
      return heads + (await row.getByRole('rowheader').count()) + spans.reduce((a, b) => a + b, 0);
    }),
  );
  const heads = await table.getByRole('columnheader').allTextContents();
  return { table, cells, heads: heads.filter((head) => head.trim() !== '') };
}

journeys('the targets as a table', (at) => {
  for (const [index, language] of languages.entries())
    test(`every row has five columns on a desktop, a tablet and a phone, ${language}`, async () => {
      const widths = rotate(
        Object.values(viewports).map(({ width }) => width),
        index,
      );
      const { page, problems } = await at().walk(`/?lang=${language}`, {
        width: widths[0] ?? 0,
        height: 900,
      });
      await checkWidths(page, widths, async () => {
        const { table, cells, heads } = await readTable(page, detailLabels[language].targets_table);
        expect(cells).toEqual([columns, columns, columns, columns, columns]);
        expect(heads).toHaveLength(columns);
        const first = table.getByRole('row').nth(1);
        expect(await first.getByRole('rowheader').getByRole('button').count()).toBe(1);
        expect(await first.getByRole('cell').nth(1).innerText()).not.toBe('');
      });
      expect(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
    });

  test('the server draws the table before any script runs', async () => {
    const { page } = await at().visit('/?lang=en', { javaScriptEnabled: false });
    const { cells, heads } = await readTable(page, 'Targets');
    expect(cells).toEqual([columns, columns, columns, columns, columns]);
    expect(heads).toHaveLength(columns);
  });

  test('a reader of a link finds the table on a phone', async () => {
    const { url } = at().server;
    const response = await fetch(new URL('/api/v1/links', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({
        name: 'Table',
        view: { page: 'overview' },
        profile: redactionProfiles.totals,
        frozen: true,
        language: 'ja',
        exports: 'none',
      }),
    });
    expect(response.status).toBe(201);
    const { address } = (await response.json()) as MadeLink;
    const { page, problems } = await at().visit(address, {
      viewport: viewports.phone,
      locale: 'ja-JP',
    });
    const { cells, heads } = await readTable(page, detailLabels.ja.targets_table);
    expect(cells).toEqual([columns, columns, columns, columns, columns]);
    expect(heads).toHaveLength(columns);
    expect(await axeFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  // seen to fail at 720 px: 'Progress against planShare of target, and forecast'
  test('the scale of both bars is the scale of their heads, at every width', async () => {
    const { page } = await at().walk('/?lang=en');
    await page.getByRole('table', { name: 'Targets', exact: true }).waitFor();
    await page.locator('button[data-measure] > .bullet').first().waitFor();
    await checkWidths(page, [1440, 1280, 1024, 768], async () => {
      const scales = await page.locator('.bullet:visible').evaluateAll((bullets) =>
        bullets.map((bullet) => {
          const { left, width } = bullet.getBoundingClientRect();
          return `${Math.round(left)} to ${Math.round(left + width)}`;
        }),
      );
      expect(scales.length).toBe(8);
      expect(new Set(scales).size).toBe(2);
    });
  });

  test('headings of columns stand apart at 690, 720, 767 and 768 px', async () => {
    const { page } = await at().walk('/?lang=en', { width: 690, height: 900 });
    await checkWidths(page, [690, 720, 767, 768], async (width) => {
      const { table } = await readTable(page, detailLabels.en.targets_table);
      const gaps = await table.getByRole('columnheader').evaluateAll((heads) => {
        const edges = heads.map((head) => {
          const text = document.createRange();
          text.selectNodeContents(head);
          return text.getBoundingClientRect();
        });
        return edges.slice(1).map((edge, at) => edge.left - (edges[at]?.right ?? 0));
      });
      const isPhone = await table
        .getByRole('row')
        .first()
        .evaluate((row) => row.clientHeight <= 1);
      expect.soft(isPhone || Math.min(...gaps) >= 6, `${width}: ${gaps.join(' ')}`).toBe(true);
    });
  });
});
