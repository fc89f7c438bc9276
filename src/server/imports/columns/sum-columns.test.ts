import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSumColumns } from './sum-columns.ts';

const share = fc.integer({ min: 1, max: 1e9 });

test('a column that adds up its neighbours is found on either side of them, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(share, share, share), { minLength: 8, maxLength: 30 }),
      fc.boolean(),
      (shares, isFirst) => {
        const rows = shares.map((parts, i) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          return { number: i + 1, cells: isFirst ? [total, ...parts] : [...parts, total] };
        });
        const places = isFirst ? { total: 0, parts: [1, 2, 3] } : { total: 3, parts: [2, 1, 0] };
        expect(findSumColumns(rows, [0, 1, 2, 3])).toEqual([places]);
      },
    ),
  );
});
test('few rows, texts and wrong sums prove nothing', () => {
  const row = (i: number, cells: (string | number)[]) => ({ number: i, cells });
  const few = [1, 2, 3].map((i) => row(i, [3 * i, i, 2 * i]));
  const wrong = Array.from({ length: 20 }, (_, i) => row(i, [3 * i + (i % 3), i, 2 * i]));
  const texts = Array.from({ length: 20 }, (_, i) => row(i, [3 * i, 'n/a', 2 * i]));
  expect([few, wrong, texts].map((rows) => findSumColumns(rows, [0, 1, 2]))).toEqual([[], [], []]);
});
