import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupRepeats, TextSet } from './text-set.ts';

/** Texts that repeat often, of one to four bytes a character, and some that don't. */
const texts = fc.array(
  fc.oneof(
    fc.stringMatching(/^[ab工😀]{0,3}$/u),
    fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => text.isWellFormed()),
  ),
  { maxLength: 200 },
);

it('a set of packed texts holds what a Set holds, in the same order', () => {
  fc.assert(
    fc.property(texts, texts, (added, others) => {
      const [packed, plain] = [new TextSet(), new Set<string>()];
      for (const text of added) {
        expect(packed.add(text)).toBe(!plain.has(text));
        plain.add(text);
      }
      expect([packed.size, [...packed]]).toEqual([plain.size, [...plain]]);
      for (const text of [...added, ...others]) expect(packed.has(text)).toBe(plain.has(text));
    }),
  );
});

it('a set of packed texts grows to tens of thousands of texts', () => {
  const packed = new TextSet(Array.from({ length: 50_000 }, (_, i) => `项目${i}`));
  expect([packed.size, packed.has('项目0'), packed.has('项目49999')]).toEqual([50_000, true, true]);
  expect(packed.has('项目50000')).toBe(false);
});

it('groups only the elements whose key others have', () => {
  fc.assert(
    fc.property(texts, (keys) => {
      const elements = keys.map((key, at) => ({ key, at }));
      const all = [...Map.groupBy(elements, ({ key }) => key)];
      expect([...groupRepeats(elements, ({ key }) => key)]).toEqual(
        all.filter(([, group]) => group.length > 1),
      );
    }),
  );
});

it('texts that differ only in a lone surrogate are one text, and no group of one', () => {
  expect(new TextSet(['a\ud800']).has('a\ufffd')).toBe(true);
  expect(groupRepeats(['a\ud800', 'a\ufffd'], (text) => text).size).toBe(0);
});
