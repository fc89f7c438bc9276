import * as fc from 'fast-check';
import { inflateSync } from 'fflate';
import { expect, it } from 'vitest';
import { openScriptPacker, type OpenPacker } from '#server/exports/formats/zip/packer.ts';
import { openNodePacker } from './node-packer.ts';

/** Packs pieces, the last of them as the end. */
function pack(open: OpenPacker, isCompressed: boolean, pieces: readonly Uint8Array[]) {
  const packed: Uint8Array[] = [];
  const packer = open(isCompressed, (bytes) => packed.push(bytes));
  for (const [at, piece] of pieces.entries())
    packer.push(new Uint8Array(piece), at === pieces.length - 1);
  return { bytes: new Uint8Array(Buffer.concat(packed)), crc: packer.crc };
}

it('packs what any program unpacks, with the same checksum as by script', async () => {
  const text = fc.string({ unit: fc.constantFrom('项', '目', 'a', '<c>'), maxLength: 3000 });
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 100 }),
    text.map((one) => new TextEncoder().encode(one.repeat(20))),
  );
  await fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.boolean(), (pieces, small) => {
      const whole = new Uint8Array(Buffer.concat(pieces));
      const one = pack(openNodePacker, small, pieces);
      expect(one.crc).toBe(pack(openScriptPacker, small, pieces).crc);
      const content = small ? inflateSync(one.bytes) : one.bytes;
      expect(Buffer.compare(content, whole)).toBe(0);
      expect(pack(openNodePacker, small, pieces)).toEqual(one);
    }),
  );
});

it('finds repetitions of the piece before', () => {
  const line = new TextEncoder().encode('Project of the zone, 2021-04-16; '.repeat(30));
  const random = crypto.getRandomValues(new Uint8Array(5000));
  expect(pack(openNodePacker, true, [random, random]).bytes.length).toBeLessThan(5300);
  expect(pack(openNodePacker, true, [line, line]).bytes.length).toBeLessThan(100);
});
