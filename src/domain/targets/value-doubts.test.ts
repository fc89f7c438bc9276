import { expect, test } from 'vitest';
import { sameWords } from '#domain/values/term.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { findDoubt, writeTimes } from './value-doubts.ts';

const trained: Indicator = {
  id: 'trained',
  kind: 'annual_flow',
  cumulation: 'ytd',
  unit: 'items',
  name: sameWords('People trained'),
  definition: sameWords('Since January'),
};
const june: Observation = {
  indicator: 'trained',
  period: '2026-06',
  value: '640',
  data_status: 'reported',
  origin: 'own',
  revision: 1,
};

test('a year to date that falls within its year is doubted', () => {
  expect(findDoubt(trained, '2026-07', '500', [june])).toMatchObject({ kind: 'year_to_date_fell' });
});
// seen to fail: the first value after a new definition had to be confirmed
test('a year to date may fall at a break of its series', () => {
  const withBreak = { ...trained, breaks: [{ month: '2026-07', reason: 'New definition' }] };
  expect(findDoubt(withBreak, '2026-07', '500', [june])).toBeUndefined();
  const july = { ...june, period: '2026-07', value: '500' };
  expect(findDoubt(withBreak, '2026-06', '640', [july])).toBeUndefined();
  expect(findDoubt(withBreak, '2026-08', '480', [june, july])).toMatchObject({ from: july });
});
// seen to fail: the month before the break was the only one that was compared
test('a year to date at a break of its series is still compared with the month after it', () => {
  const withBreak = { ...trained, breaks: [{ month: '2026-07', reason: 'New definition' }] };
  const august = { ...june, period: '2026-08', value: '480' };
  expect(findDoubt(withBreak, '2026-07', '500', [june, august])).toMatchObject({ from: august });
});
// seen to fail: an amount was called 7.5e-7 times the stored one
test.each([
  [10, '10'],
  [1_234_567, '1,200,000'],
  [7.5e-7, '1/1,300,000'],
  [0.1, '1/10'],
  [0, '0'],
  [-20, '-20'],
])('writes the ratio %d as %s', (times, text) => {
  expect(writeTimes(times)).toBe(text);
});
