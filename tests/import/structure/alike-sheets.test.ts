import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import {
  freshStore,
  planOf,
  questionIds,
  standingOf,
  storeAfter,
  sumOf,
} from '../import-context.ts';
import { odsBook, odsRow, odsTable } from '../ods.ts';
import { book, sheetData } from '../zip.ts';

const header = ['Project', 'Investor', 'Cost (EUR)'];
const pages = {
  Signed: [header, ['Canal', 'Waters', 1_250_000], ['Bridge', 'Roads', 480_500]],
  'Under construction': [header, ['Quay', 'Port', 12_000_000]],
  Operational: [
    ['Register of 2026'],
    ['Cost (EUR)', 'Project', 'Investor'],
    [75_250, 'Lock', 'Waters'],
    ['n/a', 'Weir', 'Waters'],
  ],
} as const;
const names = ['Canal', 'Bridge', 'Quay', 'Lock', 'Weir'];
const workbook = (sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>) =>
  book({
    sheets: Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => [name, sheetData(rows)]),
    ),
  });
const read = (bytes: Uint8Array, answers: ImportAnswers = {}, register = freshStore) =>
  planOf(bytes, 'r.xlsx', { file_kind: 'own_register', ...answers }, register);
const question = (plan: Awaited<ReturnType<typeof read>>) =>
  [...plan.preview.questions, ...plan.preview.settled].find(({ id }) => id === 'sheets');

describe('sheets of one shape', () => {
  it('form one register with their names as stages, in any order of columns', async () => {
    const plan = await read(workbook(pages));
    expect(plan.records.map(({ facts }) => facts.name)).toEqual(names);
    expect(standingOf(plan)).toEqual([
      'signed',
      'signed',
      'construction',
      'operation',
      'operation',
    ]);
    expect([sumOf(plan), question(plan)?.default, questionIds(plan).includes('sheet')]).toEqual([
      '1380575000',
      'stage',
      false,
    ]);
    expect(question(plan)?.text).toBe(
      '3 sheets have the same columns: Signed, Under construction, Operational. What are they?',
    );
  });
  it('form one register in an OpenDocument workbook too', async () => {
    const sheets = Object.entries(pages).map(([name, rows]) =>
      odsTable(
        name,
        rows.map((row) => odsRow(row)),
      ),
    );
    const plan = await planOf(
      odsBook(sheets.join('')),
      'r.ods',
      { file_kind: 'own_register' },
      freshStore,
    );
    expect([plan.records.map(({ facts }) => facts.name), standingOf(plan)[2]]).toEqual([
      names,
      'construction',
    ]);
  });
  it('keep their years as a note, and their areas as function zones', async () => {
    const [a, b] = [pages.Signed, pages['Under construction']];
    const years = await read(workbook({ '2025': a, 'Plan 2026': b }));
    expect([question(years)?.default, years.records.map(({ facts }) => facts.extra)]).toEqual([
      'year',
      [{ Sheet: '2025' }, { Sheet: '2025' }, { Sheet: '2026' }],
    ]);
    const areas = await read(workbook({ 'North Park': a, 'South Park': b }));
    expect([question(areas)?.default, areas.records.map(({ facts }) => facts.zone)]).toEqual([
      'area',
      ['North Park', 'North Park', 'South Park'],
    ]);
    const others = await read(workbook({ Alpha: a, Beta: b }), { sheets: 'area' });
    expect(others.records.map(({ facts }) => facts.zone)).toEqual(['Alpha', 'Alpha', 'Beta']);
  });
  it('have no proposal when they list the same projects, because each may be an edition', async () => {
    const plan = await read(workbook({ January: pages.Signed, February: pages.Signed }));
    expect([question(plan)?.default, plan.records.length]).toEqual([undefined, 2]);
    const one = await read(workbook({ January: pages.Signed, February: pages.Signed }), {
      sheets: 'one',
    });
    expect([
      questionIds(one).includes('sheets'),
      one.records.length,
      questionIds(one).includes('sheet'),
    ]).toEqual([false, 2, true]);
  });
  it('name the sheet and row of a doubtful cell', async () => {
    const doubted = await read(
      workbook({ ...pages, 'Under construction': [header, ['Quay', 'Port', 'many']] }),
    );
    expect(doubted.preview.problems).toMatchObject([
      { sheet: 'Under construction', row: 2, value: 'many' },
    ]);
    expect(doubted.planned.map(({ source }) => source?.row)).toEqual([2, 3, 2, 3, 4]);
  });
  it('report hidden, uncomputed and coloured cells of each sheet, and use its currency', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$€-407]#,##0"/><numFmt numFmtId="165" formatCode="&quot;US$&quot;#,##0"/></numFmts>' +
      '<fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>' +
      '<cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf fillId="2"/></cellXfs>';
    const sheet = (rows: Parameters<typeof sheetData>[0], formula: string) =>
      sheetData([['Project', 'Investor', 'Cost', 'Stage', 'Note'], ...rows])
        .replace('<row r="3">', '<row r="3" hidden="1">')
        .replace(
          '<row r="2">',
          `<row r="2"><c r="A2" s="3" t="inlineStr"><is><t>${formula}</t></is></c>`,
        )
        .replace('</row><row r="3"', '<c r="E2"><f>1+1</f></c></row><row r="3"');
    const plan = await read(
      book({
        sheets: {
          2025: sheet(
            [
              [null, 'A', [10e6, 1], 'Signed'],
              ['Bridge', 'B', [20e6, 1], 'Signed', 'x'],
            ],
            'Canal',
          ),
          2026: sheet(
            [
              [null, 'C', [30e6, 2], 'Signed'],
              ['Weir', 'D', [40e6, 2], 'Signed', 'y'],
            ],
            'Lock',
          ),
        },
        styles,
      }),
    );
    expect(plan.records.map(({ facts }) => facts.amounts.total_investment?.money)).toEqual(
      (['EUR 1000000000', 'EUR 2000000000', 'USD 3000000000', 'USD 4000000000'] as const).map(
        (money) => ({
          currency: money.slice(0, 3),
          minor: money.slice(4),
        }),
      ),
    );
    expect(
      plan.preview.problems.map(({ kind, sheet: of, row, column }) => [kind, of, row, column]),
    ).toEqual([
      ['hidden_rows', '2025', 3, undefined],
      ['coloured_texts', '2025', 2, 'A Project'],
      ['formula_empty', '2025', 2, 'E Note'],
      ['formula_empty', '2026', 2, 'E Note'],
    ]);
    expect(plan.preview.problems[0]?.message).toContain('(2)');
  });
  it('change nothing in a second import', async () => {
    const first = await read(workbook(pages));
    const again = await read(workbook(pages), {}, storeAfter(first));
    expect(again.preview.rows).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
  });
  it('form no register when the columns differ', async () => {
    const plan = await read(
      workbook({
        Signed: pages.Signed,
        Contacts: [
          ['Name', 'Phone', 'Office'],
          ['Ann', '12', 'North'],
        ],
      }),
    );
    expect([plan.records.length, question(plan)]).toEqual([2, undefined]);
  });
});

describe('hidden and coloured cells', () => {
  const columns = '<cols><col min="3" max="3" width="9" hidden="1"/></cols>';
  const rows = sheetData([
    ['Code', 'Project', 'Cost (EUR)', 'Cost (EUR)', 'Note (old)'],
    ['A1', 'Canal', 5, 1_250_000, 'x'],
    ['A2', 'Bridge', 7, 480_500, 'y'],
  ]);
  it('a hidden column never wins over a visible one, and is reported', async () => {
    const plan = await read(book({ sheets: { S: columns + rows } }));
    expect([sumOf(plan), plan.preview.columns.map(({ field }) => field)]).toEqual([
      '173050000',
      ['project_id', 'project_name', undefined, 'total_investment', undefined],
    ]);
    expect(plan.preview.problems).toMatchObject([
      { column: 'C Cost (EUR)', message: expect.stringContaining('hides this column') as string },
    ]);
  });
  it('a hidden column is read when no other has its field, and is reported', async () => {
    const plan = await read(
      book({
        sheets: {
          S:
            columns +
            sheetData([
              ['Code', 'Project', 'Cost (EUR)'],
              ['A1', 'Canal', 1_250_000],
            ]),
        },
      }),
    );
    expect([sumOf(plan), plan.preview.problems.map(({ column }) => column)]).toEqual([
      '125000000',
      ['C Cost (EUR)'],
    ]);
  });
  it('coloured empty cells are reported, coloured rows are not', async () => {
    const styles =
      '<fills count="4"><fill/><fill/><fill><patternFill patternType="solid"/></fill><fill><patternFill patternType="solid"/></fill></fills>' +
      '<cellXfs count="3"><xf fillId="0"/><xf fillId="2"/><xf fillId="3"/></cellXfs>';
    const cell = (r: string, s: number, text?: string) =>
      text === undefined
        ? `<c r="${r}" s="${s}"/>`
        : `<c r="${r}" s="${s}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = `<sheetData><row r="1">${cell('A1', 0, 'Project')}${cell('B1', 0, 'Cost (EUR)')}${cell('C1', 0, 'Signed')}${cell('D1', 0, 'Built')}</row><row r="2">${cell('A2', 0, 'Canal')}${cell('B2', 0, '1250000')}${cell('C2', 1)}${cell('D2', 2)}</row><row r="3">${cell('A3', 1, 'Bridge')}${cell('B3', 1, '480500')}${cell('C3', 1)}${cell('D3', 1)}</row><row r="4">${cell('A4', 0, 'Quay')}${cell('B4', 0, '75250')}${cell('C4', 2)}</row></sheetData>`;
    const plan = await read(book({ sheets: { S: sheet }, styles }));
    expect(
      plan.preview.problems.map(({ column, message }) => [column, message.slice(0, 7)]),
    ).toEqual([
      ['C Signed', '2 cells'],
      ['D Built', '1 cell '],
    ]);
  });
});
