import { expect, test } from 'vitest';
import { readLastDay } from './last-day.ts';

test('a day, month, quarter or year is read in any spelling', () => {
  const days = [
    '2021-03-31',
    '2021-3-31',
    '2021/03/31',
    '2021年3月31日',
    '2021-03',
    '2021.3',
    '2021q1',
    '2021Q1',
    'Q1 2021',
    '2021',
  ];
  expect(days.map(readLastDay)).toEqual([
    ...Array.from({ length: 8 }, () => '2021-03-31'),
    '2021-03-31',
    '2021-12-31',
  ]);
  for (const none of ['2021-13', '2021-02-30', '2021q5', '1800', '12', 'A01', ''])
    expect([none, readLastDay(none)]).toEqual([none, undefined]);
});
