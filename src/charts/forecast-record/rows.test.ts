import { expect, test } from 'vitest';
import { measureUnit } from '#charts/kit/text/units.ts';
import { type MadeForecast, findSide, writeForecast } from './rows.ts';

const makeForecast = (p10: number, p90: number, result: string, inside: boolean): MadeForecast => ({
  period: '2024-01',
  at: '2024-12-31',
  recomputed: false,
  result,
  inside,
  forecast: {
    kind: 'range',
    at: '2024-12-31',
    p10,
    p25: p10,
    p50: (p10 + p90) / 2,
    p75: p90,
    p90,
    months: 11,
    from: 10,
    pace: 1,
    further: false,
  },
});
const firms = measureUnit('companies', 'en', 100);

test('a result just outside its band is not rounded to the end of the band', () => {
  expect(writeForecast(makeForecast(41.2, 44.8, '45', false), firms)).toEqual({
    p10: '41.2',
    p50: '43.0',
    p90: '44.8',
    result: '45',
  });
  expect(writeForecast(makeForecast(41.2, 45.3, '45', true), firms)).toEqual({
    p10: '41',
    p50: '43',
    p90: '45',
    result: '45',
  });
});
test('a result is inside, below or above the band, whose ends are inside', () => {
  expect(
    [
      makeForecast(41, 45, '45', true),
      makeForecast(41, 45, '46', false),
      makeForecast(41, 45, '40', false),
    ].map(findSide),
  ).toEqual(['inside', 'above', 'below']);
});
