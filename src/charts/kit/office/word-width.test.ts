import { expect, test } from 'vitest';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { wordWidth } from './office-chart.ts';

// seen to fail: 产业（亿南非兰 | 特）above the names of a slide
test('a heading with a long currency has room on one line of a slide', () => {
  const head = '計画投資額（億南アフリカ・ランド）';
  expect(wordWidth([head], 130, 215)).toBeGreaterThan(textWidth(head, 12));
  expect(wordWidth(['A'], 130, 215)).toBe(130);
  expect(wordWidth([head.repeat(2)], 130, 215)).toBe(215);
});
