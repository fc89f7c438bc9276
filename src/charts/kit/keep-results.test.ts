import { expect, test, vi } from 'vitest';
import { keepResults } from './keep-results.ts';

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
