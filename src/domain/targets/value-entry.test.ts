import { expect, test } from 'vitest';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { firms, makeIndicator } from '#domain/zone/indicator.fixture.ts';
import {
  formatTypedValue,
  findEnteredMonthAmount,
  isLeftBlank,
  monthsToEnter,
  nextMonth,
  readTypedValue,
} from './value-entry.ts';
import { findDoubt, findJumpOrigin, findValueFault } from './value-doubts.ts';

const output = makeIndicator('industrial_output', 'annual_flow', 'CNY');
const seen = (of: Indicator, values: Record<string, string>): Observation[] =>
  Object.entries(values).map(([period, value]) => ({
    indicator: of.id,
    period,
    value,
    data_status: 'reported',
    origin: 'own',
    revision: 1,
  }));

test('money is typed in the unit of the language and stored exactly', () => {
  expect(readTypedValue('2.4', output, 'zh-CN')).toEqual({ kind: 'value', value: '240000000' });
  expect(readTypedValue('2.4', output, 'ja')).toEqual({ kind: 'value', value: '240000000' });
  expect(readTypedValue('0.24', output, 'en')).toEqual({ kind: 'value', value: '240000000' });
  expect(readTypedValue('0.1234567891', output, 'zh-CN')).toEqual({
    kind: 'value',
    value: '12345678.91',
  });
  expect(readTypedValue('0.12345678912', output, 'zh-CN')).toEqual({
    kind: 'wrong',
    why: 'too_fine',
  });
  expect(formatTypedValue('240000000', 'CNY', 'zh-CN')).toBe('2.4');
  expect(formatTypedValue('240000000', 'CNY', 'en')).toBe('0.24');
});
test('money finer than the minor unit is rejected: yen have none, dinars have three digits', () => {
  const [yen, dinar] = ['JPY', 'KWD'].map((unit) => makeIndicator('tax', 'annual_flow', unit));
  if (yen === undefined || dinar === undefined) throw new Error('no indicator');
  expect(readTypedValue('1.5', yen, 'ja', 0)).toEqual({ kind: 'wrong', why: 'too_fine' });
  expect(readTypedValue('1.125', dinar, 'en', 0)).toEqual({ kind: 'value', value: '1.125' });
  expect(
    [
      findValueFault(yen, '1.5'),
      findValueFault(dinar, '1.125'),
      findValueFault(dinar, '1.1255'),
    ].map((fault) => fault === undefined),
  ).toEqual([false, true, false]);
});
test.each([
  ['１，２３４', '1234'],
  ['1,234', '1234'],
  [' 43 ', '43'],
  ['12 345', '12345'],
  ['0', '0'],
  ['43.', '43'],
])('%s is read as %s', (text, value) => {
  expect(readTypedValue(text, firms, 'en')).toEqual({ kind: 'value', value });
});
test.each([
  ['1,5', 'not_a_number'],
  ['1.5', 'not_whole'],
  ['-3', 'negative'],
  ['−3', 'negative'],
  ['1e3', 'not_a_number'],
  ['四十', 'not_a_number'],
  ['NaN', 'not_a_number'],
  ['1,23,456', 'not_a_number'],
])('%s is rejected as %s', (text, why) => {
  expect(readTypedValue(text, firms, 'en')).toEqual({ kind: 'wrong', why });
});
test('an empty text is no value and never 0', () => {
  expect(readTypedValue('  ', firms, 'ja')).toEqual({ kind: 'empty' });
});
test('only January of a year to date is left blank', () => {
  expect([
    isLeftBlank(output, '2021-01'),
    isLeftBlank(output, '2021-02'),
    isLeftBlank(firms, '2021-01'),
  ]).toEqual([true, false, false]);
});
test('the amount of a month is the difference of two neighbouring values, and unknown after a gap', () => {
  const values = seen(output, { '2021-02': '100000000', '2021-03': '170000000' });
  expect(findEnteredMonthAmount(output, '2021-03', '170000000', values)).toBe('70000000');
  expect(findEnteredMonthAmount(output, '2021-02', '100000000', values)).toBeUndefined();
  expect(
    findEnteredMonthAmount(output, '2021-02', '100000000', seen(output, { '2021-01': '40000000' })),
  ).toBe('60000000');
  expect(findEnteredMonthAmount(output, '2021-05', '300000000', values)).toBeUndefined();
  expect(
    findEnteredMonthAmount(firms, '2021-03', '41', seen(firms, { '2021-02': '37' })),
  ).toBeUndefined();
});
test('ten times the last value, a tenth of it and 0 are doubtful; ordinary growth is not', () => {
  const values = seen(firms, { '2021-02': '37', '2021-03': '40' });
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
  const known = seen(output, { '2021-02': '100000000' });
  // 12 in December is the pace of February
  expect([output, plain].map((one) => findJumpOrigin(one, '2021-12', '1200000000', known))).toEqual(
    [undefined, undefined],
  );
  expect(findJumpOrigin(plain, '2021-03', '1500000000', known)).toBe(known[0]);
});
test('a year to date that falls within its year is doubtful; the fall at the new year is not', () => {
  const values = seen(output, { '2020-12': '620000000', '2021-02': '100000000' });
  expect(findDoubt(output, '2021-03', '90000000', values)).toEqual({
    kind: 'year_to_date_fell',
    from: values[1],
  });
  expect(
    findDoubt(output, '2021-02', '60000000', seen(output, { '2020-12': '620000000' })),
  ).toBeUndefined();
});
test('a year to date above the next one of its year is doubtful', () => {
  const values = seen(output, { '2021-02': '100000000', '2021-04': '170000000', '2022-02': '1' });
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
