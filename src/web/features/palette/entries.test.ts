import { compact } from '#domain/values/compact.ts';
import { expect, test } from 'vitest';
import { matching, type Entry } from './entries.ts';

const entry = (label: string, words?: string): Entry => ({
  id: label,
  group: 'page',
  label,
  ...compact({ words }),
  run: () => undefined,
});

test('matches at the beginning come first, and width and case are ignored', () => {
  const list = [entry('What changed'), entry('Change the zone'), entry('Overview', '总览 概要')];
  expect(matching(list, 'ＣＨＡＮＧＥ').map(({ id }) => id)).toEqual([
    'Change the zone',
    'What changed',
  ]);
  expect(matching(list, '概要').map(({ id }) => id)).toEqual(['Overview']);
  expect(matching(list, 'zone changed')).toEqual([]);
});
