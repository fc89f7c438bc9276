import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portableHash, sha256 } from './sha256.ts';

const expected = async (text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString(
    'hex',
  );

test('hashes any text in any pieces as WebCrypto does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 6 }),
      async (pieces) => {
        for (const hash of [portableHash(), sha256()]) {
          for (const piece of pieces) hash.update(piece);
          expect(hash.hex()).toBe(await expected(pieces.join('')));
        }
      },
    ),
  );
});

test('pads texts that end near a block as the standard requires', async () => {
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 128]) {
    const hash = portableHash();
    hash.update('a'.repeat(length));
    expect(hash.hex()).toBe(await expected('a'.repeat(length)));
  }
});
