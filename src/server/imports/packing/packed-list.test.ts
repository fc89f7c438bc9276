import { expect, it } from 'vitest';
import { PackedList, plainPacking, type Packing } from './packed-list.ts';

/**
 * Counts packed pieces and reverses their bytes, so that bytes which were not unpacked are no valid
 * text.
 */
const turned = { packed: 0 };
const packing: Packing = {
  pack: (bytes) => {
    turned.packed += 1;
    return bytes.map((b) => 255 - b);
  },
  unpack: (bytes) => bytes.map((b) => 255 - b),
};

it('returns each element by index, then the whole list once, from packed and open pieces', () => {
  const list = new PackedList<{ readonly n: number; readonly word: string }>(packing);
  for (let n = 0; n < 1234; n += 1) list.add({ n, word: `第${n}` });
  expect([list.count, turned.packed]).toEqual([1234, 2]);
  expect([0, 499, 500, 1233, 3].map((at) => list.at(at).word)).toEqual([
    '第0',
    '第499',
    '第500',
    '第1233',
    '第3',
  ]);
  expect(() => list.at(1234)).toThrow(RangeError);
  expect([...list.takeAll()].flat().map(({ n }) => n)).toEqual(
    Array.from({ length: 1234 }, (_, n) => n),
  );
  expect([...list.takeAll()]).toEqual([]);
});

it('keeps a header called __proto__ as a header', () => {
  const list = new PackedList<Record<string, string>>(plainPacking);
  list.add(JSON.parse('{"__proto__":"x"}') as Record<string, string>);
  const [[one] = []] = [...list.takeAll()];
  expect([Object.keys(one ?? {}), Object.getPrototypeOf(one)]).toEqual([
    ['__proto__'],
    Object.prototype,
  ]);
});
