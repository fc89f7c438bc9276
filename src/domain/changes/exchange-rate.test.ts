import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convert, convertSum } from './exchange-rate.fixture.ts';
import { conversionOn, type ExchangeRate } from './exchange-rate.ts';

const yen = (day: string, rate: string): ExchangeRate => ({
  base: 'JPY',
  quote: 'CNY',
  day,
  per_units: 100,
  rate,
  source: 'CFETS',
});
const dollar = (day: string, rate: string): ExchangeRate => ({
  base: 'USD',
  quote: 'CNY',
  day,
  per_units: 1,
  rate,
  source: 'CFETS',
});
const money = (minor: bigint, currency: string) => ({ minor, currency });

test('the yen is quoted for a hundred and has no minor unit: 9 亿日元 at 5.9 are 5,310 万元', () => {
  expect(convert(money(900_000_000n, 'JPY'), yen('2021-03-31', '5.9'))).toEqual(
    money(5_310_000_000n, 'CNY'),
  );
  expect(convert(money(5_310_000_000n, 'CNY'), yen('2021-03-31', '5.9'))).toEqual(
    money(900_000_000n, 'JPY'),
  );
});

test('the dollars of two statements: 2.8 billion yuan at 6.4767 are 432.32 million, 35 billion at 7.14 about 4.9 billion', () => {
  expect(convert(money(280_000_000_000n, 'CNY'), dollar('2021-02-08', '6.4767'))).toEqual(
    money(43_231_892_785n, 'USD'),
  );
  expect(convert(money(3_500_000_000_000n, 'CNY'), dollar('2020-05-14', '7.14'))).toEqual(
    money(490_196_078_431n, 'USD'),
  );
});

test('halves are rounded away from zero on both sides', () => {
  const half = dollar('2021-01-01', '0.5');
  expect([1n, -1n, 3n, -3n].map((minor) => convert(money(minor, 'USD'), half).minor)).toEqual([
    1n,
    -1n,
    2n,
    -2n,
  ]);
});

test('the last rate on or before the day is used, and a third currency needs a rate with both', () => {
  const rates = [yen('2021-03-31', '5.9'), yen('2021-01-31', '6.2'), dollar('2021-03-31', '6.5')];
  expect(conversionOn(rates, 'JPY', 'CNY', '2021-03-30')?.used.map((r) => r.day)).toEqual([
    '2021-01-31',
  ]);
  expect(conversionOn(rates, 'JPY', 'CNY', '2021-04-16')?.used.map((r) => r.day)).toEqual([
    '2021-03-31',
  ]);
  expect(conversionOn(rates, 'JPY', 'CNY', '2021-01-30')).toBeUndefined();
  expect(conversionOn(rates, 'EUR', 'CNY', '2021-04-16')).toBeUndefined();
  expect(conversionOn(rates, 'CNY', 'CNY', '1900-01-01')).toMatchObject({
    used: [],
    factor: { numerator: 1n, denominator: 1n },
  });
  const through = conversionOn(rates, 'USD', 'JPY', '2021-04-16');
  expect(through?.used.map((r) => r.base)).toEqual(['USD', 'JPY']);
  expect(
    convertSum([money(100n, 'USD')], 'JPY', new Map([['USD', through ?? expect.fail()]])),
  ).toEqual(money(110n, 'JPY'));
});

test('a sum is rounded once and is within half a minor unit of the exact one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), { maxLength: 50 }),
      fc.integer({ min: 1, max: 10 ** 9 }),
      (parts, millionths) => {
        const rate = yen('2021-01-01', (millionths / 1e6).toFixed(6));
        const conversion = conversionOn([rate], 'JPY', 'CNY', '2021-01-01') ?? expect.fail();
        const { minor } = convertSum(
          parts.map((p) => money(p, 'JPY')),
          'CNY',
          new Map([['JPY', conversion]]),
        );
        // minor / 100 yuan against sum × millionths / 1e6 / 100
        const off = minor * 1_000_000n - parts.reduce((a, b) => a + b, 0n) * BigInt(millionths);
        expect(off <= 500_000n && off >= -500_000n).toBe(true);
      },
    ),
  );
});

test('a rate of 0, a rate that is no number and a currency without a rate are rejected', () => {
  for (const rate of ['0', '0.0', '-1', '1e3', '', 'NaN'])
    expect(() => convert(money(1n, 'JPY'), yen('2021-01-01', rate))).toThrow(RangeError);
  expect(() => convert(money(1n, 'EUR'), yen('2021-01-01', '5.9'))).toThrow(RangeError);
  expect(() => convertSum([money(1n, 'EUR')], 'CNY', new Map())).toThrow(RangeError);
});
