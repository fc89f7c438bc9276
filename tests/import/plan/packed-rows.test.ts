import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '#server/imports/read/limits.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { readFile } from '#server/imports/read/read-file.ts';
import type { Packing } from '#server/imports/packing/packed-list.ts';
import { makePlan } from '#server/imports/plan/make-plan.ts';
import type { KnownRegister } from '#server/imports/import-plan.ts';
import { freshStore, planOf, storeAfter } from '../import-context.ts';

const packingOf = (atOnce: number): Packing => ({
  pack: (bytes) => deflateRawSync(bytes),
  unpack: (bytes) => inflateRawSync(bytes),
  atOnce,
});
const header = '项目编号,项目名称,投资方,项目阶段,总投资(万元),签约时间';
/** A row of a messy register: repeated codes and names, ditto marks, totals, headings and blanks. */
const row = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', 'A1', 'a1', 'A2', 'A3', 'B-4', 'B—4', 'C5'),
        fc.constantFrom('', '甲', '乙', '丙厂', '丁园'),
        fc.constantFrom('', '〃', '同上', '甲方', '乙方'),
        fc.constantFrom('', '〃', '在谈', '已签约', '某阶段'),
        fc.constantFrom('', '500', '1,5', '约600', 'n/a', '70000000'),
        fc.constantFrom('', '2020-03-01', '〃', '3/4/2020'),
      )
      .map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')),
  },
  { weight: 1, arbitrary: fc.constantFrom('合计,,,,500,', '一、在建项目,,,,,', '', '注：暂定') },
);
const file = fc
  .array(row, { minLength: 1, maxLength: 40 })
  .map((rows) =>
    new TextEncoder().encode(`${header}\nZ9,首项,首方,在谈,100,2020-01-02\n${rows.join('\n')}\n`),
  );

async function planWith(bytes: Uint8Array, register: KnownRegister, packing?: Packing) {
  const answers = { file_kind: 'own_register' } as const;
  const { plan, projects } = await makePlan(
    { bytes, file: 'r.csv', answers, register },
    undefined,
    packing,
  );
  return { plan, projects: [...projects.pieces()].flat() };
}

describe('rows that are packed', () => {
  it('give the same plan for any number of rows that are packed together', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 50 }), async (bytes, atOnce) => {
        const [plain, packed] = await Promise.all([
          planWith(bytes, freshStore),
          planWith(bytes, freshStore, packingOf(atOnce)),
        ]);
        expect(packed).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  it('give the same plan of a second edition, with known and missing projects', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, fc.integer({ min: 1, max: 50 }), async (old, bytes, atOnce) => {
        const register = storeAfter(await planOf(old, 'r.csv', { file_kind: 'own_register' }));
        const [plain, packed] = await Promise.all([
          planWith(bytes, register),
          planWith(bytes, register, packingOf(atOnce)),
        ]);
        expect(packed).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });

  it('may be more than those of a file in the heap, up to a limit', () => {
    const bytesOf = (count: number): Uint8Array =>
      new TextEncoder().encode(`a,b\n${'1,2\n'.repeat(count)}`);
    const read = (count: number) =>
      readFile(bytesOf(count), { choose: () => 0, packing: { ...packingOf(50_000) } }).table.rows;
    const rows = read(limits.rows + 5);
    expect([rows.length, rows.at(-1)?.number, rows.at(-1)?.cells]).toEqual([
      limits.rows + 6,
      limits.rows + 6,
      ['1', '2'],
    ]);
    const refuse = (): unknown => {
      try {
        return read(limits.packed.rows);
      } catch (error) {
        return error instanceof ImportFailure ? error.detail('r.csv', 'en').message : error;
      }
    };
    expect(refuse()).toBe('More than 1,048,576 rows. Split the file.');
  });
});
