import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { PipelineLayout } from './layout.ts';
import { SpreadWords } from './Spread.tsx';
import type { DrawnSpread } from './spread.ts';

const spread: DrawnSpread = {
  classes: [],
  lines: ['中位数4.82亿', '中间八成1.03亿–8.82亿'],
  cells: ['4.82亿', '1.03亿–8.82亿'],
  currency: 'ETB',
};
const draw = (left: number): readonly string[] => {
  const layout = { plot: { left }, spread: undefined } as unknown as PipelineLayout;
  const svg = renderToStaticMarkup(createElement(SpreadWords, { spread, layout, y: 20 }));
  return [...svg.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text);
};

// seen to fail: 4.82亿埃塞俄比亚…
it('drops the label of an amount before it cuts the amount', () => {
  expect(draw(300)).toEqual(spread.lines);
  expect(draw(112)).toEqual(['中位数4.82亿', '1.03亿–8.82亿']);
});
