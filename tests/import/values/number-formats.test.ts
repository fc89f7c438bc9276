import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { readFormatStyle } from '#server/imports/read/number-format.ts';
import { freshStore, planOf, questionIds, totalsOf } from '../import-context.ts';
import { odsBook, odsRow, odsTable, odsTyped } from '../ods.ts';
import { book, sheetData } from '../zip.ts';

const own: ImportAnswers = { file_kind: 'own_register' };
const escaped = (code: string) =>
  code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
/** Styles of a workbook: style n shows numbers in format n of the list. */
const stylesOf = (formats: readonly string[]) =>
  `<numFmts>${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs><xf/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs>`;
type Cells = Parameters<typeof sheetData>[0];
const plan = (rows: Cells, formats: readonly string[], answers: ImportAnswers = own) =>
  planOf(
    book({ sheets: { Register: sheetData(rows) }, styles: stylesOf(formats) }),
    'r.xlsx',
    answers,
    freshStore,
  );
const amountsOf = ({ records }: Awaited<ReturnType<typeof plan>>) =>
  records.map(({ facts }) => {
    const money = facts.amounts.total_investment?.money;
    return money === undefined ? undefined : `${money.currency} ${money.minor}`;
  });
const kindsOf = ({ preview }: Awaited<ReturnType<typeof plan>>) =>
  preview.doubts.map(({ kind }) => kind);

describe('the currency in a number format', () => {
  it.each([
    ['"US$"#,##0', 'US$'],
    ['[$€-407] #,##0.00', '€'],
    ['#,##0.00\\ [$€-40C];[Red]\\-#,##0.00\\ [$€-40C]', '€'],
    ['[$¥-411]#,##0', 'JPY'],
    ['[$¥-804]#,##0.00', 'CNY'],
    ['[$￥-ja-JP]#,##0', 'JPY'],
    ['[$$-1009]#,##0', 'CAD'],
    ['[$kr-414] #,##0', 'NOK'],
    ['_-* #,##0 "€"_-;-* #,##0 "€"_-;_-* "-" "€"_-', '€'],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', '$'],
    ['£#,##0', '£'],
    ['\\R\\$#,##0.00', 'R$'],
    ['[$USD] #,##0', 'USD'],
    ['#,##0"万元"', '万元'],
  ])('is read from %s', (code, words) =>
    expect(readFormatStyle(code)).toMatchObject({ shift: 0, words }),
  );
  it.each([
    '#,##0',
    '0.00',
    '#,##0"人"',
    '[Red]#,##0',
    '[$-409]#,##0',
    '0.0"万"',
    '0 "km"',
    '_(* #,##0_)',
    '@',
  ])('is not found in %s', (code) => expect(readFormatStyle(code)).toBe('number'));
  it.each([
    ['#,##0,', { shift: 3 }],
    ['#,##0.0,,"百万円"', { shift: 6, words: '百万円' }],
    ['0!.0,"万元"', { shift: 4, words: '万元' }],
    ['0\\.0000"万元"', { shift: 4, words: '万元' }],
  ])('applies to a number that %s scales', (code, style) =>
    expect(readFormatStyle(code)).toEqual(style),
  );

  const header = ['Project', 'Investor', 'Total investment'];
  it('applies to the column, so that nothing is asked', async () => {
    const result = await plan(
      [
        header,
        ['Canal', 'A', [1250.125, 1]],
        ['Bridge', 'B', [480, 1]],
        ['Total', '', [1730.125, 1]],
      ],
      ['#,##0.00 [$€-407]'],
    );
    expect(questionIds(result)).toEqual(['as_of']);
    expect(amountsOf(result)).toEqual(['EUR 125012', 'EUR 48000']);
    expect(totalsOf(result)).toEqual([['1730.125', true]]);
  });
  it('applies per row when a column has several', async () => {
    const rows: Cells = [
      header,
      ['Canal', 'A', [1250.125, 1]],
      ['Bridge', 'B', [480, 2]],
      ['Dam', 'C', [7, 3]],
      ['Weir', 'D', [9, 1]],
    ];
    const result = await plan(rows, ['"US$"#,##0', '[$€-407]#,##0', '[$¥-411]#,##0']);
    expect(amountsOf(result)).toEqual(['USD 125012', 'EUR 48000', 'JPY 7', 'USD 900']);
  });
  it('keeps the multiple of the header, wins over its currency, and is reported', async () => {
    const result = await plan(
      [
        ['项目名称', '总投资(万元)'],
        ['运河', [12, 1]],
        ['大桥', [3.5, 1]],
      ],
      ['"US$"#,##0'],
    );
    expect(amountsOf(result)).toEqual(['USD 12000000', 'USD 3500000']);
    expect(result.preview.problems.map(({ message }) => message)).toContain(
      'The number format says US$, the header or the sheet CNY. Read as USD: correct the format if that is wrong.',
    );
  });
  it('wins in its own rows when other rows have none and the header names another', async () => {
    const result = await plan(
      [
        ['项目名称', '总投资(万元)'],
        ['运河', [12, 1]],
        ['大桥', 3.5],
      ],
      ['"US$"#,##0'],
    );
    expect(amountsOf(result)).toEqual(['USD 12000000', 'CNY 3500000']);
    expect(kindsOf(result)).not.toContain('format_currency_some');
  });
  it('also applies to numbers without one when nothing else names a currency', async () => {
    const result = await plan(
      [header, ['Canal', 'A', 5], ['Bridge', 'B', [480, 1]]],
      ['[$€-407]#,##0'],
    );
    expect(amountsOf(result)).toEqual(['EUR 500', 'EUR 48000']);
    expect(kindsOf(result)).toContain('format_currency_some');
  });
  it('follows the column when its sign is shared: ¥ in a column of yuan', async () => {
    const result = await plan(
      [
        ['项目名称', '总投资(万元)'],
        ['运河', [12, 1]],
        ['大桥', [3.5, 1]],
      ],
      ['"¥"#,##0.00'],
    );
    expect(amountsOf(result)).toEqual(['CNY 12000000', 'CNY 3500000']);
    expect(kindsOf(result)).not.toContain('format_currency');
  });
  it('raises a question when several currencies share its sign', async () => {
    const rows: Cells = [header, ['Canal', 'A', [1250, 1]], ['Bridge', 'B', [480, 1]]];
    const result = await plan(rows, ['"$"#,##0']);
    const question = result.preview.questions.find(({ id }) => id === 'currency');
    expect(question?.text).toBe('Which currency are the amounts in? Several are written “$”.');
    expect(amountsOf(await plan(rows, ['"$"#,##0'], { ...own, currency: 'CAD' }))).toEqual([
      'CAD 125000',
      'CAD 48000',
    ]);
  });
  it('is read with its unit in scaled numbers', async () => {
    const result = await plan(
      [
        ['案件名', '投資額'],
        ['運河', [5_000_000, 1]],
        ['橋', [12_500_000, 1]],
      ],
      ['#,##0.0,,"百万円"'],
    );
    expect(amountsOf(result)).toEqual(['JPY 5000000', 'JPY 12500000']);
  });
  it('keeps displayed numbers below a header of thousands', async () => {
    const result = await plan(
      [
        ['案件名', '投資額（千円）'],
        ['運河', [5_000_000, 1]],
        ['橋', [12_500_000, 1]],
      ],
      ['#,##0,'],
    );
    expect(amountsOf(result)).toEqual(['JPY 5000000', 'JPY 12500000']);
  });
  it('is read when each project is a column', async () => {
    const rows: Cells = [
      ['Project', 'Canal', 'Bridge'],
      ['Investor', 'A', 'B'],
      ['Total investment', [1250, 1], [480, 2]],
      ['Stage', 'Signed', 'Under construction'],
    ];
    expect(amountsOf(await plan(rows, ['[$€-407]#,##0', '"US$"#,##0']))).toEqual([
      'EUR 125000',
      'USD 48000',
    ]);
  });
  it('is per row in an OpenDocument workbook too', async () => {
    const amount = (currency: string, value: string) =>
      odsTyped(
        `office:value-type="currency" office:currency="${currency}" office:value="${value}"`,
        value,
      );
    const table = odsTable('S', [
      odsRow(['Project', 'Total cost']),
      odsRow(['Canal', amount('EUR', '1.125')]),
      odsRow(['Bridge', amount('USD', '480')]),
    ]);
    expect(amountsOf(await planOf(odsBook(table), 'r.ods', own))).toEqual(['EUR 112', 'USD 48000']);
  });
});
