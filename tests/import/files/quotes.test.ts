import { expect, it } from 'vitest';
import { readCsv } from '#server/imports/read/csv/read-csv.ts';
import { findLeastTime, measureTime } from '../../setup/processes/times.ts';
import { freshStore, planOf, sumOf } from '../import-context.ts';

const header = 'Code,Project,Cost (EUR),Remarks\n';
const read = (file: string) => planOf(file, 'r.csv', { file_kind: 'own_register' }, freshStore);
const line = (i: number, note = '') => `P${i},Project ${i},${1_000_000 + i},${note}\n`;
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => line(from + i)).join('');
const codes = (plan: Awaited<ReturnType<typeof read>>) => plan.records.map(({ code }) => code);

it.each([
  ['to the end of the file', 5, `${line(1)}P2,"Canal,2000000,x\n${lines(3, 6)}`],
  [
    'to the next quoted field',
    5,
    `${line(1)}P2,"Canal,2000000,x\n${line(3)}P4,Quay,4000000,"a, b"\n${line(5)}`,
  ],
  [
    'to a quote at the end of a field',
    5,
    `${line(1)}P2,"Canal,2000000,x\n${lines(3, 5)}P5,Pipe of 5",5000000,\n`,
  ],
  ['over nine hundred rows', 902, `${line(1)}P2,"Canal,2000000,x\n${lines(3, 903)}`],
])(
  'a stray quote that would swallow rows %s is read as text and reported',
  async (_, count, body) => {
    const plan = await read(header + body);
    expect([plan.records.length, plan.records[1]?.facts.name]).toEqual([count, '"Canal']);
    expect(plan.preview.problems).toMatchObject([
      {
        row: 3,
        column: 'B',
        message: expect.stringContaining('was read as a character') as string,
      },
    ]);
  },
);
it('quoted fields keep several lines', async () => {
  const plan = await read(`${header}${line(1, '"one\ntwo, ""three""\nfour"')}${line(2)}`);
  expect([codes(plan), plan.records[0]?.facts.remark, plan.preview.problems]).toEqual([
    ['P1', 'P2'],
    'one two, "three" four',
    [],
  ]);
});
it('a text of two hundred lines stays one cell', async () => {
  const text = Array.from({ length: 200 }, (_, i) => `line ${i}`).join('\n');
  const plan = await read(`${header}${line(1, `"${text}"`)}${line(2)}`);
  expect([codes(plan), plan.records[0]?.facts.remark?.slice(-8), plan.preview.problems]).toEqual([
    ['P1', 'P2'],
    'line 199',
    [],
  ]);
});
it('a quote after a blank opens the field', async () => {
  const plan = await read(
    'Code, Project, Cost (EUR), Remarks\nP1, "Canal, north", "1,250,000.50", "a ""b"""\nP2, "Bridge, south", "480,500.00", c\n',
  );
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(['Canal, north', 'Bridge, south']);
  expect([sumOf(plan), plan.records[0]?.facts.remark]).toEqual(['173050050', 'a "b"']);
});
it('single quotes delimit fields when no double quotes do', async () => {
  const plan = await read(
    "'Code','Project','Cost (EUR)','Remarks'\n'P1','Canal, north','1,250,000.50','it''s wide'\n'P2','Bridge','480,500.00',''\n",
  );
  expect(plan.records.map(({ code, facts }) => [code, facts.name])).toEqual([
    ['P1', 'Canal, north'],
    ['P2', 'Bridge'],
  ]);
  expect([sumOf(plan), plan.records[0]?.facts.remark]).toEqual(['173050050', "it's wide"]);
});
it('an apostrophe at the start of some texts is no quote', async () => {
  const plan = await read(`${header}P1,'t Zand,1000000,\nP2,'s-Gravenhage,2000000,\n`);
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(["'t Zand", "'s-Gravenhage"]);
});
it.each([
  ['a number', `P1,"1000000,Quay,"north, south"\n`, [`"1000000`, 'Quay', 'north, south']],
  ['a word', `P1,"Canal,1000000,"north, south"\n`, ['"Canal', '1000000', 'north, south']],
])('a stray quote before %s swallows no fields of its own row', (_, row, cells) => {
  const table = readCsv([{ text: `${header}${row}${line(2)}`, share: 1 }]);
  expect(table.rows[1]?.cells).toEqual(['P1', ...cells]);
  expect([table.rows.length, table.strayQuotes]).toEqual([3, [{ row: 2, column: 1 }]]);
});
it.each([
  ['in the middle', '"Pipe of 5" steel, blue"', 'Pipe of 5" steel, blue'],
  ['twice', '"Pipes of 5" and 6" steel, blue"', 'Pipes of 5" and 6" steel, blue'],
  [
    'around a word',
    '"The board said, "yes" and left, late"',
    'The board said, "yes" and left, late',
  ],
  ['at the front', '""Canal, north"', '"Canal, north'],
  ['at the end', '"Pipe, steel, 5""', 'Pipe, steel, 5"'],
  ['next to an escaped one', '"Pipe of 5" steel ""blue"", long"', 'Pipe of 5" steel "blue", long'],
])('an unescaped quote is read as text: %s', async (_, field, name) => {
  const plan = await read(`${header}P1,${field},1000000,"a, b"\n${line(2)}`);
  expect(plan.records.map(({ facts }) => facts.name)).toEqual([name, 'Project 2']);
  expect([sumOf(plan), plan.records[0]?.facts.remark]).toEqual(['200000200', 'a, b']);
});
it.each([
  ['text behind a quoted field', '"Canal"x'],
  ['a field in two pairs of quotes', '""Canal""'],
  ['a blank behind a quoted field', '"Canal" '],
])('%s ends with its field', async (_, field) => {
  const plan = await read(`${header}P1,${field},1000000,"a, b"\n${line(2)}`);
  expect([plan.records.length, sumOf(plan), plan.records[0]?.facts.remark]).toEqual([
    2,
    '200000200',
    'a, b',
  ]);
});
it('a quote at the end of a text belongs to it before quoted fields and before plain rows', () => {
  const table = readCsv([
    {
      text: `${header}P1,"Pipe, 5"","1,000,000",\nP2,"Pipe, 6"",2000000,\n${lines(3, 5)}`,
      share: 1,
    },
  ]);
  expect(table.rows.slice(1, 4).map(({ cells }) => cells)).toEqual([
    ['P1', 'Pipe, 5"', '1,000,000'],
    ['P2', 'Pipe, 6"', '2000000'],
    ['P3', 'Project 3', '1000003'],
  ]);
});
it('an empty quoted field closes no stray quote', () => {
  const table = readCsv([{ text: `${header}P1,"Canal,"","a, b"\n${line(2)}`, share: 1 }]);
  expect(table.rows[1]?.cells).toEqual(['P1', '"Canal', '', 'a, b']);
});
it('an apostrophe inside single quotes is text', async () => {
  const plan = await read(
    `'Code','Project','Cost (EUR)','Remarks'\n'P1','Men's canal, north','1000000','it isn't wide'\n'P2','Bridge','2000000',''\n'P3','Quay','3000000',''\n`,
  );
  expect(plan.records.map(({ facts }) => facts.name)).toEqual([
    "Men's canal, north",
    'Bridge',
    'Quay',
  ]);
  expect(plan.records[0]?.facts.remark).toBe("it isn't wide");
});
it('a single quote at the end of the file is read as text and reported', () => {
  const table = readCsv([{ text: `${header}${line(1)}P2,Quay,2000000,"\n`, share: 1 }]);
  expect(table.rows[2]?.cells).toEqual(['P2', 'Quay', '2000000', '"']);
  expect([table.rows.length, table.strayQuotes]).toEqual([3, [{ row: 3, column: 3 }]]);
});
it('reads two million quotes inside fields quickly', async () => {
  const field = `"${'" x'.repeat(10_000)}"`;
  const text = `${header}${`P1,${field},5,\n`.repeat(200)}`;
  const time = await findLeastTime(2000, () =>
    measureTime(() => {
      const table = readCsv([{ text, share: 1 }]);
      expect([table.rows.length, table.rows[1]?.cells[2]]).toEqual([201, '5']);
    }),
  );
  expect(time).toBeLessThan(2000);
});
