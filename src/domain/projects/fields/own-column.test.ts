import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinItems, splitItems } from '#domain/overview/register-filter.ts';
import {
  groupColumnValues,
  isColumn,
  isColumnKey,
  readColumnKey,
  readColumnValue,
  toColumnKey,
  writeColumnValue,
} from './own-column.ts';

const headings = fc.string({ unit: 'grapheme', maxLength: 20 }).filter(isColumn);
const values = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim());

test('a filter by columns comes back from the address with every heading and text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ heading: headings, value: values }), { minLength: 1 }),
      (all) => {
        const address = joinItems(all.map(writeColumnValue)) ?? '';
        expect(splitItems(address).map(readColumnValue)).toEqual(all);
      },
    ),
  );
});

test('a key gives back its heading', () => {
  fc.assert(
    fc.property(headings, (heading) => {
      const key = toColumnKey(heading);
      expect(isColumnKey(key)).toBe(true);
      expect(readColumnKey(key)).toBe(heading);
    }),
  );
});

test('texts of one column are alternatives, and each column is a condition', () => {
  expect([
    ...groupColumnValues(['Risk class:High', 'Fund: A', 'Risk class:', 'no column']),
  ]).toEqual([
    ['Risk class', ['High', '']],
    ['Fund', ['A']],
  ]);
});

test.each(['', ' ', '$x', '[x]', 'a "b"', 'a\\b', 'x'.repeat(121)])(
  'the heading %j names no column',
  (heading) => {
    expect(isColumn(heading)).toBe(false);
    expect(isColumnKey(toColumnKey(heading))).toBe(false);
  },
);
