import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { readFile } from '#server/imports/read/read-file.ts';
import { freshStore, planOf, sumOf } from '../import-context.ts';
import { odsBook, odsRow, odsTable, odsTyped } from '../ods.ts';

const read = (bytes: Uint8Array) => readFile(bytes, { choose: () => 0 });
const cellsOf = (bytes: Uint8Array) =>
  read(bytes).table.rows.map(({ number, cells }) => [number, ...cells]);
const failure = (bytes: Uint8Array): unknown => {
  try {
    read(bytes);
  } catch (error) {
    return error instanceof ImportFailure ? error.key : error;
  }
  return undefined;
};

describe('an OpenDocument workbook', () => {
  it('reads numbers, amounts, shares, days and texts by their values', () => {
    const row = odsRow([
      'A & B',
      odsTyped('office:value-type="float" office:value="1250.1000000000001"', '1.250,10'),
      odsTyped(
        'office:value-type="currency" office:currency="EUR" office:value="480500.5"',
        '480.500,50 €',
      ),
      odsTyped('office:value-type="percentage" office:value="0.255"', '25,5 %'),
      odsTyped('office:value-type="date" office:date-value="2027-03-31T00:00:00"', '31.03.27'),
      odsTyped('office:value-type="boolean" office:boolean-value="true"', 'WAHR'),
      odsTyped('office:value-type="time" office:time-value="PT08H"', '08:00'),
      '<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>one<text:s text:c="2"/><text:span>two</text:span></text:p><text:p>three</text:p></table:table-cell>',
    ]);
    expect(cellsOf(odsBook(odsTable('S', [row])))).toEqual([
      [1, 'A & B', 1250.1, 480500.5, '25.5%', '2027-03-31', 'TRUE', '08:00', 'one  two\nthree'],
    ]);
  });
  it('reads repeated cells and rows, merged cells, and formulas without a value', () => {
    const table = odsTable('S', [
      odsRow([
        '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Group</text:p></table:table-cell>',
        '<table:covered-table-cell/>',
      ]),
      odsRow([null], ' table:number-rows-repeated="3"'),
      odsRow(
        [
          '<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="7"/>',
        ],
        ' table:number-rows-repeated="2"',
      ),
      odsRow([
        'x',
        '<table:table-cell table:formula="of:=[.A1]"/>',
        '<table:table-cell table:number-columns-repeated="16380"/>',
      ]),
      odsRow(
        ['<table:table-cell table:number-columns-repeated="16384"/>'],
        ' table:number-rows-repeated="1048000"',
      ),
    ]);
    const file = read(odsBook(table)).table;
    expect(file.rows).toEqual([
      { number: 1, cells: ['Group'] },
      { number: 5, cells: [7, 7, 7] },
      { number: 6, cells: [7, 7, 7] },
      { number: 7, cells: ['x'] },
    ]);
    expect([file.merges, file.uncomputed]).toEqual([
      [{ top: 1, left: 0, bottom: 1, right: 1 }],
      [{ row: 7, column: 1 }],
    ]);
  });
  it('skips hidden sheets, and reports hidden rows and columns', async () => {
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const rows = [
      odsRow(['Project', 'Cost (EUR)', 'Cost (EUR)']),
      odsRow(['Canal', 5000, 1250000]),
      odsRow(['Bridge', 7, 480500], ' table:visibility="collapse"'),
    ];
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>';
    const bytes = odsBook(
      odsTable('Old', rows, ' table:style-name="ta2"') + odsTable('Register', [columns, ...rows]),
      styles,
    );
    const plan = await planOf(bytes, 'r.ods', { file_kind: 'own_register' }, freshStore);
    expect([plan.preview.sheets, plan.records.length, sumOf(plan)]).toEqual([
      ['Register'],
      2,
      '173050000',
    ]);
    expect(
      plan.preview.problems.map(({ column, message }) => column ?? message.slice(0, 14)),
    ).toEqual(['The sheet hide', 'B Cost (EUR)']);
  });
  it('takes the currency of typed amounts and the unit of the header', async () => {
    const euros = (value: string) =>
      odsTyped(`office:value-type="currency" office:currency="EUR" office:value="${value}"`, value);
    const plan = (header: string) =>
      planOf(
        odsBook(
          odsTable('S', [
            odsRow(['Project', header]),
            odsRow(['Canal', euros('1.125')]),
            odsRow(['Bridge', euros('480')]),
          ]),
        ),
        'r.ods',
        {
          file_kind: 'own_register',
        },
      );
    expect((await plan('Total cost')).preview.sums).toMatchObject([
      { currency: 'EUR', minor: '48112' },
    ]);
    expect((await plan('Total cost (million)')).preview.sums).toMatchObject([
      { currency: 'EUR', minor: '48112500000' },
    ]);
  });
});

describe('a harmful OpenDocument workbook', () => {
  const many = (attributes: string, cell: string) =>
    odsBook(odsTable('S', [odsRow([cell], attributes)]));
  const filled = '<table:table-cell office:value-type="float" office:value="1"/>';
  it.each([
    [
      'a row for a thousand million rows',
      many(' table:number-rows-repeated="1000000000"', filled),
      'too_many_rows',
    ],
    [
      'a cell for a thousand million cells',
      many('', filled.replace(' office', ' table:number-columns-repeated="1000000000" office')),
      'too_many_columns',
    ],
    [
      'rows and columns that multiply',
      many(
        ' table:number-rows-repeated="199999"',
        filled.replace(' office', ' table:number-columns-repeated="700" office'),
      ),
      'too_many_cells',
    ],
    ['a text without end', odsBook(odsTable('S', [odsRow(['x'.repeat(40_000)])])), 'cell_too_long'],
    [
      'a DOCTYPE',
      odsBook('', '', { 'content.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      'xml_doctype',
    ],
    ['elements in elements', odsBook('<table:table>'.repeat(100)), 'xml_too_deep'],
    [
      'content that is cut',
      odsBook('', '', { 'content.xml': strToU8('<office:document-content><office:body>') }),
      'xml_broken',
    ],
    [
      'a password',
      odsBook('', '', { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }),
      'password_protected',
    ],
    ['no sheet', odsBook(''), 'no_sheets'],
  ])('is rejected: %s', (_, bytes, key) => expect(failure(bytes)).toBe(key));
  it('is rejected before it takes memory', () => {
    const before = process.memoryUsage().heapUsed;
    failure(many(' table:number-rows-repeated="1000000000"', filled));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200e6);
  });
});
