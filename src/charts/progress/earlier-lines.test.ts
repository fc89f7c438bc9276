import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { EarlierTarget } from '#domain/zone/target-history.ts';
import { targetRow } from '#charts/targets/data/series.ts';
import { dayNumber } from '#domain/values/date.ts';
import { progressSeries } from './series.ts';

const old: EarlierTarget = {
  comparator: '>',
  value: '150',
  deadline: '2025-12-31',
  until: '2023-05-10',
};
const withEarlier = (...earlier: readonly EarlierTarget[]) => ({
  ...sampleOverview,
  targets: sampleOverview.targets.map((row) =>
    row.indicator === 'companies' ? { ...row, earlier } : row,
  ),
});
const lines = (...earlier: readonly EarlierTarget[]) =>
  progressSeries(withEarlier(...earlier), { measure: 'companies', range: 'to_target' }, 'en')
    .earlier;

it('an earlier target is a line up to the day on which another one was recorded, with its value and that day', () => {
  expect(lines(old)).toMatchObject([
    { v: 150, to: dayNumber('2023-05-10'), lines: ['was more than 150', 'until 10 May 2023'] },
  ]);
  expect(lines({ ...old, until: '2027-01-31' })[0]?.to).toBe(dayNumber('2025-12-31'));
});
it('an earlier target with the same value, above the scale or before the picture has no line', () => {
  expect(lines({ ...old, value: '200', deadline: '2024-12-31' })).toEqual([]);
  expect(lines({ ...old, value: '5000' })).toEqual([]);
  expect(lines({ ...old, until: '2019-01-01' })).toEqual([]);
});
it('the targets table shows the former target below the name, with a changed deadline', () => {
  const was = (earlier: EarlierTarget) => {
    const [row] = withEarlier(earlier).targets;
    return row && targetRow(row, 'en').was;
  };
  expect(was(old)).toBe('was more than 150 companies until 10 May 2023');
  expect(was({ ...old, deadline: '2024-12-31' })).toBe(
    'was more than 150 companies by 31 December 2024 until 10 May 2023',
  );
});
