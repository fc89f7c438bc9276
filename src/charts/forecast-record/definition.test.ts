import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ForecastRecord } from '#domain/targets/forecast-record.ts';
import { recordChart } from './definition.ts';
import { layRecord, recordHeight } from './layout.ts';
import { recordOfficeChart } from './office-chart.ts';
import type { RecordSeries } from './series.ts';

const forecast = {
  kind: 'range',
  at: '2024-09-30',
  p10: 41,
  p25: 42,
  p50: 43,
  p75: 44,
  p90: 45,
  months: 11,
  from: 10,
  pace: 1,
  further: false,
} as const;
/** An indicator with one forecast. */
const makeRecord = (indicator: string): ForecastRecord => ({
  indicator,
  name: { 'zh-CN': 'C', ja: 'C', en: 'C' },
  unit: 'companies',
  data_status: 'reported',
  results: 0,
  forecasts: [{ period: '2023-09', at: '2024-09-30', recomputed: false, forecast }],
});
const overviewOf = (record: ForecastRecord): Overview => ({
  ...sampleOverview,
  forecasts: { as_of: '2024-09-30', ahead: '12', items: [record] },
});

test('a zone without an indicator has no empty choice and no empty drawing', () => {
  const { forecasts: _, ...rest } = sampleOverview;
  const overview = { ...rest, targets: [] };
  const context = { language: 'en', options: {} } as const;
  expect(recordChart.choices?.(overview, context)).toEqual([]);
  expect(recordChart.choices?.(sampleOverview, context)).toHaveLength(1);
  const series = recordChart.toSeries(overview, context);
  expect(recordChart.height(1100, series)).toBeLessThan(60);
  // seen to fail: the drawing had an axis from 0 to 1
  const unmade = overviewOf({ ...makeRecord('companies'), forecasts: [] });
  expect(recordChart.toSeries(unmade, context).ticks).toEqual([]);
});

// seen to fail: below a mark of September stood the number 9, in Chinese too
test.each([
  ['en', /^[A-Z][a-z]{2}$/],
  ['zh-CN', /^\d+月$/],
  ['ja', /^\d+月$/],
] as const)('each mark has the name of its month, in %s', (language, month) => {
  const overview = overviewOf(makeRecord('companies'));
  const { marks } = recordChart.toSeries(overview, { language, options: {} });
  expect(marks.length).toBeGreaterThan(0);
  for (const { shortMonth } of marks) expect(shortMonth).toMatch(month);
});

// seen to fail: a phone showed the last six forecasts, and none of them had a result yet
test('a phone shows the last six forecasts with a result, where there are six', () => {
  const marksOf = (results: number, open: number): readonly (number | undefined)[] => {
    const marks = Array.from({ length: results + open }, (_, at) => ({
      month: `20${20 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      ...(at < results ? { result: at } : {}),
    })) as unknown as RecordSeries['marks'];
    const series = { marks, ticks: [], from: 0, to: 1 } as unknown as RecordSeries;
    return layRecord(series, 340, recordHeight).marks.map(({ mark: { result } }) => result);
  };
  expect(marksOf(9, 12)).toEqual([3, 4, 5, 6, 7, 8]);
  expect(marksOf(2, 12)).toEqual([0, 1, undefined, undefined, undefined, undefined]);
  expect(marksOf(0, 12)).toHaveLength(6);
  expect(marksOf(3, 0)).toEqual([0, 1, 2]);
});

// seen to fail: a link to the chart said that there are no past forecasts
test('a chart without the targets of its overview has the record of the first indicator', () => {
  const overview = { ...overviewOf(makeRecord('exports')), targets: [] };
  const { marks } = recordChart.toSeries(overview, { language: 'en', options: {} });
  expect(marks).toHaveLength(1);
});

// seen to fail: with more than 14 marks no result outside its band had its number
test('the newest results outside their bands have numbers that do not meet', () => {
  const marks = Array.from({ length: 30 }, (_, at) => ({
    id: `${at}`,
    side: 'below',
    outsideText: '1,234,567',
  }));
  const series = { marks, ticks: [], from: 0, to: 1 } as unknown as RecordSeries;
  const numbers = layRecord(series, 900, recordHeight).marks.map(({ numberX }) => numberX);
  expect(numbers.at(-1)).toBeDefined();
  const places = numbers.flatMap((x) => x ?? []);
  expect(places.length).toBeGreaterThan(5);
  const size = textWidth('1,234,567', 12);
  expect((places.at(-1) ?? 0) + size / 2).toBeLessThanOrEqual(900);
  for (const [at, x] of places.slice(1).entries())
    expect(x - (places[at] ?? 0)).toBeGreaterThan(size);
});

// seen to fail: a slide drew all of 56 forecasts, wrote their results over one another and their
// months cut off, and gave results below and above the band one colour
test('a slide has the marks, names and colours of the drawing', () => {
  const values = [44, 20, 60];
  const forecasts = Array.from({ length: 60 }, (_, at) => {
    const month = `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    const day = `${month}-28` as const;
    const result = String(values[at % 3]);
    const inside = at % 3 === 0;
    return { period: month, at: day, recomputed: false, forecast, result, inside };
  });
  const context = { language: 'en', options: {} } as const;
  const chartOf = (count: number) =>
    recordOfficeChart(
      overviewOf({ ...makeRecord('companies'), forecasts: forecasts.slice(-count) }),
      context,
    );
  const many = chartOf(60);
  expect(many?.table?.rows.map(([name]) => name).filter(Boolean)).toEqual(['2022', '2023', '2024']);
  expect(many?.table?.rows[1]?.[1]).toBe('February 2022');
  const results = (chart: typeof many) =>
    chart?.series
      .slice(-3)
      .map(({ colour, values: own = [], labels = [] }) => [
        colour,
        own.filter((one) => one !== null).length,
        labels.filter((one) => one !== null),
      ]);
  expect(results(many)).toEqual([
    ['accent', 12, []],
    ['behind', 12, Array(12).fill('20')],
    ['ink', 12, Array(12).fill('60')],
  ]);
  expect(results(chartOf(6))).toEqual([
    ['accent', 2, []],
    ['behind', 2, ['20', '20']],
    ['ink', 2, ['60', '60']],
  ]);
});
