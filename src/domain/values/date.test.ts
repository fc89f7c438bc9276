import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  isIsoDate,
  isMonth,
  isMonthEnd,
  monthEnd,
  toMonth,
  monthsApart,
  monthsBetween,
  toQuarter,
} from './date.ts';

const days = fc.integer({ min: -500_000, max: 2_500_000 }).map((n) => addDays('1970-01-01', n));

describe('days and months', () => {
  it('the arithmetic agrees with the calendar of the platform in every time zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 2_500_000 }), (n) => {
        const date = addDays('1970-01-01', n);
        expect(date).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(n);
        expect(isIsoDate(date)).toBe(true);
      }),
    );
  });
  it('adding and subtracting days returns the same day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        fc.pre(day > '0500' && day < '8500');
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(monthsApart(toMonth(day), addMonths(toMonth(day), n))).toBe(n);
      }),
    );
  });
  it('the plan has 2,074 days, of which 354 have passed on 16 April 2021', () => {
    expect([
      daysBetween('2020-04-27', '2025-12-31'),
      daysBetween('2020-04-27', '2021-04-16'),
    ]).toEqual([2074, 354]);
  });
  it('a day or month that does not exist is rejected', () => {
    expect(
      [
        '2024-02-29',
        '2023-02-29',
        '2021-04-31',
        '2021-13-01',
        '2021-00-10',
        '0000-01-01',
        '2021-1-1',
        '2021-04-16T00:00',
        '10000-01-01',
      ].map(isIsoDate),
    ).toEqual([true, ...Array(8).fill(false)]);
    expect(['2021-03', '2021-13', '2021-3', '0000-01'].map(isMonth)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
  it('months end on their last day, in leap years too', () => {
    expect(['2021-03', '2021-02', '2024-02', '1900-02', '2000-02'].map(monthEnd)).toEqual([
      '2021-03-31',
      '2021-02-28',
      '2024-02-29',
      '1900-02-28',
      '2000-02-29',
    ]);
    expect(['2024-02-28', '2024-02-29'].map(isMonthEnd)).toEqual([false, true]);
  });
  it('months are whole between month-ends and days ÷ 30.4375 otherwise', () => {
    expect(monthsBetween('2021-03-31', '2025-12-31')).toBe(57);
    expect(monthsBetween('2021-02-28', '2021-03-31')).toBe(1);
    expect(monthsBetween('2021-04-16', '2025-12-31')).toBeCloseTo(1720 / 30.4375, 10);
  });
  it('each month has its quarter', () =>
    expect(['2021-01', '2021-03', '2021-04', '2021-12'].map(toQuarter)).toEqual([1, 1, 2, 4]));
});
