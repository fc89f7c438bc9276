import { expect, test } from 'vitest';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { outlookChartLabels } from './labels/index.ts';
import { excessX, layOutlook, missingX } from './layout.ts';

// seen to fail: the line of the limit struck through "上限を7.5 kWh超過"
test.each([
  ['room behind the line', { width: 900, targetX: 600 }],
  ['no room behind it', { width: 640, targetX: 600 }],
])('the text of an excess does not cross the line of the limit, with %s', (_, layout) => {
  const text = '7.5 kWh over the limit';
  const half = textWidth(text, 12, true) / 2;
  const middle = excessX(text, 610, layout);
  expect(middle + half <= layout.targetX - 6 || middle - half >= layout.targetX + 6).toBe(true);
  expect(middle + half).toBeLessThanOrEqual(layout.width);
});

// seen to fail: the line of the target struck through "不足1,858人", where little is missing
test('the text of what is missing ends before the line of the target', () => {
  const text = '不足1,858人';
  const half = textWidth(text, 12, true) / 2;
  expect(missingX(text, 590, { targetX: 600 }) + half).toBeLessThanOrEqual(594);
  expect(missingX(text, 300, { targetX: 600 })).toBe(300);
  expect(missingX(text, 20, { targetX: 30 })).toBe(half);
});

test.each([
  [1200, ['0', '25%', '50%', '75%']],
  [320, ['0', '25%', '50%', '75%']],
  [160, ['0', '25%']],
])('at %i px the shares of the axis stay clear of the word above the target', (width, texts) => {
  const target = outlookChartLabels.en.target;
  const { ticks, targetX } = layOutlook({ target, rows: [] }, width);
  expect(ticks.map(({ text }) => text)).toEqual(texts);
  const start = targetX - textWidth(target, 12, true) / 2;
  for (const { x, text } of ticks) expect(x + textWidth(text, 12) / 2).toBeLessThan(start);
});
