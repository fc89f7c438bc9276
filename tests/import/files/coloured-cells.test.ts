import { describe, expect, it } from 'vitest';
import { planOf } from '../import-context.ts';
import { odsBook, odsRow, odsTable } from '../ods.ts';
import { book } from '../zip.ts';

const own = { file_kind: 'own_register' };
const header = ['Project', 'Investor', 'Total investment (EUR)', 'Status'];
type Row = readonly (readonly [text: string, colour: number | undefined])[];
const colours = ['FFFF00', 'FF0000', 'FFFFFF'];
const xlsx = (rows: readonly Row[]) => {
  const fills = colours
    .map(
      (rgb) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`,
    )
    .join('');
  const styles = `<fills><fill/><fill/>${fills}</fills><cellXfs><xf/>${colours.map((_, i) => `<xf fillId="${i + 2}"/>`).join('')}</cellXfs>`;
  const cell = ([text, colour = 0]: Row[number], row: number, column: number) =>
    `<c r="${'ABCD'.charAt(column)}${row + 1}" s="${colour}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const lines = rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((one, c) => cell(one, r, c)).join('')}</row>`,
  );
  return planOf(
    book({ sheets: { S: `<sheetData>${lines.join('')}</sheetData>` }, styles }),
    'r.xlsx',
    own,
  );
};
const ods = (rows: readonly Row[]) => {
  const styles = colours.map(
    (rgb, i) =>
      `<style:style style:name="ce${i + 1}" style:family="table-cell"><style:table-cell-properties fo:background-color="#${rgb.toLowerCase()}"/></style:style>`,
  );
  const cell = ([text, colour]: Row[number]) =>
    `<table:table-cell${colour === undefined ? '' : ` table:style-name="ce${colour}"`} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  return planOf(
    odsBook(
      odsTable(
        'S',
        rows.map((row) => odsRow(row.map(cell))),
      ),
      styles.join(''),
    ),
    'r.ods',
    own,
  );
};
const row = (
  name: string,
  { status, whole }: { readonly status?: number; readonly whole?: number } = {},
): Row =>
  [name, 'A', '5', 'x'].map(
    (text, at) => [text, at === 3 && status !== undefined ? status : whole] as const,
  );
const titles: Row = header.map((text) => [text, 1] as const);
const doubtsOf = ({ preview }: Awaited<ReturnType<typeof xlsx>>) =>
  preview.problems
    .filter(({ kind }) => kind?.startsWith('coloured') === true)
    .map(({ column, row: at, message }) => [column, at, message.slice(0, 8)]);

describe.each([
  ['an Excel workbook', xlsx],
  ['an OpenDocument workbook', ods],
])('colours of filled cells in %s', (_, read) => {
  it('are reported once for a column whose cells differ', async () => {
    const plan = await read([
      titles,
      row('Canal', { status: 1 }),
      row('Bridge', { status: 2 }),
      row('Dam'),
      row('Weir', { status: 1 }),
    ]);
    expect(doubtsOf(plan)).toEqual([['D Status', 2, '3 cells ']]);
  });
  it.each([
    ['whole rows', [row('Canal', { whole: 1 }), row('Bridge'), row('Dam', { whole: 1 })]],
    [
      'a whole column',
      [row('Canal', { status: 1 }), row('Bridge', { status: 1 }), row('Dam', { status: 1 })],
    ],
    ['white cells', [row('Canal', { status: 3 }), row('Bridge'), row('Dam')]],
  ])('are not reported for %s', async (__, rows) =>
    expect(doubtsOf(await read([titles, ...rows]))).toEqual([]),
  );
});
