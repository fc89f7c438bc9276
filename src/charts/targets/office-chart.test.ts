import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { languages } from '#domain/values/language.ts';
import { targetsOfficeChart } from './office-chart.ts';

// seen to fail: the room up to the plan was empty, and no number stood between 0 and 100 %
test.each(languages)(
  'the slide of the targets in %s outlines the part missing to the plan',
  (language) => {
    const native = targetsOfficeChart(sampleOverview, { language, options: {} });
    const outlines = native?.series.filter(({ hollow }) => hollow === true) ?? [];
    const behind = sampleOverview.targets.filter(({ attainment = 1 }) => attainment < 1).length;
    expect(behind).toBeGreaterThan(0);
    expect(outlines).toHaveLength(1);
    expect(outlines[0]?.hidden).toBeUndefined();
    expect(outlines[0]?.values?.filter((value) => value !== null)).toHaveLength(behind);
    const numbers = native?.frame?.marks?.filter(({ quiet }) => quiet === true);
    expect(numbers?.map(({ at, text }) => [at, text])).toEqual([
      [0, '0%'],
      [0.5, '50%'],
      [1, '100%'],
    ]);
  },
);

// seen to fail: five charts rounded their marks to six decimals, the others to nine
test('a bar of the targets has nine decimals of its share', () => {
  const native = targetsOfficeChart(sampleOverview, { language: 'en', options: {} });
  const decimals = native?.series.flatMap(({ values = [] }) =>
    values.flatMap((value) => value?.split('.')[1]?.length ?? []),
  );
  expect(Math.max(...(decimals ?? []))).toBe(9);
});

// seen to fail: 2,690.7億中央アフリカ・CFA・フラン in three lines, so that six targets took two slides
test('a value without room for its long currency has it in the target below the name only', () => {
  const [row] = sampleOverview.targets.filter(({ unit }) => unit === 'CNY');
  if (row === undefined) throw new Error('the sample has no target of money');
  const cellsOf = (unit: string) => {
    const overview = { ...sampleOverview, targets: [{ ...row, unit }] };
    const native = targetsOfficeChart(overview, { language: 'ja', options: {} });
    const [name, now] = native?.frame?.rows[0]?.cells ?? [];
    return [name?.under ?? '', now?.text ?? ''] as const;
  };
  for (const text of cellsOf('CNY')) expect(text).toContain('億元');
  const [target, value] = cellsOf('XAF');
  expect(target).toContain('億中央アフリカ・CFA・フラン');
  expect(value).toMatch(/^[\d.,]+億$/);
});
