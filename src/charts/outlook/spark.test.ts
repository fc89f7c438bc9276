import { expect, test } from 'vitest';
import { reported, row } from '#domain/overview/target-row.fixture.ts';
import { makeSpark } from './spark.ts';

const companies = (values: readonly number[], target: Parameters<typeof row>[2] = {}) =>
  row(
    'companies',
    { as_of: '2020-12-31', observations: reported('companies', '2020-05', values) },
    { baseline_date: '2020-05-31', value: '200', deadline: '2021-12-31', ...target },
  );

test('the small chart reaches from the first value to the deadline and from zero to the target', () => {
  const spark = makeSpark(companies([50, 61, 70, 82, 90, 101, 110, 120]), 'en');
  const [first, last] = [spark?.runs[0]?.[0], spark?.last];
  expect(first?.x).toBe(0);
  expect(spark?.needed?.[1]).toEqual({ x: 100, y: spark?.target });
  // 120 of 200 is three fifths of the height between zero and the target
  const zero = 96;
  expect((zero - (last?.y ?? 0)) / (zero - (spark?.target ?? 0))).toBeCloseTo(0.6, 10);
  expect(spark?.forecast?.p50.x).toBe(100);
});

test('a value above the target fits into the small chart', () => {
  const spark = makeSpark(companies([50, 60, 70, 80, 90, 100, 150, 300]), 'en');
  expect(spark?.last.y).toBeCloseTo(4, 10);
  expect(spark?.target).toBeGreaterThan(4);
});

test('a month without a value interrupts the line of the small chart', () => {
  const values = reported('companies', '2020-05', [50, 60, 70, 80]).filter(
    ({ period }) => period !== '2020-07',
  );
  const gap = row(
    'companies',
    { as_of: '2020-12-31', observations: values },
    { baseline_date: '2020-05-31', value: '200', deadline: '2021-12-31' },
  );
  expect(makeSpark(gap, 'en')?.runs.map((run) => run.length)).toEqual([2, 1]);
});

test('there is no small chart without a value or without a number as target', () => {
  const empty = row(
    'companies',
    { as_of: '2020-12-31', observations: [] },
    { baseline_date: '2020-05-31', value: '200', deadline: '2021-12-31' },
  );
  expect(makeSpark(empty, 'en')).toBeUndefined();
  const { target: _target, ...withoutNumber } = companies([50, 60]);
  expect(makeSpark(withoutNumber, 'en')).toBeUndefined();
});

test('after the deadline nothing is needed, and the drawing ends at the last value', () => {
  const spark = makeSpark(
    companies([50, 60, 70, 80, 90, 100, 150, 182], { deadline: '2020-10-31' }),
    'en',
  );
  expect(spark?.needed).toBeUndefined();
  expect(spark?.last.x).toBe(100);
});

// seen to fail: a line led from a value above its target down to the target
test('nothing is needed of a target that is met', () => {
  const spark = makeSpark(companies([50, 60, 70, 80, 90, 100, 150, 300]), 'en');
  expect(spark?.needed).toBeUndefined();
  expect(spark?.last).toBeDefined();
});
