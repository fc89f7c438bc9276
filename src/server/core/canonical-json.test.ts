import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, isSameContent } from './canonical-json.ts';

const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, turned(inner)]));
};

test('two values have the same content exactly when their canonical texts are equal, in any order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(isSameContent(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      expect(isSameContent(a, turned(a))).toBe(true);
      expect(isSameContent({ a, gone: undefined }, { a })).toBe(true);
      expect(isSameContent({ a: 1 }, { a: 1, b })).toBe(false);
      expect(isSameContent({ a: 1, b }, { a: 1 })).toBe(false);
    }),
  );
});
