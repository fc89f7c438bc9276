import { expect, test } from 'vitest';
import { sizeText } from './series.ts';

test('a size has three digits in its own multiple', () => {
  expect(sizeText('159400000', 'CNY', 'en')).toBe('159mn');
  expect(sizeText('159400000', 'CNY', 'zh-CN')).toBe('1.59亿元');
  expect(sizeText('1000000', 'CNY', 'en')).toBe('1mn');
  expect(sizeText('12', 'jobs', 'en')).toBe('12 jobs');
  // seen to fail: the name of the convertible mark in each cell left the plot no room
  expect(sizeText('159400000', 'BAM', 'zh-CN')).toBe('1.59亿');
  expect(sizeText('159400000', 'USD', 'zh-CN')).toBe('1.59亿美元');
});
