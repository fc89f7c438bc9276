import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { asPercent } from '#charts/kit/table.ts';
import { chartIds, findChart } from '#charts/registry.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { toXlsx } from '#server/exports/formats/xlsx/to-xlsx.ts';
import { canEditInOffice, editCharts, sumColumns } from '../../setup/documents/viewers.ts';

const context = { language: 'zh-CN', options: { range: 'to_target' } } as const;
const made_at = '2021-04-16T08:00:00.000Z';

it.skipIf(!canEditInOffice)(
  'the chart on each slide follows when a number of its data is changed in LibreOffice, and all other numbers stay, also once it is saved',
  async () => {
    const slides = await Promise.all(
      chartIds.map((id) => chartSlide(id, sampleOverview, context, undefined)),
    );
    const decks = slides.map((slide, at) => {
      const title = chartIds[at] ?? '';
      return toPptx([slide], { title, subject: title, made_at, language: 'zh-CN' });
    });
    const natives = await Promise.all(
      chartIds.map(async (id) => {
        const { officeChart } = await findChart(id).loadOffice();
        return officeChart(sampleOverview, context, findChart(id).toTable(sampleOverview, context));
      }),
    );
    editCharts(decks).forEach(({ before, after, saved: deck }, index) => {
      const id = chartIds[index] ?? 'targets';
      const ours = natives[index]?.series.length ?? 0;
      expect(before.length, id).toBeGreaterThanOrEqual(ours);
      const differences = before.flatMap((series, at) =>
        series.flatMap((value, row) =>
          after[at]?.[row] === value ? [] : [{ value: value ?? 0, now: after[at]?.[row] }],
        ),
      );
      expect(differences, id).toHaveLength(1);
      const [{ value, now } = { value: 0, now: 0 }] = differences;
      expect(now, id).toBeCloseTo(value * 3, 6);
      const charts = Object.entries(unzipSync(deck)).filter(([name]) =>
        /charts\/chart\d+\.xml$/.test(name),
      );
      expect(charts.length, id).toBe(1);
      expect(charts.map(([, bytes]) => strFromU8(bytes)).join('')).toMatch(
        /<c:(bar|line|scatter)Chart>/,
      );
    });
  },
  180_000,
);

it.skipIf(!canEditInOffice)(
  'the workbook of each figure has the sums of its rows in LibreOffice, and every number is a number',
  () => {
    const tables = chartIds.map((id) => findChart(id).toTable(sampleOverview, context));
    const books = chartIds.map((id, index) => {
      const table = tables[index];
      if (table === undefined) throw new Error(id);
      return toXlsx(table, findChart(id).words(sampleOverview, context), 'zh-CN');
    });
    sumColumns(books).forEach((sums, index) => {
      // a column of words without any is not in the sheet
      const { columns: all = [], rows: wholeRows = [] } = tables[index] ?? {};
      const isInSheet = all.map(
        ({ kind }, at) => kind !== 'text' || wholeRows.some((row) => (row[at] ?? '') !== ''),
      );
      const columns = all.filter((_, at) => isInSheet[at]);
      const rows = wholeRows.map((row) => row.filter((_, at) => isInSheet[at]));
      const unitAt = columns.findIndex(({ id }) => id === 'currency' || id === 'unit');
      const isAmount = (row: readonly (string | null)[], ofColumn: boolean) =>
        ofColumn || row[unitAt] === 'CNY';
      for (const [at, { kind, id, unit }] of columns.entries()) {
        if (kind !== 'number') continue;
        const numbers = rows.flatMap((row) =>
          row[at] === null || row[at] === undefined ? [] : [Number(row[at])],
        );
        // amounts are in the unit of their heading or row: 元, 万元 or 亿元; shares are in percent
        const powers = unit === asPercent.unit ? [asPercent.scale] : [0, 4, 8];
        const totals = powers.flatMap((power) =>
          [true, false].map((ofColumn) =>
            rows.reduce(
              (sum, row) =>
                sum + Number(row[at] ?? 0) / (isAmount(row, ofColumn) ? 10 ** power : 1),
              0,
            ),
          ),
        );
        const { sum = Number.NaN } = sums[at] ?? {};
        const isSum = (total: number) => Math.abs(sum - total) <= Math.abs(total) * 1e-12;
        expect([chartIds[index], id, sums[at]?.count]).toEqual([
          chartIds[index],
          id,
          numbers.length,
        ]);
        expect(totals.some(isSum), `${chartIds[index]} ${id} ${sum} ${totals.join(' ')}`).toBe(
          true,
        );
      }
    });
  },
  180_000,
);
