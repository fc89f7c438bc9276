import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findValueFault } from '#domain/targets/value-doubts.ts';
import { formatTypedValue, typedPower } from '#domain/targets/entry/value-entry.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { firms, makeIndicator } from '#domain/zone/indicator.fixture.ts';
import { readTypedValue } from './typed-value.ts';

const output = makeIndicator('industrial_output', 'annual_flow', 'CNY');
const jobs = makeIndicator('jobs', 'stock', 'jobs');

test('money is typed in the unit of the language and stored exactly', () => {
  expect(readTypedValue('2.4', output, 8)).toEqual({ kind: 'value', value: '240000000' });
  expect(readTypedValue('2.4', output, 8)).toEqual({ kind: 'value', value: '240000000' });
  expect(readTypedValue('0.24', output, 9)).toEqual({ kind: 'value', value: '240000000' });
  expect(readTypedValue('0.1234567891', output, 8)).toEqual({
    kind: 'value',
    value: '12345678.91',
  });
  expect(readTypedValue('0.12345678912', output, 8)).toEqual({
    kind: 'wrong',
    why: 'too_fine',
  });
  expect(formatTypedValue('240000000', 'CNY', 'zh-CN')).toBe('2.4');
  expect(formatTypedValue('240000000', 'CNY', 'en')).toBe('0.24');
});
test('money finer than the minor unit is rejected: yen have none, dinars have three digits', () => {
  const [yen, dinar] = ['JPY', 'KWD'].map((unit) => makeIndicator('tax', 'annual_flow', unit));
  if (yen === undefined || dinar === undefined) throw new Error('no indicator');
  expect(readTypedValue('1.5', yen, 0)).toEqual({ kind: 'wrong', why: 'too_fine' });
  expect(readTypedValue('1.125', dinar, 0)).toEqual({ kind: 'value', value: '1.125' });
  expect(
    [
      findValueFault(yen, '1.5'),
      findValueFault(dinar, '1.125'),
      findValueFault(dinar, '1.1255'),
    ].map((fault) => fault === undefined),
  ).toEqual([false, true, false]);
});
test('a number with more digits than the store has is rejected', () => {
  const long = { kind: 'wrong', why: 'too_long' };
  expect(readTypedValue('1'.repeat(13), output, 6)).toEqual(long);
  expect(readTypedValue('9'.repeat(18), jobs, 0)).toEqual({ kind: 'value', value: '9'.repeat(18) });
  expect(readTypedValue('9'.repeat(19), jobs, 0)).toEqual(long);
  expect(readTypedValue('0.12345678901', { unit: 'percent' }, 0)).toEqual(long);
});
test.each([
  ['１，２３４', '1234'],
  ['1,234', '1234'],
  [' 43 ', '43'],
  ['12 345', '12345'],
  ['0', '0'],
  ['43.', '43'],
  ['+43', '43'],
  ["1'234", '1234'],
])('%s is read as %s', (text, value) => {
  expect(readTypedValue(text, firms, 0)).toEqual({ kind: 'value', value });
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
  expect(readTypedValue(text, firms, 0)).toEqual({ kind: 'wrong', why });
});
test('an empty text is no value and never 0', () => {
  expect(readTypedValue('  ', firms, 0)).toEqual({ kind: 'empty' });
});

describe('a unit in the text', () => {
  // seen to fail: a field in 億元 rejected 50億 as no number
  test.each([
    ['50億', 'ja', '5000000000'],
    ['50亿元', 'zh-CN', '5000000000'],
    ['5000万', 'zh-CN', '50000000'],
    ['12亿3000万元', 'zh-CN', '1230000000'],
    ['CN¥5bn', 'en', '5000000000'],
    ['1,234.5 mn', 'en', '1234500000'],
    ['-0.5億', 'ja', '-50000000'],
  ] as const)('%s of money in %s is read as %s', (text, language, value) => {
    expect(readTypedValue(text, output, typedPower('CNY', language))).toEqual({
      kind: 'value',
      value,
    });
  });
  test.each([
    ['3万人', '30000'],
    ['3 thousand jobs', '3000'],
    ['1 job', '1'],
    ['２，０００人', '2000'],
  ])('%s of jobs is read as %s', (text, value) => {
    expect(readTypedValue(text, jobs, 0)).toEqual({ kind: 'value', value });
  });
  test.each([
    ['50億円', output],
    ['US$5bn', output],
    ['50社', output],
    ['约50亿', output, 'not_a_number'],
    ['3x', jobs, 'not_a_number'],
    ['3个', jobs],
    ['50億', makeIndicator('area', 'stock', 'km2'), 'value'],
    ['3 m', makeIndicator('area', 'stock', 'm2')],
    ['30 m²', makeIndicator('area', 'stock', 'm2'), 'value'],
    ['5%', makeIndicator('share', 'ratio', 'percent'), 'value'],
    ['5万元', jobs],
  ] as const)('%s is a value only in its own unit', (text, indicator, kind?: string) => {
    const read = readTypedValue(text, indicator, typedPower(indicator.unit, 'ja'));
    expect(read.kind === 'wrong' ? read.why : read.kind).toBe(kind ?? 'other_unit');
  });
  test.each(['2021年3月', '1亿2', '5-10亿', '1,5億', '億', '5..3亿'])('%s is no number', (text) => {
    expect(readTypedValue(text, output, 8)).toEqual({ kind: 'wrong', why: 'not_a_number' });
  });
  test('money finer than the smallest coin is rejected in any unit', () => {
    expect(readTypedValue('0.0000001234万', output, 8)).toEqual({
      kind: 'wrong',
      why: 'too_fine',
    });
  });
  test('replaces that of the field exactly', () => {
    const units = fc.constantFrom<readonly [string, number]>(
      ...([
        ['万', 4],
        ['亿', 8],
        ['億', 8],
        ['百万元', 6],
        [' mn', 6],
        [' bn', 9],
      ] as const),
    );
    const numbers = fc
      .tuple(fc.integer({ min: -(10 ** 7), max: 10 ** 7 }), fc.nat({ max: 6 }))
      .map(([digits, places]) => scaleByTen(String(digits), -places));
    fc.assert(
      fc.property(
        numbers,
        units,
        fc.constantFrom(0, 4, 6, 8, 9),
        (number, [word, power], field) => {
          expect(readTypedValue(`${number}${word}`, output, field)).toEqual(
            readTypedValue(scaleByTen(number, power - field), output, field),
          );
        },
      ),
    );
  });
});
