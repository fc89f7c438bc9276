import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceUnit,
  formatCount,
  formatDate,
  formatMonth,
  formatNumber,
  formatPercent,
  formatShare,
  formatQuarter,
  formatValue,
} from './format.ts';
import { agreeingDigits } from './digit-places.ts';
import { formatAttainment, formatTarget } from '#domain/targets/format-target.ts';
import { roundHalfUp, scaleByTen, subtractDecimal } from './decimal.ts';
import { type Language, languages } from './language.ts';
import { toMajor } from './money.ts';
import { judgeAttainment } from '#domain/targets/verdict.ts';

const inThree = (show: (language: Language) => string): string[] => languages.map(show);

describe('counts, ratios and targets', () => {
  const thresholds = { ahead: 105, on: 95, slightly: 80 };
  it('a count has its measure word', () => {
    expect(inThree((l) => formatCount(41, l, 'companies'))).toEqual([
      '41家',
      '41社',
      '41 companies',
    ]);
    expect(inThree((l) => formatCount(7, l, 'projects'))).toEqual(['7个', '7件', '7 projects']);
    expect(inThree((l) => formatCount(35000, l, 'jobs'))).toEqual([
      '35,000人',
      '35,000人',
      '35,000 jobs',
    ]);
    expect(formatCount(1, 'en', 'companies')).toBe('1 company');
  });
  it('the comparator > is more than, >= is at least, and 以上 is never >', () => {
    expect(inThree((l) => formatTarget('>', '200', 'companies', l))).toEqual([
      '超过200家',
      '200社超',
      'more than 200 companies',
    ]);
    expect(inThree((l) => formatTarget('>=', '35000', 'jobs', l))).toEqual([
      '不少于35,000人',
      '35,000人以上',
      'at least 35,000 jobs',
    ]);
  });
  it('a qualifier is before or after the number by language', () => {
    expect(
      inThree((l) => formatValue('10', 'institutions', l, { qualifier: 'over' }).text),
    ).toEqual(['超过10家', '10機関超', 'over 10 institutions']);
    expect(
      inThree((l) => formatValue('10', 'projects', l, { qualifier: 'at_least' }).text),
    ).toEqual(['不少于10个', '10件以上', 'at least 10 projects']);
  });
  it('a number is rounded half up once and 0 has no minus', () => {
    expect([
      formatPercent(0.205, 'en'),
      formatPercent(0.92955, 'en'),
      formatPercent(-0.00049, 'en'),
      formatPercent(1.005, 'en', 0),
    ]).toEqual(['20.5%', '93.0%', '0.0%', '101%']);
    expect([
      formatNumber('-0.004', 'en', 2),
      formatNumber('0.125', 'en', 2),
      formatNumber(2.5, 'en', 0),
    ]).toEqual(['0.00', '0.13', '3']);
  });
  it('write points for the difference of two percentages: the official style (125.64 % done of 10 months in 12)', () => {
    const ahead = (share: number): string =>
      formatValue((share - 10 / 12) * 100, 'points', 'zh-CN', { digits: 2, signed: true }).text;
    expect([ahead(1.2564), ahead(0.7041)]).toEqual(['+42.31个百分点', '−12.92个百分点']);
  });
  it('a share is never rounded to an edge that it has not reached', () => {
    const plan = (ratio: number): string => formatAttainment(ratio, thresholds, 'en');
    expect([0.9496, 0.95, 0.9449, 1.0497, 2.154].map(plan)).toEqual([
      '94.96%',
      '95%',
      '94%',
      '104.97%',
      '215%',
    ]);
    // 34,990 of 35,000 jobs are not all of them
    expect([34_990 / 35_000, 1, 1.0004].map((ratio) => formatShare(ratio, [100], 'en'))).toEqual([
      '99.97%',
      '100.0%',
      '100.0%',
    ]);
  });
  it('a share too close to an edge is written as under it', () => {
    expect(inThree((l) => formatAttainment(0.949996, thresholds, l))).toEqual([
      '不到95%',
      '95%未満',
      'under 95%',
    ]);
    expect([1.0499961, 0.799996].map((ratio) => formatAttainment(ratio, thresholds, 'en'))).toEqual(
      ['under 105%', 'under 80%'],
    );
    expect(formatShare(0.999996, [100], 'en')).toBe('under 100%');
  });
  it('any ratio is written on the same side of each threshold as its verdict', () => {
    const near = fc
      .tuple(fc.constantFrom(0.8, 0.95, 1.05), fc.double({ min: -1e-4, max: 1e-4, noNaN: true }))
      .map(([at, off]) => at + off);
    fc.assert(
      fc.property(fc.oneof(near, fc.double({ min: 0, max: 3, noNaN: true })), (ratio) => {
        const text = formatAttainment(ratio, thresholds, 'en');
        const number = Number(text.replace('under ', '').replace('%', '')) / 100;
        expect(judgeAttainment(text.startsWith('under') ? number - 1e-6 : number, thresholds)).toBe(
          judgeAttainment(ratio, thresholds),
        );
      }),
      { examples: [[0.949996], [1.0499961], [0.95], [0.95 - 2 ** -53]] },
    );
  });
  it('only the difference of two percentages has points', () =>
    expect(['percent', 'jobs', 'CNY'].map(differenceUnit)).toEqual(['points', 'jobs', 'CNY']));
  it('a long number keeps its last digit', () =>
    expect(formatNumber('999999999999999.99', 'en')).toBe('999,999,999,999,999.99'));
  it('a number has plus, minus or ± on request', () =>
    expect(['3', '-3', '0'].map((x) => formatNumber(x, 'ja', 0, true))).toEqual([
      '+3',
      '−3',
      '±0',
    ]));
});

describe('a difference beside its two numbers', () => {
  it('the difference has one more decimal where subtracting the shown numbers would differ', () => {
    expect(agreeingDigits('41', '44.09', 0)).toBe(0);
    expect(agreeingDigits('7.9', '9.64', 1)).toBe(1);
    expect(agreeingDigits('1010', '1272.4', 0)).toBe(0);
    expect(agreeingDigits('41.4', '19.5', 0)).toBe(1);
    expect(agreeingDigits('790000000', '963650000', 1, 8)).toBe(1);
  });
  it('the shown gap equals the difference of the shown numbers', () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 16n });
    fc.assert(
      fc.property(minor, minor, fc.constantFrom(0, 6, 8, 9), (now, plan, power) => {
        const [a, b] = [now, plan].map((one) =>
          scaleByTen(toMajor({ minor: one, currency: 'CNY' }), -power),
        ) as [string, string];
        const digits = agreeingDigits(scaleByTen(a, power), scaleByTen(b, power), 1, power);
        const gap = subtractDecimal(roundHalfUp(a, digits), roundHalfUp(b, digits));
        return gap === roundHalfUp(subtractDecimal(a, b), digits);
      }),
    );
  });
});

describe('days, months and quarters', () => {
  it('dates follow the style of each language', () => {
    expect(inThree((l) => formatDate('2021-04-16', l))).toEqual([
      '2021年4月16日',
      '2021年4月16日',
      '16 April 2021',
    ]);
    expect([
      formatDate('2021-04-16', 'en', 'short'),
      formatDate('2021-04-16', 'en', 'day'),
      formatDate('2021-04-06', 'ja', 'day'),
    ]).toEqual(['16 Apr 2021', '16 Apr', '4月6日']);
    expect([
      formatMonth('2021-03', 'en'),
      formatMonth('2021-03', 'en', 'short'),
      formatMonth('2021-03', 'en', 'name'),
      formatMonth('2021-03', 'zh-CN'),
    ]).toEqual(['March 2021', 'Mar 2021', 'Mar', '2021年3月']);
  });
  it('a Japanese quarter names its months', () =>
    expect(inThree((l) => formatQuarter('2022-05', l))).toEqual([
      '2022年第二季度',
      '2022年4–6月期',
      'Q2 2022',
    ]));
});
