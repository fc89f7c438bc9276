import { describe, expect, it } from 'vitest';
import { findChangeAbsence, indicatorChanges } from './indicator-changes.ts';
import { changedValueText, changeText } from '#domain/labels/targets/indicator-change.ts';
import { firms, makeIndicator } from '#domain/zone/indicator.fixture.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { reported } from '#domain/overview/target-row.fixture.ts';

const output = makeIndicator('output', 'annual_flow', 'CNY');
const years = reported('output', '2022-01', [
  ...[null, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120],
  ...[null, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 180],
  ...[null, 20, 45, 60],
]);
const change = (indicator: Indicator, all: readonly Observation[], from: string, to: string) => {
  const upTo = (month: string) => all.filter(({ period }) => period <= month);
  const [change] = indicatorChanges([indicator], upTo(from), upTo(to));
  if (change === undefined) throw new Error('no change');
  return change;
};

describe('indicators on two days', () => {
  it('twelve months are compared with twelve months, and full years with full years', () => {
    // 45 + 120 − 30 = 135 for April 2023; 60 + 180 − 45 = 195 for April 2024
    expect(change(output, years, '2023-04', '2024-04')).toMatchObject({
      covers: 'last_12_months',
      from: { value: '135', date: '2023-04-30' },
      to: { value: '195', date: '2024-04-30' },
      difference: '60',
    });
    expect(change(output, years, '2022-12', '2023-12')).toMatchObject({
      covers: 'closed_year',
      difference: '60',
    });
    expect(change(output, years, '2023-12', '2024-03')).toMatchObject({
      covers: 'last_12_months',
      to: { value: '195' },
      difference: '15',
    });
  });
  it('values before and after a break have no difference', () => {
    const levels = reported('companies', '2024-01', [10, 12, 20, 21]);
    const withBreak = { ...firms, breaks: [{ month: '2024-03', reason: 'new count' }] };
    const difference = (from: string, to: string) => change(withBreak, levels, from, to).difference;
    expect(difference('2024-02', '2024-03')).toBeUndefined();
    expect(difference('2024-01', '2024-04')).toBeUndefined();
    expect([difference('2024-01', '2024-02'), difference('2024-03', '2024-04')]).toEqual([
      '2',
      '1',
    ]);
  });
  // seen to fail: October of two years, without the months between, was "not comparable"
  it('years to date of the same month of two years are compared, and of other months are not', () => {
    const october = [
      ...reported('output', '2025-09', [50, 80]),
      ...reported('output', '2026-09', [70, 98]),
    ];
    expect(change(output, october, '2025-10', '2026-10')).toMatchObject({
      covers: 'year_to_date',
      from: { value: '80', date: '2025-10-31' },
      to: { value: '98', date: '2026-10-31' },
      difference: '18',
    });
    const other = change(output, october, '2025-09', '2026-10');
    expect([other.difference, findChangeAbsence(other)]).toEqual([undefined, 'not_comparable']);
    const withBreak = { ...output, breaks: [{ month: '2026-04', reason: 'new count' }] };
    expect(change(withBreak, october, '2025-10', '2026-10').difference).toBeUndefined();
  });
  it('years to date are compared only within a year whose twelve months are not known', () => {
    expect(change(output, years, '2022-03', '2022-11')).toMatchObject({
      covers: 'year_to_date',
      from: { value: '20' },
      difference: '80',
    });
    const late = change(
      output,
      reported('output', '2023-11', [620, 650, null, 170]),
      '2023-11',
      '2024-02',
    );
    expect([late.covers, late.from?.value, late.to?.value, late.difference]).toEqual([
      'year_to_date',
      '620',
      '170',
      undefined,
    ]);
    const crossed = change(
      output,
      reported('output', '2023-12', [620, null, 170]),
      '2023-12',
      '2024-02',
    );
    expect([crossed.covers, crossed.from?.covers, crossed.to?.covers]).toEqual([
      undefined,
      'closed_year',
      'year_to_date',
    ]);
    expect(crossed.difference).toBeUndefined();
  });
  it('single months of a flow are summed, and a month without a known year is named as a month', () => {
    const monthly = { ...output, cumulation: 'period' as const };
    const twice = reported(
      'output',
      '2023-01',
      Array.from({ length: 16 }, (_, at) => at + 1),
    );
    expect(change(monthly, twice, '2023-12', '2024-04')).toMatchObject({
      covers: 'last_12_months',
      from: { value: '78' },
      to: { value: '126' },
    });
    const start = reported('output', '2023-05', [7, 8]);
    expect(change(monthly, start, '2023-05', '2023-06')).toMatchObject({
      covers: 'month',
      to: { value: '8' },
    });
    expect(change(monthly, start, '2023-05', '2023-06').difference).toBeUndefined();
  });
  it('a carried value is no change of 0', () => {
    const stock = reported('companies', '2024-09', [834]);
    const same = change(firms, stock, '2024-11', '2024-12');
    expect(same).toMatchObject({
      carried: true,
      from: { date: '2024-09-30' },
      to: { date: '2024-09-30' },
    });
    expect(same.difference).toBeUndefined();
    expect(
      change(firms, reported('companies', '2024-11', [834, 834]), '2024-11', '2024-12'),
    ).toMatchObject({ difference: '0' });
  });
  it('a ratio changes by points, computed on each day', () => {
    const ratio: Indicator = {
      ...makeIndicator('share', 'ratio', 'percent'),
      ratio: { numerator: 'companies', denominator: 'all' },
    };
    const values = [
      ...reported('companies', '2024-11', [10, 12]),
      ...reported('all', '2024-11', [40, 40]),
    ];
    const points = change(ratio, values, '2024-11', '2024-12');
    expect([points.difference, changeText(points, 'en')]).toEqual(['5', '+5 percentage points']);
  });
  it.each([
    ['no_earlier_value', [null, 12], [], 'no earlier value'],
    ['no_newer_value', [12, null], [], 'no newer value'],
    ['break', [12, 14], [{ month: '2024-12', reason: 'new count' }], 'break in the series'],
    [undefined, [12, 14], [], '+2 companies'],
    [undefined, [12, 12], [], '±0 companies'],
  ] as const)(
    'two values with %s have words in place of a difference, or the difference',
    (absence, values, breaks, text) => {
      const one = change(
        { ...firms, breaks },
        reported('companies', '2024-11', values),
        '2024-11',
        '2024-12',
      );
      expect([findChangeAbsence(one), changeText(one, 'en')]).toEqual([absence, text]);
    },
  );
  // seen to fail: 1.8亿美元 → 1.79亿美元, −222万美元
  it.each([
    ['zh-CN', ['1.8亿美元', '1.78亿美元', '−0.02亿美元'], '−0.0003亿美元'],
    ['ja', ['1.8億米ドル', '1.78億米ドル', '−0.02億米ドル'], '−0.0003億米ドル'],
    ['en', ['US$180.1mn', 'US$177.9mn', '−US$2.2mn'], '−US$0.03mn'],
  ] as const)('both values and their difference have one unit in %s', (language, texts, small) => {
    const exports = makeIndicator('exports', 'stock', 'USD');
    const between = (...values: [number, number]) =>
      change(exports, reported('exports', '2024-11', values), '2024-11', '2024-12');
    const one = between(180_120_000, 177_900_000);
    const values = [one.from, one.to].map((on) => changedValueText(one, on?.value ?? '', language));
    expect([...values, changeText(one, language)]).toEqual(texts);
    expect(changeText(between(180_120_000, 180_090_000), language)).toBe(small);
  });
  it('a corrected month has its former and present value in the displayed measure', () => {
    const corrected = years.map(
      (o): Observation =>
        o.period === '2024-04'
          ? {
              ...o,
              value: '70',
              earlier: [{ value: '60', revision: 1, recorded_at: '2024-05-02T00:00:00Z' }],
            }
          : o,
    );
    const [change] = indicatorChanges([output], years, corrected);
    expect(change).toMatchObject({
      from: { value: '195', now: '205' },
      to: { value: '205', revised: [{ value: '195' }] },
      difference: '10',
    });
  });
});
