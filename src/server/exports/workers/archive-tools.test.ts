import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { SpoolError, type Spool } from '#server/exports/formats/zip/archive-tools.ts';
import { openNodeTools, removeLeftParts } from './archive-tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const takeAll = (spool: Spool): Buffer => Buffer.concat([...spool.take()]);

it('returns all bytes in their order, from memory and from a file, and leaves no name', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 300_000, size: 'max' }), { maxLength: 6 });
  await fc.assert(
    fc.property(pieces, (all) => {
      const tools = openNodeTools(folder);
      const [one, other] = [tools.openSpool(), tools.openSpool()];
      for (const piece of all) {
        one.write(new Uint8Array(piece));
        other.write(new Uint8Array(piece).reverse());
      }
      expect(readdirSync(folder)).toEqual([]);
      expect(takeAll(one).equals(Buffer.concat(all))).toBe(true);
      expect(takeAll(other).equals(Buffer.concat(all.map((piece) => piece.toReversed())))).toBe(
        true,
      );
      expect(takeAll(one)).toHaveLength(0);
      tools.close();
    }),
    { numRuns: 8 },
  );
});

it('refuses more bytes than are free before anything is written', () => {
  const tools = openNodeTools(folder);
  expect(() => tools.reserve(10_000_000)).not.toThrow();
  expect(() => tools.reserve(1e18)).toThrow(SpoolError);
  expect(() => tools.reserve(1e18)).toThrow(/it needs about 1000000000000 MB for a while, and/);
});

it('states a folder that cannot be written, but needs none for a few bytes', () => {
  const isRoot = process.getuid?.() === 0;
  const readOnly = isRoot ? '/sys/kernel' : join(folder, 'read-only');
  if (!isRoot) mkdirSync(readOnly, { mode: 0o500 });
  const tools = openNodeTools(readOnly);
  const spool = tools.openSpool();
  tools.reserve(1000);
  spool.write(new Uint8Array(1000));
  expect(takeAll(spool)).toHaveLength(1000);
  const message = `Parts of a document cannot be written in ${readOnly}: this user has no right to write there.`;
  expect(() => tools.reserve(1_000_000)).toThrow(message);
  expect(() => spool.write(new Uint8Array(1_000_000))).toThrow(message);
});

it('removes parts whose process was killed before it removed their names', () => {
  writeFileSync(join(folder, '.document-1.part'), 'x');
  writeFileSync(join(folder, 'headway.db'), 'x');
  removeLeftParts(folder);
  expect(readdirSync(folder)).toEqual(['headway.db']);
});
