import { expect, test } from 'vitest';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { placeAxisLabels, placeColumns } from './columns.ts';
import type { PipelineSeries } from './series-types.ts';

const makeSeries = (currency: string): PipelineSeries => {
  const spread = {
    classes: [],
    lines: ['中央値 96.2億', '8割は 15.3億–161.8億'],
    cells: ['96.2億', '15.3億–161.8億'],
    currency: 'KZT',
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
  for (const currency of ['カザフスタン・テンゲ', '中央アフリカ・CFA・フラン'.repeat(2)]) {
    const { left, right } = placeColumns(makeSeries(currency), 736);
    expect(right - left).toBeGreaterThan(200);
  }
});

// seen to fail: 1,000mn10,000mn, where the last label was moved left of the heads
test.each([340, 480, 560, 700, 760, 1100])('labels of the axis touch nothing at %i px', (width) => {
  const labels = ['1mn', '10mn', '100mn', '1,000mn', '10,000mn'];
  const ticks = labels.map((label, v) => ({ v, label }));
  const series = { ...makeSeries('MAD'), ticks };
  const columns = placeColumns(series, width);
  const { left, right, count, spread } = columns;
  const x = (v: number): number => left + (v / 4) * (right - left);
  const edges = placeAxisLabels(series, columns, x).flatMap((middle, at) => {
    const half = textWidth(labels[at] ?? '', 12) / 2;
    return middle === undefined ? [] : [middle - half, middle + half];
  });
  expect(edges.length).toBeGreaterThanOrEqual(4);
  expect(edges).toEqual(edges.toSorted((a, b) => a - b));
  const head = spread === undefined ? 0 : textWidth('件数', 12);
  expect(edges.at(-1)).toBeLessThanOrEqual(count - head);
});
