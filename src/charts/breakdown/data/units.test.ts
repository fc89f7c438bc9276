import { describe, expect, test } from 'vitest';
import { breakdownComparison } from '#charts/breakdown/comparison.ts';
import { breakdownChart } from '#charts/breakdown/definition.ts';
import { breakdownOfficeChart } from '#charts/breakdown/office-chart.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeBreakdown } from '#domain/analysis/breakdown.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';

type Row = readonly [key: string, part: string, value: string, unit: string];
const overviewOf = (rows: readonly Row[]): Overview => ({
  ...sampleOverview,
  breakdown: makeBreakdown({
    as_of: '2021-04-16',
    measure: 'total_investment',
    by: 'industry',
    stack: 'stage',
    filters: {},
    zones: {},
    base_currency: 'CNY',
    left_out: {},
    projects: {},
    rows: rows.map(([key, part, value, unit]) => ({ key, part, count: 1, value, unit })),
  }),
});
const contextOf = (language: Language): ChartContext => ({ language, options: {} });

describe('the unit of a breakdown', () => {
  const small: readonly Row[] = [
    ['eco', 'construction', '98000000', 'EUR'],
    ['bio', 'lead', '14000000', 'EUR'],
  ];
  const drawnOf = (cells: readonly Row[], language: Language) => {
    const { blocks } = breakdownChart.toSeries(overviewOf(cells), contextOf(language));
    return blocks.map(({ unit, rows: own, total }) => [
      unit,
      ...own.map((row) => row.total.text),
      total.total.text,
    ]);
  };

  // seen to fail: 0.1 below 亿欧元, where the money ladder had 1,400 below 万欧元
  test('is smaller where one digit would be left to a group or to a part of it', () => {
    expect(drawnOf(small, 'zh-CN')).toEqual([['万欧元', '9,800', '1,400', '11,200']]);
    const trillion: readonly Row[] = [
      ['eco', 'construction', '71000000000', 'MAD'],
      ['eco', 'lead', '1600000000000', 'MAD'],
    ];
    expect(drawnOf(trillion, 'en')).toEqual([['MAD tn', '1.67', '1.67']]);
    expect(drawnOf([...trillion, ['bio', 'lead', '95000000000', 'MAD']], 'en')).toEqual([
      ['MAD bn', '1,671', '95', '1,766'],
    ]);
  });

  test('is one for a table, a slide and both sides of a comparison', () => {
    const overview = overviewOf(small);
    const { columns } = breakdownChart.toTable(overview, contextOf('zh-CN'));
    const scales = columns.flatMap(({ unit, scale }) => (unit === '万欧元' ? [scale] : []));
    expect(new Set(scales)).toEqual(new Set([4]));
    const slide = breakdownOfficeChart(overview, contextOf('zh-CN'));
    expect(slide?.unit).toEqual({ id: 'EUR', like: '100000' });
    const large = overviewOf([['eco', 'construction', '250000000', 'EUR']]);
    const sides = breakdownComparison.size?.(large, overview) ?? [];
    expect(
      sides.map((side) => breakdownChart.toSeries(side, contextOf('zh-CN')).blocks[0]?.unit),
    ).toEqual(['万欧元', '万欧元']);
  });
});
