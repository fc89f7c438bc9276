import { expect, it } from 'vitest';
import { readCsv } from '#server/imports/read/csv/read-csv.ts';

const header = 'Code,Project,Remarks\n';
const rowsOf = (text: string) => readCsv([{ text, share: 1 }]).rows.map(({ cells }) => cells);

it.each([
  ['in the middle', String.raw`"Pipe of 5\" steel, blue"`, 'Pipe of 5" steel, blue'],
  ['around words', String.raw`"\"Blue\", called \"north\""`, '"Blue", called "north"'],
  ['before a comma', String.raw`"5\", 10\" pipes"`, '5", 10" pipes'],
  [
    'behind a backslash',
    String.raw`"C:\\data\\ and \"x\" \\"`,
    String.raw`C:\data\ and "x" \ `.trim(),
  ],
])('a quote %s behind a backslash belongs to the text', (_, field, text) =>
  expect(rowsOf(`${header}P1,${field},"a \\"b\\" c"\nP2,Canal,d\n`)).toEqual([
    ['Code', 'Project', 'Remarks'],
    ['P1', text, 'a "b" c'],
    ['P2', 'Canal', 'd'],
  ]),
);
it('a field with escaped quotes can span lines and pieces', () => {
  const text = `${header}P1,"one \\"two\\"\nthree",x\nP2,Canal,d\n`;
  const cut = text.lastIndexOf('\\"') + 1;
  const table = readCsv([
    { text: text.slice(0, cut), share: 0.5 },
    { text: text.slice(cut), share: 1 },
  ]);
  expect(table.rows.map(({ cells }) => cells[1])).toEqual(['Project', 'one "two"\nthree', 'Canal']);
});
it.each([
  ['ends a path', 'P1,"C:\\data\\",x\n', 'C:\\data\\'],
  ['stands in a file that doubles its quotes', 'P1,"a \\""b"" c",x\n', 'a \\"b" c'],
])('a backslash that %s escapes nothing', (_, row, text) =>
  expect(rowsOf(`${header}${row}P2,Canal,d\n`)[1]).toEqual(['P1', text, 'x']),
);
