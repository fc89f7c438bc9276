import { expect, test } from 'vitest';
import { freshStore, planOf, questionIds, storeAfter } from '../import-context.ts';

const own = { file_kind: 'own_register' };
const file = (rows: string) => `Month,Output year to date (RMB mn),Companies\n${rows}`;

test('asks about values ten times or a tenth of a stored one, names both months, and drops them when answered so', async () => {
  const first = await planOf(file('2020-11,5.5,100\n2020-12,6,110\n'), 's.csv', own, freshStore);
  expect(questionIds(first)).not.toContain('jumps');
  const register = storeAfter(first);
  const next = file('2020-12,60,110\n2021-01,0.5,11\n2021-02,1.1,120\n');
  const plan = await planOf(next, 's.csv', {}, register);
  expect(plan.preview.questions.find(({ id }) => id === 'jumps')?.text).toBe(
    '2 values are about ten times a stored one or more, or a tenth or less. Are they right?',
  );
  expect(
    plan.preview.problems
      .filter(({ kind }) => kind === 'value_jump')
      .map(({ value, message }) => [value, message]),
  ).toEqual([
    [
      '2020-12: 60000000',
      'About 10 times the stored value of 2020-11 (5500000). Confirm the unit.',
    ],
    ['2021-01: 11', 'About 1/10 times the stored value of 2020-12 (110). Confirm the unit.'],
  ]);
  const [withTake, withKeep] = await Promise.all(
    ['take', 'keep'].map((jumps) => planOf(next, 's.csv', { jumps }, register)),
  );
  expect(withTake && questionIds(withTake)).not.toContain('jumps');
  const keysOf = (one: typeof withTake) =>
    one?.observations.map(({ indicator, period }) => `${indicator} ${period}`);
  expect(keysOf(withTake)).toHaveLength(5);
  expect(keysOf(withKeep)).toEqual([
    'industrial_output 2021-01',
    'industrial_output 2021-02',
    'companies 2021-02',
  ]);
});
