import { expect, it } from 'vitest';
import { LazyList } from './lazy-list.ts';

it('makes an element when it is read, and keeps none', () => {
  const reads: number[] = [];
  const list = new LazyList(5, (index) => {
    reads.push(index);
    return { index };
  }).map(({ index }, at) => index * 10 + at);
  expect(reads).toEqual([]);
  expect([list.at(2), list.slice(3, 9), [...list]]).toEqual([22, [33, 44], [0, 11, 22, 33, 44]]);
  expect(reads).toEqual([2, 3, 4, 0, 1, 2, 3, 4]);
  expect(() => list.at(5)).toThrow(RangeError);
});

it('flattens and tests the elements of an array', () => {
  const list = LazyList.of(['a', 'b']);
  expect(list.flatMap((text) => [text, text])).toEqual(['a', 'a', 'b', 'b']);
  expect([list.every((text) => text < 'c'), list.every((text) => text < 'b')]).toEqual([
    true,
    false,
  ]);
});
