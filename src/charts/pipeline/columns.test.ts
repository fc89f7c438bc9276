import { expect, test } from 'vitest';
import { placeColumns } from './columns.ts';
import type { PipelineSeries } from './series-types.ts';

const makeSeries = (currency: string): PipelineSeries => {
  const spread = {
    classes: [],
    lines: [`中央値 96.2億${currency}`, `8割は 15.3億–161.8億${currency}`],
    cells: [`96.2億${currency}`, `15.3億–161.8億${currency}`],
    currency: 'KZT',
    word: currency,
  };
  const row = { label: '操業中', count: '131', sum: '0.8', dots: [], spread };
  const group = { label: '立地済み', count: '233', sum: '1.3', rows: [row] };
  return {
    groups: [group],
    unit: `兆${currency}`,
    spreadColumns: ['件数', '中央値', '中央の8割'],
  } as unknown as PipelineSeries;
};

test('median and middle have columns of their own where the plot keeps its room', () => {
  expect(placeColumns(makeSeries('円'), 736).spread).toBeDefined();
  expect(placeColumns(makeSeries('円'), 600).spread).toBeUndefined();
});

// seen to fail: a plot of 15 px beside the columns
test('a currency with a long name leaves the plot its room', () => {
  const { left, right, spread } = placeColumns(makeSeries('カザフスタン・テンゲ'), 736);
  expect(spread).toBeUndefined();
  expect(right - left).toBeGreaterThan(200);
});
