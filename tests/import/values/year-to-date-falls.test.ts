import { expect, test } from 'vitest';
import { planOf, questionIds } from '../import-context.ts';

const own = { file_kind: 'own_register' };

test('asks about a year-to-date value that falls within its year, names both months, and drops it when answered so', async () => {
  const file =
    'Month,Output year to date (RMB mn)\n2020-12,6.2\n2021-02,1.0\n2021-03,0.9\n2021-04,1.7\n';
  const plan = await planOf(file, 's.csv', own);
  expect(questionIds(plan)).toContain('falls');
  expect(plan.preview.problems.map(({ value, message }) => [value, message])).toContainEqual([
    '2021-03: 900000',
    expect.stringContaining('2021-02'),
  ]);
  const [withTake, withKeep] = await Promise.all(
    ['take', 'keep'].map((falls) => planOf(file, 's.csv', { ...own, falls })),
  );
  expect(withTake && questionIds(withTake)).not.toContain('falls');
  expect([withTake, withKeep].map((one) => one?.observations.map((o) => o.period))).toEqual([
    ['2020-12', '2021-02', '2021-03', '2021-04'],
    ['2020-12', '2021-02', '2021-04'],
  ]);
});
