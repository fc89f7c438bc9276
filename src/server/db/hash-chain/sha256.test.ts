import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sha256, sha256 } from './sha256.ts';

const expected = async (text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString(
    'hex',
  );

test('the digest is that of WebCrypto for any text in any pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 6 }),
      async (pieces) => {
        for (const hash of [new Sha256(), sha256()]) {
          for (const piece of pieces) hash.update(piece);
          expect(hash.hex()).toBe(await expected(pieces.join('')));
        }
      },
    ),
  );
});

test('texts that end beside a block are padded as the standard says', async () => {
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 128]) {
    expect(new Sha256().update('a'.repeat(length)).hex()).toBe(await expected('a'.repeat(length)));
  }
});
