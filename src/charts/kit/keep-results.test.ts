import { expect, test, vi } from 'vitest';
import { keepLast, keepResults } from './keep-results.ts';

test('a result is made once for a subject and its inputs, and again for any other', () => {
  const make = vi.fn((subject: { readonly n: number }, { by }: { readonly by: number }) => ({
    sum: subject.n + by,
  }));
  const add = keepResults(make);
  const one = { n: 1 };
  expect(add(one, { by: 2 })).toEqual({ sum: 3 });
  expect(add(one, { by: 2 })).toBe(add(one, { by: 2 }));
  expect(make).toHaveBeenCalledTimes(1);
  expect(add(one, { by: 3 })).toEqual({ sum: 4 });
  expect(add({ n: 1 }, { by: 2 })).not.toBe(add(one, { by: 2 }));
  expect(make).toHaveBeenCalledTimes(3);
});

test('the last result is made again only if the content of an input changes', () => {
  const make = vi.fn((row: { readonly values: readonly number[] }, by: number) => ({
    sums: row.values.map((value) => value + by),
  }));
  const add = keepLast(make);
  const first = add({ values: [1, 2] }, 1);
  expect(first).toEqual({ sums: [2, 3] });
  expect(add({ values: [1, 2] }, 1)).toBe(first);
  expect(add({ values: [1, 3] }, 1)).toEqual({ sums: [2, 4] });
  expect(add({ values: [1, 3] }, 2)).toEqual({ sums: [3, 5] });
  expect(make).toHaveBeenCalledTimes(3);
});
