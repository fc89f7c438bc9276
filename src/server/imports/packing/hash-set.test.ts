import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashSet } from './hash-set.ts';

it('a set of hashes finds each text that was added, and no other of a few hundred', () => {
  const texts = fc.array(fc.string({ maxLength: 20 }), { maxLength: 300 });
  fc.assert(
    fc.property(texts, texts, (added, others) => {
      const [hashes, plain] = [new HashSet(), new Set<string>()];
      for (const text of added) {
        expect(hashes.add(text)).toBe(!plain.has(text));
        plain.add(text);
      }
      expect(hashes.size).toBe(plain.size);
      for (const text of [...added, ...others]) expect(hashes.has(text)).toBe(plain.has(text));
    }),
  );
});

it('a set of hashes grows to tens of thousands of texts', () => {
  const hashes = new HashSet();
  for (let i = 0; i < 50_000; i += 1) hashes.add(`项目${i}`);
  expect([hashes.size, hashes.has('项目0'), hashes.has('项目49999')]).toEqual([50_000, true, true]);
  expect(hashes.has('项目50000')).toBe(false);
});
