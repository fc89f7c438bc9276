import { expect, test } from 'vitest';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { firms, makeIndicator } from '#domain/zone/indicator.fixture.ts';
import { isLeftBlank, monthsToEnter, nextMonth } from './value-entry.ts';
import { findDoubt, findJumpOrigin } from '#domain/targets/value-doubts.ts';

const output: Indicator = {
  ...makeIndicator('industrial_output', 'annual_flow', 'CNY'),
  january_in_february: true,
};
const makeValues = (of: Indicator, values: Record<string, string>): Observation[] =>
  Object.entries(values).map(([period, value]) => ({
    indicator: of.id,
    period,
    value,
    data_status: 'reported',
    origin: 'own',
    revision: 1,
  }));

test('only January of a year to date is left blank', () => {
  expect([
    isLeftBlank(output, '2021-01'),
    isLeftBlank(output, '2021-02'),
    isLeftBlank(firms, '2021-01'),
    // outside China a January without a value is missing
    isLeftBlank({ ...output, january_in_february: false }, '2021-01'),
  ]).toEqual([true, false, false, false]);
});
test('ten times the last value, a tenth of it and 0 are doubtful; ordinary growth is not', () => {
  const values = makeValues(firms, { '2021-02': '37', '2021-03': '40' });
  const from = values[1];
  const times = (value: string) => findDoubt(firms, '2021-04', value, values);
  expect(times('420')).toEqual({ kind: 'jump', from, times: 10.5 });
  expect(times('42000')).toEqual({ kind: 'jump', from, times: 1050 });
  expect(times('4')).toEqual({ kind: 'jump', from, times: 0.1 });
  expect(times('0')).toEqual({ kind: 'jump', from, times: 0 });
  // The form and the server have the same doubts.
  for (const value of ['80', '340', '379', '380', '420', '5', '4'])
    expect([value, times(value)?.from]).toEqual([
      value,
      findJumpOrigin(firms, '2021-04', value, values),
    ]);
  expect(['379', '380'].map((value) => times(value)?.kind)).toEqual([undefined, 'jump']);
  expect(findDoubt(firms, '2021-04', '5000', [])).toBeUndefined();
});
test('a year to date is compared by its pace, also without a declared cumulation', () => {
  const { cumulation: _ytd, ...plain } = output;
  const values = makeValues(output, { '2021-02': '100000000' });
  // 12 in December is the pace of February
  expect(
    [output, plain].map((one) => findJumpOrigin(one, '2021-12', '1200000000', values)),
  ).toEqual([undefined, undefined]);
  expect(findJumpOrigin(plain, '2021-03', '1500000000', values)).toBe(values[0]);
});
// seen to fail: ten times September passed in October, since it is nine times the pace of September
test('ten times the year to date of the month before is doubtful, whatever the months', () => {
  for (const [before, month] of [
    ['2021-02', '2021-03'],
    ['2021-09', '2021-10'],
    ['2021-11', '2021-12'],
  ] as const) {
    const values = makeValues(output, { [before]: '100000000' });
    expect(findJumpOrigin(output, month, '1000000000', values)).toBe(values[0]);
    expect(findJumpOrigin(output, month, '400000000', values)).toBeUndefined();
  }
});
test('a year to date that falls within its year is doubtful; the fall at the new year is not', () => {
  const values = makeValues(output, { '2020-12': '620000000', '2021-02': '100000000' });
  expect(findDoubt(output, '2021-03', '90000000', values)).toEqual({
    kind: 'year_to_date_fell',
    from: values[1],
  });
  expect(
    findDoubt(output, '2021-02', '60000000', makeValues(output, { '2020-12': '620000000' })),
  ).toBeUndefined();
});
test('a year to date above the next one of its year is doubtful', () => {
  const values = makeValues(output, {
    '2021-02': '100000000',
    '2021-04': '170000000',
    '2022-02': '1',
  });
  expect(findDoubt(output, '2021-03', '180000000', values)).toEqual({
    kind: 'year_to_date_fell',
    from: values[1],
  });
  expect(findDoubt(output, '2021-03', '170000000', values)).toBeUndefined();
  expect(findDoubt(output, '2021-12', '300000000', values)).toBeUndefined();
});
test('the proposed month follows the last one and is never in the future', () => {
  expect(nextMonth('2021-06-15', '2021-03')).toBe('2021-04');
  expect(nextMonth('2021-06-15', '2021-05')).toBe('2021-05');
  expect(nextMonth('2021-06-15', undefined)).toBe('2021-05');
  expect(monthsToEnter('2021-03-01', '2019-01').at(-1)).toBe('2019-01');
  expect(monthsToEnter('2021-03-01', undefined)).toHaveLength(25);
});
