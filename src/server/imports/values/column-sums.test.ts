import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addUp, addUpBetween, plainValue } from './column-sums.ts';
import { formatDecimal } from './number.ts';

const cell = fc.constantFrom('', '0.1', '2', '-3.25', '1,200', '5%', 'n/a', 7);

it('sums between rows in one pass are those of the rows one by one, exactly', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(32), fc.nat(32)), { minLength: 1, maxLength: 6 }),
      (lists, ranges) => {
        const rows = lists.map((cells, i) => ({ number: i + 1, cells: [...cells] }));
        const ends = new Set(ranges.flat());
        const sumOf = addUpBetween(rows, [0, 1], ends, plainValue);
        for (const column of [0, 1])
          for (const [a, b] of ranges) {
            const [from, to] = [Math.min(a, b), Math.max(a, b)];
            expect(formatDecimal(sumOf(column, from, to))).toBe(
              formatDecimal(addUp(rows.slice(from, to), column)),
            );
          }
      },
    ),
  );
});
