import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from './is-same.ts';

test('a value is the same as its copy, and as no other JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(isSame(a, structuredClone(a))).toBe(true);
      expect(isSame(a, b)).toBe(JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b)));
    }),
  );
});

/** The value with its keys in order, so that equal contents have equal texts. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (Object.is(value, -0)) return 'minus zero';
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  // an empty record is no empty list
  return { entries: entries.map(([key, own]) => [key, sortKeys(own)]) };
}

test('an object with methods is the same only as itself', () => {
  const map = new Map([['a', 1]]);
  expect(isSame({ map }, { map })).toBe(true);
  expect(isSame({ map }, { map: new Map(map) })).toBe(false);
  expect(isSame([1, undefined], [1])).toBe(false);
  expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
});
