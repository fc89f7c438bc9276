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

it('frees the pieces before an index, and each piece that was taken', () => {
  const pieces: Uint8Array[] = [];
  const list = new PackedList<number>({
    pack: (bytes) => {
      const packed = bytes.slice();
      pieces.push(packed);
      return packed;
    },
    unpack: (bytes) => bytes.slice(),
    atOnce: 2,
  });
  for (let n = 0; n < 6; n += 1) list.add(n);
  list.releaseBefore(3);
  expect(pieces.map(({ length }) => length > 0)).toEqual([false, true, true]);
  expect([list.at(2), list.at(5)]).toEqual([2, 5]);
  const other = new PackedList<number>({ ...plainPacking, atOnce: 2 });
  for (let n = 0; n < 5; n += 1) other.add(n);
  expect([...other.takeAll()]).toEqual([[0, 1], [2, 3], [4]]);
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
