import { expect, test } from 'vitest';
import { dayOf, matching, type Entry } from './entries.ts';

const entry = (label: string, words?: string): Entry => ({
  id: label,
  group: 'page',
  label,
  ...(words === undefined ? {} : { words }),
  run: () => undefined,
});

test('a day, a month, a quarter and a year are read in any of the ways in which they are written', () => {
  const days = ['2021-03-31', '2021-3-31', '2021/03/31', '2021年3月31日', '2021-03', '2021.3', '2021q1', '2021Q1', 'Q1 2021', '2021'];
  expect(days.map(dayOf)).toEqual([...Array.from({ length: 8 }, () => '2021-03-31'), '2021-03-31', '2021-12-31']);
  for (const none of ['2021-13', '2021-02-30', '2021q5', '1800', '12', 'A01', '']) expect([none, dayOf(none)]).toEqual([none, undefined]);
});
test('what begins with the typed words comes first, and width and case are the same', () => {
  const list = [entry('What changed'), entry('Change the zone'), entry('Overview', '总览 概要')];
  expect(matching(list, 'ＣＨＡＮＧＥ').map(({ id }) => id)).toEqual(['Change the zone', 'What changed']);
  expect(matching(list, '概要').map(({ id }) => id)).toEqual(['Overview']);
  expect(matching(list, 'zone changed')).toEqual([]);
});
