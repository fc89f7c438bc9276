import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addRow,
  cellsOfRow,
  findRowFaults,
  matchProjects,
  readLines,
  readRowFaults,
  removeProject,
  type BatchRow,
} from './batch-rows.ts';

const project = (code: string, company: string) => ({ code, name: `${code} works`, company });
const row = (key: string, more: Partial<BatchRow> = {}): BatchRow => ({
  key,
  unit: key,
  person: '',
  email: '',
  projects: [project('A-1', key)],
  ...more,
});

test('lines of a spreadsheet and lines with semicolons are read alike', () => {
  expect(
    readLines(
      'Hokuto Co., Ltd.\tLi Min\tli@example.org\r\n\n青木精工；王芳\nB-2;;x@example.org\n  \t\n',
    ),
  ).toEqual([
    { name: 'Hokuto Co., Ltd.', person: 'Li Min', email: 'li@example.org' },
    { name: '青木精工', person: '王芳', email: '' },
    { name: 'B-2', person: '', email: 'x@example.org' },
  ]);
});

test('a line is read for any text, and every name is one of its parts', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { name, person, email } of readLines(text)) {
        expect(name).not.toBe('');
        expect(text).toContain(name);
        expect(text).toContain(person);
        expect(text).toContain(email);
      }
    }),
  );
});

test('a name means the project with its code, else all projects of its company', () => {
  const offers = [project('A-1', 'Hokuto'), project('A-2', 'Hokuto'), project('B', 'A-1')];
  expect(matchProjects('ａ-1', offers).map(({ code }) => code)).toEqual(['A-1']);
  expect(matchProjects(' hokuto ', offers).map(({ code }) => code)).toEqual(['A-1', 'A-2']);
  expect(matchProjects('A-2 works', offers).map(({ code }) => code)).toEqual(['A-2']);
  expect(matchProjects('Hoku', offers)).toEqual([]);
});

test('a company is listed once, with all its projects and its contact', () => {
  const first = addRow([], { ...row('Hokuto'), person: '' });
  const both = addRow(first, {
    unit: 'HOKUTO ',
    person: 'Li Min',
    email: '',
    projects: [project('A-1', 'Hokuto'), project('A-2', 'Hokuto')],
  });
  expect(both).toEqual([
    expect.objectContaining({
      unit: 'Hokuto',
      person: 'Li Min',
      projects: [project('A-1', 'Hokuto'), project('A-2', 'Hokuto')],
    }),
  ]);
  expect(removeProject(both, 'A-1')[0]?.projects).toHaveLength(1);
  expect(removeProject(removeProject(both, 'A-1'), 'A-2')).toEqual([]);
});

test('every row names its fault', () => {
  const rows = [
    row('fine'),
    row('empty', { unit: ' ' }),
    row('again', { unit: 'FINE' }),
    row('mail', { email: 'nobody' }),
    row('none', { projects: [] }),
    row('many', { projects: Array.from({ length: 51 }, (_, n) => project(`${n}`, 'many')) }),
  ];
  expect([...findRowFaults(rows, ['jobs_actual'], [])]).toEqual([
    ['empty', 'no_unit'],
    ['again', 'twice'],
    ['mail', 'bad_email'],
    ['none', 'nothing'],
    ['many', 'too_many'],
  ]);
  expect(cellsOfRow(row('x'), ['jobs_actual'], ['tax'])).toEqual([
    { code: 'A-1', field: 'jobs_actual' },
    { indicator: 'tax' },
  ]);
});

test('an error of the server is at its row', () => {
  const rows = [row('a'), row('b'), row('c')];
  const message = 'is wrong';
  expect([
    ...readRowFaults(rows, [
      { path: 'requests.1.cells.0', message },
      { path: 'requests.2.email', message },
      { path: 'deadline', message },
      { path: 'requests.9.unit', message },
    ]),
  ]).toEqual([
    ['b', 'gone'],
    ['c', 'bad_email'],
  ]);
});
