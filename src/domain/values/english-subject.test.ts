import { expect, test } from 'vitest';
import { isPlural, joinSubject, startTitle } from './english-subject.ts';

test.each([
  ['Jobs', true],
  ['Companies moved in', true],
  ['Imports and exports', true],
  ['New companies, 2026', true],
  ['Number of jobs', false],
  ['Industrial output', false],
  ['Energy per output', false],
  ['Gas', false],
  ['Gross output of enterprises', false],
])('%s takes a plural verb: %s', (name, plural) => {
  expect(isPlural(name)).toBe(plural);
});

test('names are the subject of a sentence, with their year', () => {
  expect(joinSubject(['Industrial output, 2026'])).toBe('industrial output in 2026 is');
  expect(joinSubject(['Jobs, Q3 2026'])).toBe('jobs in Q3 2026 are');
  expect(joinSubject(['GDP', 'Floor area, Start'])).toBe('GDP and floor area, Start are');
});

test('a name that ends in a year takes a colon before a value', () => {
  expect([startTitle('New companies, 2026'), startTitle('Jobs')]).toEqual([
    'New companies, 2026:',
    'Jobs',
  ]);
});
