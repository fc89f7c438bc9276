import { expect, test } from 'vitest';
import { listMatches, type Entry } from './entries.ts';

const entry = (label: string, ...names: string[]): Entry => ({
  id: label,
  group: 'page',
  label,
  names,
  run: () => undefined,
});
const find = (entries: readonly Entry[], input: string, found: readonly Entry[] = []) =>
  listMatches(entries, found, input).map(({ id }) => id);

test('matches at the beginning come first, and width and case are ignored', () => {
  const list = [entry('What changed'), entry('Change the zone'), entry('Overview', '总览', '概要')];
  expect(find(list, 'ＣＨＡＮＧＥ')).toEqual(['Change the zone', 'What changed']);
  expect(find(list, '概要')).toEqual(['Overview']);
  expect(find(list, 'zone changed')).toEqual([]);
});

test('a project with the exact name or ID comes before every other match', () => {
  const list = [entry('Mill output'), entry('Output of the mill'), entry('Jobs', 'IT-7 jobs')];
  const projects = [entry('Mill River', 'IT-70'), entry('Mill', 'IT-7')];
  expect(find(list, 'mill', projects)).toEqual([
    'Mill',
    'Mill output',
    'Mill River',
    'Output of the mill',
  ]);
  expect(find(list, 'it-7', projects)).toEqual(['Mill', 'Jobs', 'Mill River']);
});

test('an entry with the text only within a word is left out, but a Chinese name matches anywhere', () => {
  const list = [entry('In operation', 'operation'), entry('实际使用外资')];
  expect(find(list, 'ratio')).toEqual([]);
  expect(find(list, '外资')).toEqual(['实际使用外资']);
});

test('a project that the server found by other words stays, after those with the text in a name', () => {
  expect(find([entry('Acme Park')], 'acme', [entry('Steel mill')])).toEqual([
    'Acme Park',
    'Steel mill',
  ]);
});
