import { expect, it } from 'vitest';
import { freshStore, planOf, sumOf } from './known.ts';

const header = 'Code,Project,Cost (EUR),Remarks\n';
const read = (file: string) => planOf(file, 'r.csv', { file_kind: 'own_register' }, freshStore);
const line = (i: number, note = '') => `P${i},Project ${i},${1_000_000 + i},${note}\n`;
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => line(from + i)).join('');
const codes = (plan: Awaited<ReturnType<typeof read>>) => plan.records.map(({ code }) => code);

it.each([
  ['to the end of the file', 5, `${line(1)}P2,"Canal,2000000,x\n${lines(3, 6)}`],
  ['to the next quoted field', 5, `${line(1)}P2,"Canal,2000000,x\n${line(3)}P4,Quay,4000000,"a, b"\n${line(5)}`],
  ['to a quote at the end of a field', 5, `${line(1)}P2,"Canal,2000000,x\n${lines(3, 5)}P5,Pipe of 5",5000000,\n`],
  ['over nine hundred rows', 902, `${line(1)}P2,"Canal,2000000,x\n${lines(3, 903)}`],
])('a stray quote that would swallow rows %s is text, and named', async (_, count, body) => {
  const plan = await read(header + body);
  expect([plan.records.length, plan.records[1]?.facts.name]).toEqual([count, '"Canal']);
  expect(plan.preview.problems).toMatchObject([{ row: 3, column: 'B', message: expect.stringContaining('closes no field') as string }]);
});
it('quoted fields of several lines stay as they are', async () => {
  const plan = await read(`${header}${line(1, '"one\ntwo, ""three""\nfour"')}${line(2)}`);
  expect([codes(plan), plan.records[0]?.facts.remark, plan.preview.problems]).toEqual([['P1', 'P2'], 'one two, "three" four', []]);
});
it('a text of two hundred lines stays one cell', async () => {
  const text = Array.from({ length: 200 }, (_, i) => `line ${i}`).join('\n');
  const plan = await read(`${header}${line(1, `"${text}"`)}${line(2)}`);
  expect([codes(plan), plan.records[0]?.facts.remark?.slice(-8), plan.preview.problems]).toEqual([['P1', 'P2'], 'line 199', []]);
});
it('a blank before a quote opens the field all the same', async () => {
  const plan = await read(
    'Code, Project, Cost (EUR), Remarks\nP1, "Canal, north", "1,250,000.50", "a ""b"""\nP2, "Bridge, south", "480,500.00", c\n',
  );
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(['Canal, north', 'Bridge, south']);
  expect([sumOf(plan), plan.records[0]?.facts.remark]).toEqual(['173050050', 'a "b"']);
});
it('single quotes quote where no others do', async () => {
  const plan = await read(
    "'Code','Project','Cost (EUR)','Remarks'\n'P1','Canal, north','1,250,000.50','it''s wide'\n'P2','Bridge','480,500.00',''\n",
  );
  expect(plan.records.map(({ code, facts }) => [code, facts.name])).toEqual([
    ['P1', 'Canal, north'],
    ['P2', 'Bridge'],
  ]);
  expect([sumOf(plan), plan.records[0]?.facts.remark]).toEqual(['173050050', "it's wide"]);
});
it('an apostrophe at the front of some texts quotes nothing', async () => {
  const plan = await read(`${header}P1,'t Zand,1000000,\nP2,'s-Gravenhage,2000000,\n`);
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(["'t Zand", "'s-Gravenhage"]);
});
