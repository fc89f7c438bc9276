import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeBreakdown } from '#domain/analysis/breakdown.ts';
import { breakdownChart } from './definition.ts';

const unit = 'projects';
const breakdown = makeBreakdown({
  as_of: '2026-11-30',
  measure: 'count',
  by: 'industry',
  stack: 'stage',
  filters: {},
  zones: {},
  base_currency: 'EUR',
  left_out: {},
  projects: {},
  rows: [
    { key: 'Energy', part: 'signed', unit, count: 2, value: '2' },
    { key: 'Energy', part: 'unknown', unit, count: 1, value: '1' },
    { key: 'Tourism', part: 'unknown', unit, count: 3, value: '3' },
    { key: 'Logistics', part: 'operation', unit, count: 4, value: '4' },
  ],
});
const overview = { ...sampleOverview, breakdown };
const context = { language: 'en', options: { form: 'stacked' } } as const;

// seen to fail: "0" established where nobody knows the stage of any project
test('where projects of a group have no stage, the number of a stage without projects is unknown', () => {
  const [block] = breakdownChart.toSeries(overview, context).blocks;
  const columns = Object.fromEntries(block?.rows.map((row) => [row.name, row.columns]) ?? []);
  expect(columns).toEqual({ Energy: ['—', '2'], Tourism: ['—', '—'], Logistics: ['4', '0'] });
  const parts = breakdown.parts.map(({ key }) => key);
  expect(parts).toEqual(['operation', 'signed', 'unknown']);
  const cells = breakdownChart
    .toTable(overview, context)
    .rows.map(([name, ...values]) => [name, ...values.slice(0, parts.length)]);
  expect(cells).toEqual([
    ['Logistics', '4', '0', '0'],
    ['Energy', null, '2', '1'],
    ['Tourism', null, null, '3'],
    ['Total', '4', '2', '4'],
  ]);
});
