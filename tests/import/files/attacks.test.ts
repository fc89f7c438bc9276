import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, freshStore, planOf, storeAfter } from '../import-context.ts';
import { refusal } from './refusal.ts';

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
  it('F7-08 reads short rows and reports cells beyond the header', async () => {
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

describe('stored text never breaks an export', () => {
  it('reports dropped control characters, and removes the prefix and lone surrogates', async () => {
    const plan = await planOf(`${header}A1,"a\u0000b\u0001c",500\nA2,'=1+1,600\nA3,'plain,700\n`);
    expect(plan.records.map((r) => r.facts.name)).toEqual(['abc', '=1+1', "'plain"]);
    expect(plan.preview.problems).toMatchObject([{ row: 2, column: 'B 项目名称' }]);
  });
  it('cuts a long text and rejects one over the limit of a cell', async () => {
    const plan = await planOf(`${header}A1,${'长'.repeat(10_000)},500\n`);
    expect(plan.records[0]?.facts.name).toHaveLength(500);
    expect(plan.preview.problems).toMatchObject([{ row: 2, column: 'B 项目名称' }]);
    expect((await refusal(`${header}A1,${'x'.repeat(40_000)},5\n`)).key).toBe('cell_too_long');
  });
  it('rejects nothing in the fixture register', async () => {
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
