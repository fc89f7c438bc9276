import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { bytesOf, freshStore, planOf, storeAfter } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

/** The refusal of a file: its key, its place, and how long it took. */
async function refusal(
  bytes: Uint8Array | string,
  file = 'register.xlsx',
): Promise<{
  key: string;
  row: number | undefined;
  column: string | undefined;
  ms: number;
  message: string;
}> {
  const start = performance.now();
  try {
    await planOf(bytes, file);
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    for (const language of ['zh-CN', 'ja', 'en'] as const)
      expect(error.detail(file, language).message).not.toMatch(/[{}]/);
    return {
      key: error.key,
      row: error.place.row,
      column: error.place.column,
      ms: performance.now() - start,
      message: error.detail(file, 'en').message,
    };
  }
  throw new Error('the file was read');
}
const header = '项目编号,项目名称,总投资（万元）\n';

describe('F7 CSV structure', () => {
  it('F7-01 F7-02 refuses an empty file and a header without rows', async () => {
    expect((await refusal(new Uint8Array(0))).key).toBe('empty_file');
    expect(await refusal(header)).toMatchObject({ key: 'no_rows', row: 1 });
  });
  it('F7-03 names the row and column of a quote that is never closed', async () => {
    expect(await refusal(`${header}A1,甲,5\nA2,"乙,6\n`)).toMatchObject({
      key: 'quote_not_closed',
      row: 3,
      column: 'B',
    });
  });
  it('F7-04 keeps a quote inside an unquoted field', async () => {
    const plan = await planOf(`${header}A1,a"b,5\nA2,"say ""hi""",6\n`);
    expect(plan.records.map((r) => r.facts.name)).toEqual(['a"b', 'say "hi"']);
  });
  it('F7-05 reads CRLF, LF and CR in one file', async () => {
    expect(
      (await planOf('项目编号,项目名称,总投资（万元）\r\nA1,甲,5\nA2,乙,6\rA3,丙,7\r\n')).preview
        .rows.total,
    ).toBe(3);
  });
  it.each([
    ['sep=;\n', ';'],
    ['', ';'],
    ['', '\t'],
    ['', '|'],
  ])('F7-06 F7-07 reads %j with %j between the columns', async (sep, d) => {
    const plan = await planOf(
      `${sep}项目编号${d}项目名称${d}总投资（万元）\nA1${d}甲${d}5\nA2${d}乙${d}6\n`,
    );
    expect(
      plan.records.map((r) => [
        r.code,
        r.facts.name,
        r.facts.amounts.total_investment?.money?.minor,
      ]),
    ).toEqual([
      ['A1', '甲', '5000000'],
      ['A2', '乙', '6000000'],
    ]);
  });
  it('F7-08 takes short rows and says what stands beyond the header', async () => {
    const plan = await planOf(`${header}A1,甲\nA2,乙,600,extra\n`);
    expect(plan.preview.rows.total).toBe(2);
    expect(plan.preview.problems).toMatchObject([{ row: 3, column: 'D', value: 'extra' }]);
  });
  it('F7-09 keeps both of two columns with one name', async () => {
    const plan = await planOf('项目编号,项目名称,备注,备注\nA1,甲,x,y\n');
    expect(plan.records[0]?.facts).toMatchObject({ remark: 'x', extra: { '备注 (2)': 'y' } });
  });
  it('F7-10 takes headers named after object members as headers', async () => {
    const plan = await planOf('项目编号,项目名称,__proto__,constructor,toString\nA1,甲,p,c,t\n');
    expect(Object.entries(plan.records[0]?.facts.extra ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['toString', 't'],
    ]);
    expect(({} as Record<string, unknown>)['p']).toBeUndefined();
    expect(Object.getPrototypeOf(plan.records[0]?.facts.extra)).toBe(Object.prototype);
  });
  it('F7-14 takes the same file twice as the same projects', async () => {
    const first = await planOf(`${header}A1,甲,5\n`);
    expect(
      (await planOf(`${header}A1,甲,5\n`, 'again.csv', {}, storeAfter(first))).preview.rows,
    ).toMatchObject({ new: 0, unchanged: 1 });
  });
  it('F7-11 F7-12 F7-13 refuses a field of 50 MB, a million rows and 10,000 columns early', async () => {
    const field = await refusal(`${header}A1,"${'x'.repeat(50_000_000)}",5\n`);
    expect(field).toMatchObject({ key: 'quote_not_closed', row: 2, column: 'B' });
    const rows = await refusal(strToU8(`a,b,c,d,e\n${'1,2,3,4,5\n'.repeat(1_000_000)}`));
    expect(rows).toMatchObject({ key: 'too_many_rows', row: 200_001 });
    const columns = await refusal(
      `${Array.from({ length: 10_000 }, (_, i) => `h${i}`).join(',')}\n1\n`,
    );
    expect(columns).toMatchObject({ key: 'too_many_columns', row: 1 });
    for (const { ms } of [field, rows, columns]) expect(ms).toBeLessThan(4000);
  });
});

const register = sheetData([
  ['项目编号', '项目名称', '总投资（万元）'],
  ['A1', '甲', 5],
]);
describe('F8 ZIP and XLSX', () => {
  it('F8-07 F8-08 F8-10 reads a workbook with macros without its macros, and names of entries that look like paths are never used', async () => {
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
  it('F8-09 F8-11 F8-13 says what password-protected, old Excel, picture, cut and damaged files are', async () => {
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
    const stored = zipSync({ 'xl/workbook.xml': strToU8('<workbook>a</workbook>') }, { level: 0 });
    stored[55] = 98;
    expect((await refusal(stored)).key).toBe('zip_damaged');
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
  it('reads a long sheet among others: only its first rows are looked at to choose it, and that is no damage', async () => {
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
  it('believes no declared size: what is inflated is counted', { timeout: 60_000 }, async () => {
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

describe('what is stored never carries what breaks an export', () => {
  it('drops control characters with a word, takes the prefix off and leaves lone surrogates out', async () => {
    const plan = await planOf(`${header}A1,"a\u0000b\u0001c",500\nA2,'=1+1,600\nA3,'plain,700\n`);
    expect(plan.records.map((r) => r.facts.name)).toEqual(['abc', '=1+1', "'plain"]);
    expect(plan.preview.problems).toMatchObject([{ row: 2, column: 'B 项目名称' }]);
  });
  it('cuts what is too long and refuses what is longer than a cell may be', async () => {
    const plan = await planOf(`${header}A1,${'长'.repeat(10_000)},500\n`);
    expect(plan.records[0]?.facts.name).toHaveLength(500);
    expect(plan.preview.problems).toMatchObject([{ row: 2, column: 'B 项目名称' }]);
    expect((await refusal(`${header}A1,${'x'.repeat(40_000)},5\n`)).key).toBe('cell_too_long');
  });
  it('refuses nothing that the fixture register holds', async () => {
    expect(
      (
        await planOf(
          bytesOf(new URL('../../fixtures/register-zh.csv', import.meta.url)),
          'r.csv',
          {},
          freshStore,
        )
      ).preview.rows.rejected,
    ).toBe(0);
  });
});
