import { expect, test } from 'vitest';
import { valueFormat } from './chart-values.ts';

const money = (like: string) =>
  ({ kind: 'bar', across: 'step', unit: { id: 'CNY', like }, series: [] }) as const;

test('a chart on a slide shows money in the multiple of the figure on screen: 亿 from 1亿, bn from 1 bn', () => {
  expect(
    ['99000000', '100000000'].map((like) => valueFormat(money(like), 'zh-CN').includes('亿')),
  ).toEqual([false, true]);
  expect(
    ['999000000', '1000000000'].map((like) => valueFormat(money(like), 'en').includes('bn')),
  ).toEqual([false, true]);
});

test('a chart on a slide shows trillions as the figure on screen: 万亿, 兆 and tn', () => {
  const formats = (['zh-CN', 'ja', 'en'] as const).map((language) =>
    valueFormat(money('1000000000000'), language),
  );
  expect(formats.map((format) => /万亿|兆|tn/.exec(format)?.[0])).toEqual(['万亿', '兆', 'tn']);
  // each comma divides by a thousand
  for (const format of formats) expect(format).toContain('0.00,,,,');
});
