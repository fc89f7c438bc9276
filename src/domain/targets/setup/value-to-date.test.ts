import { expect, test } from 'vitest';
import type { Observation } from '#domain/zone/indicator.ts';
import { findValueToDate } from './value-to-date.ts';

const observations = ['2026-02', '2025-12', '2026-01'].map(
  (period): Observation => ({
    indicator: 'tax',
    period,
    value: '10',
    data_status: 'reported',
    origin: 'own',
    revision: 1,
  }),
);
const monthly = { kind: 'annual_flow', cumulation: 'period' } as const;

test('a yearly flow by month has the sum of its year, where no month of it is missing', () => {
  expect(findValueToDate(monthly, observations, '2026-03', '7')).toEqual({ value: '27' });
  expect(findValueToDate(monthly, observations, '2026-02', '7')).toEqual({ value: '17' });
  expect(findValueToDate(monthly, observations, '2026-01', '7')).toEqual({ value: '7' });
});

// seen to fail: the preview of the set-up took the amount of a month for the year to date
test('a yearly flow by month has no value to date after a missing month, which is named', () => {
  expect(findValueToDate(monthly, observations, '2026-05', '7')).toEqual({
    missing_months: ['2026-03', '2026-04'],
  });
  expect(findValueToDate(monthly, [], '2026-03', '7')).toEqual({
    missing_months: ['2026-01', '2026-02'],
  });
});

test.each([
  { kind: 'annual_flow', cumulation: 'ytd' } as const,
  { kind: 'stock' } as const,
  { kind: 'ratio' } as const,
])('a level and a year to date are the typed value: %o', (indicator) => {
  expect(findValueToDate(indicator, observations, '2026-05', '7')).toEqual({ value: '7' });
});
