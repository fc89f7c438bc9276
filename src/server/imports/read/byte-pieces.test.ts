import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slicePieces, takePieces } from './byte-pieces.ts';

/** Makes bytes in a buffer that can shrink, as that of an uploaded file. */
function makeResizable(bytes: Uint8Array): Uint8Array {
  const buffer = new ArrayBuffer(0, { maxByteLength: 1000 });
  buffer.resize(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return new Uint8Array(buffer);
}
const copy = (pieces: Iterable<Uint8Array>): number[][] =>
  Array.from(pieces, (piece) => [...piece]);

it('the pieces are the bytes in order, whether they are freed or not', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 100 }),
      fc.integer({ min: 1, max: 30 }),
      (bytes, size) => {
        const pieces = copy(slicePieces(bytes, size));
        expect(pieces.flat()).toEqual([...bytes]);
        expect(pieces.length).toBe(Math.max(1, Math.ceil(bytes.length / size)));
        expect(copy(takePieces(makeResizable(bytes), size))).toEqual(pieces);
        // a buffer that cannot shrink stays
        expect([copy(takePieces(bytes, size)), bytes.length]).toEqual([
          pieces,
          pieces.flat().length,
        ]);
      },
    ),
  );
});

it('the buffer is empty and each piece freed once the next one is read', () => {
  const bytes = makeResizable(Uint8Array.from({ length: 10 }, (_, i) => i));
  const pieces: Uint8Array[] = [];
  for (const piece of takePieces(bytes, 4)) {
    expect([bytes.length, piece.length]).toEqual([0, pieces.length < 2 ? 4 : 2]);
    expect(pieces.map(({ length }) => length)).toEqual(pieces.map(() => 0));
    pieces.push(piece);
  }
  expect(pieces).toHaveLength(3);
});
