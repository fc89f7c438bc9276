import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { planOf } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';
import { refusal } from './refusal.ts';

const register = sheetData([
  ['项目编号', '项目名称', '总投资（万元）'],
  ['A1', '甲', 5],
]);
describe('F8 ZIP and XLSX', () => {
  it('F8-07 F8-08 F8-10 reads a workbook without its macros, and never uses entry names as paths', async () => {
    const plan = await planOf(
      book({
        sheets: { 台账: register },
        more: {
          'xl/vbaProject.bin': new Uint8Array(100),
          '../../x': strToU8('x'),
          '..\\..\\y': strToU8('y'),
          '/etc/x': strToU8('z'),
          'C:\\x': strToU8('z'),
        },
      }),
      '../../etc/register.xlsm',
    );
    expect(plan.preview).toMatchObject({
      file: 'register.xlsm',
      sheet: '台账',
      rows: { total: 1 },
    });
  });
  it.each(['../../etc/passwd', 'a\u0000.xlsx', 'CON.xlsx', '..\\..\\x.csv'])(
    'F8-12 keeps only the last part of the upload name %j',
    async (name) => {
      expect((await planOf(book({ sheets: { a: register } }), name)).preview.file).toMatch(
        /^(?:passwd|a\.xlsx|CON\.xlsx|x\.csv)$/,
      );
    },
  );
  it('F8-01 refuses 2,000,000 equal rows at the limit', async () => {
    const row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';
    const result = await refusal(
      book({ sheets: { a: `<sheetData>${row.repeat(2_000_000)}</sheetData>` } }),
    );
    expect(result.key).toBe('too_many_rows');
    expect(result.ms).toBeLessThan(6000);
  });
  it('F8-02 refuses one text node of 50 MB after its first 256 kB, so that a longer one costs no more', async () => {
    const result = await refusal(
      book({
        sheets: {
          a: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(50_000_000)}</t></is></c></row></sheetData>`,
        },
      }),
    );
    expect(result.key).toBe('xml_run_too_long');
    expect(result.ms).toBeLessThan(2000);
  });
  it.each([
    ['XFD1048576', 'too_many_rows'],
    ['ZZZZZZ999999999', 'bad_reference'],
    ['AAA1', 'too_many_columns'],
  ])('F8-03 F8-04 refuses the cell %s', async (ref, key) => {
    const row = ref.replace(/\D/g, '');
    expect(
      (
        await refusal(
          book({
            sheets: {
              a: `<sheetData><row r="${row}"><c r="${ref}"><v>1</v></c></row></sheetData>`,
            },
          }),
        )
      ).key,
    ).toMatch(new RegExp(`${key}|bad_reference`));
  });
  it('F8-05 refuses a merged range of 14 million cells but takes a title merged across the sheet', async () => {
    expect(
      (
        await refusal(
          book({
            sheets: { a: `${register}<mergeCells><mergeCell ref="A1:XFD20000"/></mergeCells>` },
          }),
        )
      ).key,
    ).toBe('merge_too_large');
    expect(
      (
        await planOf(
          book({
            sheets: {
              a: `${sheetData([['台账'], ['项目编号', '项目名称'], ['A1', '甲']])}<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>`,
            },
          }),
        )
      ).preview.rows.total,
    ).toBe(1);
  });
  it('F8-06 refuses 60,006 entries', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60_006 }, (_, i) => [`e${i}`, new Uint8Array(0)]),
    );
    expect((await refusal(zipSync(many, { level: 0 }))).key).toBe('zip_too_many_entries');
  });
  it('F8-09 F8-11 F8-13 names password-protected, old Excel, picture, cut and damaged files', async () => {
    const cfb = new Uint8Array(4096);
    cfb.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect((await refusal(cfb)).key).toBe('old_excel');
    for (const [i, c] of [...'EncryptedPackage'].entries())
      cfb.set([c.charCodeAt(0), 0], 1024 + 2 * i);
    expect((await refusal(cfb)).key).toBe('password_protected');
    expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toMatchObject({
      key: 'foreign_file',
      message: expect.stringContaining('PNG'),
    });
    const good = book({ sheets: { a: register } });
    expect((await refusal(good.subarray(0, good.length - 100))).key).toBe('zip_cut');
    const plainZip = zipSync(
      { 'xl/workbook.xml': strToU8('<workbook>a</workbook>') },
      { level: 0 },
    );
    plainZip[55] = 98;
    expect((await refusal(plainZip)).key).toBe('zip_damaged');
  });
  it('F8-14 refuses shared strings that do not exist, with the cell', async () => {
    const sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c></row></sheetData>';
    expect((await refusal(book({ sheets: { a: sheet } }))).key).toBe('shared_strings_missing');
    expect(
      await refusal(book({ sheets: { a: sheet }, strings: '<si><t>x</t></si>' })),
    ).toMatchObject({
      key: 'shared_string_unknown',
      row: 1,
      column: 'A',
    });
  });
  it('chooses a long sheet among others by its first rows, without reporting damage', async () => {
    const rows = (count: number) =>
      sheetData([
        ['项目编号', '项目名称'],
        ...Array.from({ length: count }, (_, i) => [`A${i}`, `项目名称${i * 7919}`] as const),
      ]);
    const plan = await planOf(
      book({ sheets: { 说明: sheetData([['x']]), 台账: rows(3000), 去年: rows(2000) } }),
      'r.xlsx',
    );
    expect(plan.records).toHaveLength(3000);
  });
  it('counts inflated bytes instead of trusting declared sizes', async () => {
    const bomb = book({
      sheets: { a: `<sheetData>${'<row></row>'.repeat(1)}</sheetData>` },
      strings: '<si><t>x</t></si>'.repeat(3_100_000),
    });
    expect((await refusal(bomb)).key).toBe('too_many_cells');
  });
});

describe('F9 XML', () => {
  const withDoctype = (doctype: string, text = '&a;'): Uint8Array =>
    book({
      sheets: { a: register },
      strings: `<?xml version="1.0"?><!DOCTYPE sst ${doctype}><sst><si><t>${text}</t></si></sst>`,
    });
  it.each([
    [
      'nested entities',
      `[${Array.from({ length: 8 }, (_, i) => `<!ENTITY ${'abcdefgh'[i]} "${i === 0 ? 'lol' : `&${'abcdefgh'[i - 1]};`.repeat(10)}">`).join('')}]`,
    ],
    ['an external entity', '[<!ENTITY a SYSTEM "file:///etc/passwd">]'],
    ['an entity of 100 kB, used a thousand times', `[<!ENTITY a "${'x'.repeat(100_000)}">]`],
  ])('F9-01 F9-02 F9-03 refuses a DOCTYPE with %s', async (_, doctype) => {
    const result = await refusal(withDoctype(doctype, '&a;'.repeat(1000)));
    expect(result.key).toBe('xml_doctype');
    expect(result.ms).toBeLessThan(500);
  });
  it('F9-04 refuses a million character references, a CDATA or comment without end, and deep nesting', async () => {
    expect(
      (
        await refusal(
          book({
            sheets: { a: register },
            strings: `<si><t>${'&#65;'.repeat(1_000_000)}</t></si>`,
          }),
        )
      ).key,
    ).toBe('xml_run_too_long');
    expect(
      (
        await refusal(
          book({
            sheets: { a: register },
            strings: `<si><t><![CDATA[${'<a'.repeat(1_000_000)}]]></t></si>`,
          }),
        )
      ).key,
    ).toBe('xml_run_too_long');
    expect(
      (
        await refusal(
          book({ sheets: { a: register }, strings: `<!--${'<a'.repeat(1_000_000)}--><si/>` }),
        )
      ).key,
    ).toBe('xml_run_too_long');
    expect((await refusal(book({ sheets: { a: '<a>'.repeat(100) } }))).key).toMatch(/xml_too_deep/);
    expect((await refusal(book({ sheets: { a: '<sheetData><row>' } }))).key).toBe('xml_broken');
  });
});
