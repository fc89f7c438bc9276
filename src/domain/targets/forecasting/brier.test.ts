import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfReaching, scoreChances, type JudgedForecast } from './brier.ts';

const band = (middle: number, half: number): JudgedForecast['forecast'] => ({
  kind: 'range',
  at: '2024-12-31',
  p10: middle - half,
  p25: middle - half / 2,
  p50: middle,
  p75: middle + half / 2,
  p90: middle + half,
  months: 12,
  from: 10,
  pace: 1,
  further: false,
});

describe('the chance of reaching a value', () => {
  it('is that of the percentiles, and falls as more is wanted', () => {
    expect([-5, 0, 5, 10, 20].map((plan) => chanceOfReaching(band(5, 5), plan))).toEqual([
      0.95, 0.9, 0.5, 0.1, 0.05,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 9 }), (at, more) => {
        const chances = [at, at + more].map((plan) => chanceOfReaching(band(3, 7), plan));
        expect(chances[0]).toBeGreaterThanOrEqual(chances[1] ?? 1);
      }),
    );
  });
  it('of a band without width is that of its lowest percentile', () => {
    expect(chanceOfReaching(band(5, 0), 5)).toBe(0.9);
  });
});

describe('the Brier score', () => {
  const makeForecast = (result: string, plan: number): JudgedForecast => ({
    forecast: band(100, 10),
    result,
    plan,
  });
  it('is small if the chances matched the results, and stands beside the constant', () => {
    const forecasts = [
      makeForecast('102', 85),
      makeForecast('99', 85),
      makeForecast('101', 120),
      makeForecast('98', 120),
    ];
    expect(scoreChances(forecasts, 1)).toEqual({
      score: expect.closeTo(0.05 ** 2, 9),
      constant: 0.25,
      results: 4,
      on_plan: 2,
    });
  });
  it('turns around for an upper limit', () => {
    expect(scoreChances([makeForecast('102', 120)], -1)).toMatchObject({ on_plan: 1 });
    expect(scoreChances([makeForecast('102', 120)], 1)).toMatchObject({ on_plan: 0 });
  });
  it('is not given without forecasts', () => {
    expect(scoreChances([], 1)).toBeUndefined();
  });
});
