import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';
import { hashText, listPieces } from './text-pieces.ts';

const characters = fc.constantFrom(..."青岛港示ナブひテ한국éab c1-2%_'\n𠮷𠮟");
const anyText = fc.oneof(
  fc.array(characters, { maxLength: 12 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

test('the pieces of a part of a text are pieces of the text', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, part, after) => {
      const pieces = new Set(listPieces(foldText(before + part + after)));
      const plain = foldText(before + part + after);
      for (let from = 0; from < plain.length; from += 1)
        for (const piece of listPieces(plain.slice(from, from + 4).toWellFormed()))
          if (plain.slice(from, from + 4).isWellFormed()) expect(pieces.has(piece)).toBe(true);
    }),
  );
});

test.each([
  ['', 0],
  ['a', 0],
  ['ab', 0],
  ['abc', 1],
  ['示范', 1],
  ['示范示范', 2],
  ['第12号', 2],
  ['ab\ncd', 0],
])('%j has %i pieces', (text, count) => expect(listPieces(text)).toHaveLength(count));

test('every piece is an integer of 32 bits', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const piece of listPieces(text)) expect(piece | 0).toBe(piece);
    }),
  );
});

test('the hash is a safe integer and differs for near texts', () => {
  const texts = Array.from({ length: 5000 }, (_, at) => `own\nP${at}\np${at}\n示范区${at}`);
  const hashes = new Set(texts.map(hashText));
  expect(hashes.size).toBe(texts.length);
  expect([...hashes].every((hash) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true);
});
